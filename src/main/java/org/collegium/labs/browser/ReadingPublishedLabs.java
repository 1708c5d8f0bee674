package org.collegium.labs.browser;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.collegium.courses.CourseFilter;
import org.collegium.courses.CourseListItem;
import org.collegium.courses.CourseState;
import org.collegium.courses.CourseVersions;
import org.collegium.courses.Courses;
import org.collegium.courses.CoursesPermissions;
import org.collegium.identity.SystemActor;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RetriedTransactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads once what labs ask for that were published before anybody kept it; later ones are kept as they are published. */
@Component
class ReadingPublishedLabs {

    private static final Logger LOG = LoggerFactory.getLogger(ReadingPublishedLabs.class);

    private static final String NAME = "packages";
    private static final int AT_ONCE = 100;

    private final Courses courses;
    private final CourseVersions versions;
    private final WantedPackages wanted;
    private final RetriedTransactions transactions;
    private final SystemActor system;
    private final JdbcClient jdbc;
    private final Clock clock;

    ReadingPublishedLabs(
            Courses courses,
            CourseVersions versions,
            WantedPackages wanted,
            RetriedTransactions transactions,
            SystemActor system,
            JdbcClient jdbc,
            Clock clock) {
        this.courses = courses;
        this.versions = versions;
        this.wanted = wanted;
        this.transactions = transactions;
        this.system = system;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Nobody waits for it. */
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (!isDone()) {
            Thread.ofPlatform().name("lab-packages").daemon().start(this::readQuietly);
        }
    }

    private boolean isDone() {
        return jdbc.sql("select exists (select 1 from lab_reading where name = ?)")
                .param(NAME)
                .query(Boolean.class)
                .single();
    }

    private void readQuietly() {
        try {
            read();
        } catch (RuntimeException trouble) {
            LOG.warn("What published labs ask for could not be read; it is tried again at the next start", trouble);
        }
    }

    void read() {
        CourseFilter published =
                new CourseFilter("", Optional.empty(), Optional.of(CourseState.PUBLISHED), CourseFilter.Sort.TITLE);
        for (int offset = 0; ; offset += AT_ONCE) {
            PageRequest page = new PageRequest(offset, AT_ONCE);
            List<CourseListItem> some =
                    system.call(Set.of(CoursesPermissions.VIEW_DRAFT), () -> courses.list(published, page));
            versions.latest(some.stream().map(CourseListItem::id).toList())
                    .values()
                    .forEach(version -> transactions.run(() -> wanted.keep(version)));
            if (some.size() < AT_ONCE) {
                break;
            }
        }
        jdbc.sql("insert ignore into lab_reading (name, done_at) values (?, ?)")
                .params(NAME, clock.instant())
                .update();
    }
}
