package org.collegium.labs.operating;

import java.util.TreeMap;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * How the sandbox of this node stands, among the node's health. Where it is broken the node can still do all else, so its status
 * is one that the node's own does not follow.
 */
@Component("labs")
class LabsHealth implements HealthIndicator {

    /** Unknown to those who add up statuses, and so without weight. */
    static final Status IMPAIRED =
            new Status("IMPAIRED", "Labs wait until somebody mends the sandbox; all else works.");

    private final NodeReports reports;

    LabsHealth(NodeReports reports) {
        this.reports = reports;
    }

    @Override
    public Health health() {
        return reports.last()
                .map(LabsHealth::of)
                .orElseGet(() -> Health.unknown()
                        .withDetail("sandbox", "not tried on this node")
                        .build());
    }

    private static Health of(SandboxReport report) {
        Health.Builder health = report.sound() ? Health.up() : Health.status(IMPAIRED);
        if (!report.sound()) {
            health.withDetail("reason", report.reason()).withDetail("remedy", report.remedy());
        }
        TreeMap<String, String> runtimes = new TreeMap<>();
        report.runtimes().forEach(runtime -> runtimes.put(runtime.name(), runtime.version()));
        return health.withDetail("tried", report.at().toString())
                .withDetail("runtimes", runtimes)
                .build();
    }
}
