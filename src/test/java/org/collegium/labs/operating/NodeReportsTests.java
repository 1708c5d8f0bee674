package org.collegium.labs.operating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.collegium.FullApplicationTest;
import org.collegium.identity.Role;
import org.collegium.identity.WithAccount;
import org.collegium.labs.LabGrader;
import org.collegium.labs.sandbox.BubblewrapLauncher;
import org.collegium.labs.sandbox.LabRuntime;
import org.collegium.labs.sandbox.PythonRuntimes;
import org.collegium.labs.work.GradingQueue;
import org.collegium.shared.Uuids;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.actuate.endpoint.StatusAggregator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/** A node tells how its sandbox stands, finds out when it is mended, and is well in all else meanwhile. */
@Tag("module")
@FullApplicationTest
@Transactional
class NodeReportsTests {

    private static final int NOBODY = 64_917;

    @Autowired
    private NodeRows nodes;

    @Autowired
    private QueueRows queued;

    @Autowired
    private GradingQueue queue;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private StatusAggregator statuses;

    @Autowired
    private MockMvc mvc;

    @TempDir
    private Path folder;

    @Test
    void whatIsMendedIsFoundWhenItIsTriedAgainAndTheQueueGoesOn() throws Exception {
        Path python = folder.resolve("python3");
        UUID waiting = waiting(Instant.now().plus(Duration.ofMinutes(16)));
        try (LabGrader grader = graderWith(python)) {
            NodeReports reports = new NodeReports(nodes, queued, grader, queue, Clock.systemUTC());
            LabsHealth health = new LabsHealth(reports);
            assertThat(health.health().getStatus()).isEqualTo(Status.UNKNOWN);

            reports.beat();
            reports.look();

            assertThat(reports.last()).hasValueSatisfying(report -> {
                assertThat(report.sound()).isFalse();
                assertThat(report.remedy()).contains("apt-get install");
            });
            Health impaired = health.health();
            assertThat(impaired.getStatus()).isEqualTo(LabsHealth.IMPAIRED);
            assertThat(impaired.getDetails()).containsKeys("reason", "remedy");
            assertThat(statuses.getAggregateStatus(Status.UP, impaired.getStatus()))
                    .as("the node goes on without labs")
                    .isEqualTo(Status.UP);
            assertThat(here().report())
                    .hasValueSatisfying(report -> assertThat(report.sound()).isFalse());

            Files.createSymbolicLink(python, Path.of("/usr/bin/python3"));
            reports.look();
            assertThat(reports.last().orElseThrow().sound())
                    .as("it was tried a moment ago")
                    .isFalse();
            reports.tryAgain(Instant.now());

            assertThat(reports.last()).hasValueSatisfying(report -> {
                assertThat(report.sound()).as(report.reason()).isTrue();
                assertThat(report.attempts()).containsKeys("socket", "fork", "write");
                assertThat(report.runtimes()).isNotEmpty();
            });
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);
            assertThat(notBefore(waiting)).isBefore(Instant.now().plusSeconds(1));
        }
    }

    @Test
    void aNodeTriesOnceForEachTimeItIsAsked() {
        nodes.beat(Instant.now(), 1, Instant.now());
        Instant asked = Instant.now();
        assertThat(nodes.want(here().name(), asked)).isTrue();

        assertThat(nodes.beat(Instant.now(), 1, Instant.now())).isPresent();
        nodes.tried(asked.plusSeconds(1));

        assertThat(nodes.beat(Instant.now(), 1, Instant.now())).isEmpty();
    }

    @Test
    void aNodeThatStopsIsNotWaitedFor() {
        nodes.beat(Instant.now(), 1, Instant.now());
        String name = here().name();

        nodes.leave(Instant.now());

        assertThat(nodes.all(Instant.now())).noneMatch(node -> node.name().equals(name));
    }

    @Test
    @WithAccount(Role.OPERATOR)
    void operatorsSeeTheSandboxAmongTheHealthOfTheNode() throws Exception {
        mvc.perform(get("/actuator/health/labs"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("UNKNOWN"))
                .andExpect(jsonPath("$.details.sandbox").exists());
    }

    @Test
    @WithAccount
    void othersDoNotSeeHowPartsOfTheNodeAre() throws Exception {
        mvc.perform(get("/actuator/health/labs")).andExpect(status().isNotFound());
        mvc.perform(get("/actuator/health")).andExpect(jsonPath("$.components").doesNotExist());
    }

    private GradingNode here() {
        return nodes.all(Instant.now()).stream()
                .filter(GradingNode::here)
                .findFirst()
                .orElseThrow();
    }

    private static LabGrader graderWith(Path python) {
        return new LabGrader(
                () -> new BubblewrapLauncher(
                        () -> PythonRuntimes.find(LabRuntime.USUAL, python.toString()).stream()
                                .toList(),
                        NOBODY),
                0,
                Clock.systemUTC());
    }

    private UUID waiting(Instant notBefore) {
        UUID id = Uuids.next();
        jdbc.sql("""
                        insert into lab_submission (id, learner_id, run_id, version_id, unit_key, number, state, submitted_at,
                            not_before, tries, work)
                        values (?, ?, ?, ?, 'lab', 1, 'WAITING', ?, ?, 3, '{}')
                        """)
                .params(id, UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), Instant.now(), notBefore)
                .update();
        return id;
    }

    private Instant notBefore(UUID id) {
        return jdbc.sql("select not_before from lab_submission where id = ?")
                .param(id)
                .query((row, number) -> row.getObject(1, Timestamp.class).toInstant())
                .single();
    }
}
