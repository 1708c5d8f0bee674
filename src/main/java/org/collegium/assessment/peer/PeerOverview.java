package org.collegium.assessment.peer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.collegium.activity.ActivityAddresses;
import org.collegium.assessment.HeldResults;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersions;
import org.collegium.identity.AccountId;
import org.collegium.shared.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All peer reviews in which a learner takes part, in whichever course: what is to be reviewed, by when, and what came of the own answers. */
@Service
public class PeerOverview {

    private static final String OWN = "@access.is(#learner)";

    /** Without examples, which one practises on. */
    private static final String MINE = """
            (select %s from peer_review review join peer_text text on text.id = review.text_id
             where review.task_id = task.id and review.reviewer_id = own.learner_id
                and ((task.phase = 'REVIEW' and text.learner_id <> own.learner_id)
                    or (task.phase = 'SELF' and text.learner_id = own.learner_id)))
            """;

    private static final String WANTED = MINE.formatted("count(*)");
    private static final String GIVEN = MINE.formatted("coalesce(sum(review.given_at is not null), 0)");

    private static final String OF_LEARNER =
            " from peer_text own join peer_task task on task.id = own.task_id where own.learner_id = :learner";

    private final JdbcClient jdbc;
    private final HeldResults held;
    private final CourseRuns runs;
    private final CourseVersions versions;
    private final ObjectProvider<ActivityAddresses> addresses;
    private final Clock clock;

    PeerOverview(
            JdbcClient jdbc,
            HeldResults held,
            CourseRuns runs,
            CourseVersions versions,
            ObjectProvider<ActivityAddresses> addresses,
            Clock clock) {
        this.jdbc = jdbc;
        this.held = held;
        this.runs = runs;
        this.versions = versions;
        this.addresses = addresses;
        this.clock = clock;
    }

    /**
     * What waits in a run for a learner's reviews.
     *
     * @param reviews how many; 0 where nothing waits now
     * @param until by when the first of them; null where nothing waits
     */
    public record Waiting(int reviews, @Nullable Instant until) {}

    /** Those that wait for the learner first, by when they end; then the others, the latest first. Two queries, and at most ten for each row. */
    @PreAuthorize(OWN)
    @Transactional(readOnly = true)
    public List<PeerOverviewItem> list(AccountId learner, PageRequest page) {
        Map<UUID, Optional<CourseManifest>> courses = new HashMap<>();
        return jdbc
                .sql("""
                        select * from (select task.id, task.run_id, task.unit_key, task.phase, task.review_by, task.self_by,
                            %s given, %s wanted,
                            (select count(*) from peer_review got where got.text_id = own.id and got.given_at is not null
                                and (got.reviewer_id is null or got.reviewer_id <> own.learner_id)) received, own.share
                        """.formatted(GIVEN, WANTED) + OF_LEARNER + """
                        ) mine order by given < wanted desc,
                            if(given < wanted, coalesce(if(phase = 'SELF', self_by, review_by), '9999-12-31'), null),
                            coalesce(self_by, review_by) desc, id
                        limit :limit offset :offset
                        """)
                .param("learner", learner.value())
                .param("limit", page.limit())
                .param("offset", page.offset())
                .query((row, number) -> row(row))
                .list()
                .stream()
                .map(row -> item(learner, row, courses.computeIfAbsent(row.run(), this::manifest)))
                .toList();
    }

    /** How many {@link #list} has; one query. */
    @PreAuthorize(OWN)
    @Transactional(readOnly = true)
    public int count(AccountId learner) {
        return jdbc.sql("select count(*)" + OF_LEARNER)
                .param("learner", learner.value())
                .query(Integer.class)
                .single();
    }

    /** What a learner has to review in a run now; empty where they take part in no peer review there. One query. */
    @PreAuthorize(OWN)
    @Transactional(readOnly = true)
    public Optional<Waiting> waiting(AccountId learner, UUID run) {
        return jdbc
                .sql("select coalesce(sum(if(waits, wanted - given, 0)), 0), min(if(waits, until, null)), count(*)"
                        + " from (select given, wanted, until, given < wanted and until > :now waits from (select "
                        + GIVEN + " given, " + WANTED
                        + " wanted, if(task.phase = 'SELF', task.self_by, task.review_by) until" + OF_LEARNER
                        + " and task.run_id = :run) own) mine")
                .param("learner", learner.value())
                .param("run", run)
                .param("now", clock.instant())
                .query((row, number) -> row.getInt(3) == 0
                        ? List.<Waiting>of()
                        : List.of(new Waiting(row.getInt(1), PeerTaskRows.time(row, 2))))
                .list()
                .stream()
                .flatMap(List::stream)
                .findFirst();
    }

    private record Row(
            UUID run,
            String unitKey,
            PeerPhase phase,
            @Nullable Instant reviewBy,
            @Nullable Instant selfBy,
            int given,
            int wanted,
            int received,
            @Nullable Double share) {}

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject(2, UUID.class),
                row.getString(3),
                PeerPhase.valueOf(row.getString(4)),
                PeerTaskRows.time(row, 5),
                PeerTaskRows.time(row, 6),
                row.getInt(7),
                row.getInt(8),
                row.getInt(9),
                row.getObject(10, Double.class));
    }

    private PeerOverviewItem item(AccountId learner, Row row, Optional<CourseManifest> course) {
        boolean over = row.phase() == PeerPhase.DONE;
        boolean kept = over && held.hidden(learner, row.run(), row.unitKey());
        return new PeerOverviewItem(
                course.map(known -> known.metadata().title()).orElse(""),
                course.flatMap(known -> known.unit(row.unitKey()))
                        .map(CourseUnit::title)
                        .orElse(row.unitKey()),
                Optional.ofNullable(addresses.getIfAvailable())
                        .flatMap(known -> known.of(row.run(), row.unitKey()))
                        .orElse("/my-learning"),
                row.phase(),
                over ? null : row.phase() == PeerPhase.SELF ? row.selfBy() : row.reviewBy(),
                row.given(),
                over ? 0 : row.wanted(),
                over && !kept ? row.received() : 0,
                over && !kept ? row.share() : null,
                kept);
    }

    private Optional<CourseManifest> manifest(UUID run) {
        return runs.find(new CourseRunId(run))
                .map(CourseRun::version)
                .flatMap(versions::find)
                .map(CourseVersion::manifest);
    }
}
