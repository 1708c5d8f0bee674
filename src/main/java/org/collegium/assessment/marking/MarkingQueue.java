package org.collegium.assessment.marking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.collegium.assessment.EarlierQuestions;
import org.collegium.assessment.Question;
import org.collegium.assessment.Quizzes;
import org.collegium.content.BlobId;
import org.collegium.courses.CourseFile;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersions;
import org.collegium.identity.Access;
import org.collegium.identity.AccountId;
import org.collegium.shared.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What waits for markers in a run, and the answers to one question in the order in which they were submitted. */
@Service
public class MarkingQueue {

    private static final String MAY = MarkingSettings.MAY;
    private static final String KIND = "quiz";

    private static final String OF_QUESTION = """
             from quiz_marking marking where marking.run_id = :run and marking.unit_key = :unit
                and marking.question_key = :question
            """;

    private static final String FREE = """
             and (marking.claimed_by is null or marking.claimed_by = :me or marking.claimed_until <= :now)
            """;

    private final CourseRuns runs;
    private final CourseVersions versions;
    private final Quizzes quizzes;
    private final EarlierQuestions earlier;
    private final MarkingSettings settings;
    private final JdbcClient jdbc;
    private final Access access;
    private final Clock clock;

    MarkingQueue(
            CourseRuns runs,
            CourseVersions versions,
            Quizzes quizzes,
            EarlierQuestions earlier,
            MarkingSettings settings,
            JdbcClient jdbc,
            Access access,
            Clock clock) {
        this.runs = runs;
        this.versions = versions;
        this.quizzes = quizzes;
        this.earlier = earlier;
        this.settings = settings;
        this.jdbc = jdbc;
        this.access = access;
        this.clock = clock;
    }

    /**
     * The questions of a run that persons mark, in reading order, then those that are asked no more and were answered; three queries, one
     * to see whose run it is, and about four for each that is asked no more.
     */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public List<MarkingQuestion> questions(CourseRunId run) {
        Map<String, Counts> counts = new HashMap<>();
        jdbc.sql("""
                        select marking.unit_key, marking.question_key, sum(state = 'WAITING'), sum(state = 'SECOND'),
                            sum(state = 'MODERATION'), sum(state = 'MARKED'),
                            min(if(state = 'MARKED', null, submitted_at)),
                            max(if(peers.phase = 'DONE', null, coalesce(peers.self_by, peers.review_by)))
                        from quiz_marking marking left join peer_task peers on peers.run_id = marking.run_id
                            and peers.unit_key = marking.unit_key and peers.question_key = marking.question_key
                        where marking.run_id = ? group by marking.unit_key, marking.question_key
                        """).param(run.value()).query(row -> {
            counts.put(
                    place(row.getString(1), row.getString(2)),
                    new Counts(
                            row.getInt(3),
                            row.getInt(4),
                            row.getInt(5),
                            row.getInt(6),
                            Optional.ofNullable(MarkRows.time(row, 7)),
                            Optional.ofNullable(MarkRows.time(row, 8))));
        });
        List<MarkingQuestion> found = new ArrayList<>();
        manifest(run)
                .ifPresent(manifest -> manifest.units().stream()
                        .filter(unit -> unit.kind().equals(KIND))
                        .forEach(unit -> manifest.file(unit)
                                .map(CourseFile::sha256)
                                .map(BlobId::new)
                                .map(quizzes::open)
                                .ifPresent(quiz -> quiz.questions().stream()
                                        .filter(Question::marked)
                                        .forEach(question -> found.add(
                                                counts.getOrDefault(place(unit.key(), question.key()), Counts.NONE)
                                                        .of(unit.key(), unit.title(), question, false))))));
        found.forEach(question -> counts.remove(place(question.unitKey(), question.questionKey())));
        new TreeMap<>(counts)
                .forEach((place, count) -> earlier(run, place, count).ifPresent(found::add));
        return found;
    }

    private static String place(String unitKey, String question) {
        return unitKey + "/" + question;
    }

    /** What waits of a question that went with an earlier version is marked all the same. */
    private Optional<MarkingQuestion> earlier(CourseRunId run, String place, Counts count) {
        String unit = place.substring(0, place.indexOf('/'));
        return earlier.find(run.value(), unit, place.substring(unit.length() + 1))
                .map(question -> count.of(unit, earlier.title(run.value(), unit), question, true));
    }

    private Optional<CourseManifest> manifest(CourseRunId run) {
        return runs.find(run).map(CourseRun::version).flatMap(versions::find).map(CourseVersion::manifest);
    }

    private record Counts(
            int waiting,
            int second,
            int differing,
            int marked,
            Optional<Instant> oldest,
            Optional<Instant> peersUntil) {

        static final Counts NONE = new Counts(0, 0, 0, 0, Optional.empty(), Optional.empty());

        MarkingQuestion of(String unitKey, String title, Question question, boolean earlier) {
            return new MarkingQuestion(
                    unitKey,
                    title,
                    question.key(),
                    question.stem(),
                    question.points(),
                    waiting,
                    second,
                    differing,
                    marked,
                    earlier,
                    oldest.orElse(null),
                    peersUntil.orElse(null));
        }
    }

    /** How many answers to a question there are of this kind; one query, and one to see whose run it is. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public int count(CourseRunId run, String unitKey, String question, MarkingFilter filter) {
        return asked("select count(*)" + OF_QUESTION + of(filter), run, unitKey, question)
                .query(Integer.class)
                .single();
    }

    /** The answers to a question in the order in which they were submitted; two queries, and one to see whose run it is. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public List<ListedAnswer> answers(
            CourseRunId run, String unitKey, String question, MarkingFilter filter, PageRequest page) {
        boolean anonymous = settings.of(run, unitKey).anonymous();
        String query = """
                select marking.id, marking.submitted_at, marking.state, marking.points, learner.name,
                    if(marking.claimed_until > :now and marking.claimed_by <> :me, coalesce(claimer.name, ''), '')
                from quiz_marking marking
                join quiz_attempt attempt on attempt.id = marking.attempt_id
                join account learner on learner.id = attempt.learner_id
                left join account claimer on claimer.id = marking.claimed_by
                where marking.run_id = :run and marking.unit_key = :unit and marking.question_key = :question
                """ + of(filter) + " order by marking.submitted_at, marking.id limit :limit offset :offset";
        return asked(query, run, unitKey, question)
                .param("limit", page.limit())
                .param("offset", page.offset())
                .query((row, number) -> listed(row, anonymous))
                .list();
    }

    private static ListedAnswer listed(ResultSet row, boolean anonymous) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        return new ListedAnswer(
                id,
                Marking.code(id),
                anonymous ? null : row.getString(5),
                row.getObject(2, Timestamp.class).toInstant(),
                MarkingState.valueOf(row.getString(3)),
                row.getObject(4) == null ? null : row.getDouble(4),
                row.getString(6));
    }

    /**
     * The next answer of this kind after one, or the first of all where there is none after it; those that somebody else has open are left
     * out. At most two queries, and one to see whose run it is.
     *
     * @param after id of an answer; one that is unknown stands before all
     */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public Optional<UUID> next(CourseRunId run, String unitKey, String question, MarkingFilter filter, UUID after) {
        return beyond(run, unitKey, question, filter, after, true)
                .or(() -> asked(
                                "select marking.id" + OF_QUESTION + of(filter) + FREE
                                        + " and marking.id <> :at order by marking.submitted_at, marking.id limit 1",
                                run,
                                unitKey,
                                question)
                        .param("at", after)
                        .query(UUID.class)
                        .optional());
    }

    /** The one before it, as {@link #next}, and empty at the first; one query, and one to see whose run it is. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public Optional<UUID> before(CourseRunId run, String unitKey, String question, MarkingFilter filter, UUID answer) {
        return beyond(run, unitKey, question, filter, answer, false);
    }

    private Optional<UUID> beyond(
            CourseRunId run, String unitKey, String question, MarkingFilter filter, UUID from, boolean forward) {
        return asked(
                        "select marking.id" + OF_QUESTION + of(filter) + FREE
                                + " and (marking.submitted_at, marking.id) " + (forward ? ">" : "<")
                                + " (select here.submitted_at, here.id from quiz_marking here where here.id = :at)"
                                + " order by marking.submitted_at " + (forward ? "" : "desc") + ", marking.id "
                                + (forward ? "" : "desc") + " limit 1",
                        run,
                        unitKey,
                        question)
                .param("at", from)
                .query(UUID.class)
                .optional();
    }

    private JdbcClient.StatementSpec asked(String query, CourseRunId run, String unitKey, String question) {
        AccountId me = access.account().orElseThrow(() -> new AccessDeniedException("Nobody is signed in"));
        return jdbc.sql(query)
                .param("run", run.value())
                .param("unit", unitKey)
                .param("question", question)
                .param("me", me.value())
                .param("now", clock.instant());
    }

    private static String of(MarkingFilter filter) {
        return switch (filter) {
            case WAITING -> """
                     and (marking.state = 'WAITING' or (marking.state = 'SECOND' and not exists (select 1 from quiz_mark own
                        where own.marking_id = marking.id and own.part = 'FIRST' and own.ended_at is null
                            and own.marker_id = :me)))
                    """;
            case DIFFERING -> " and marking.state = 'MODERATION'";
            case MINE -> """
                     and exists (select 1 from quiz_mark own where own.marking_id = marking.id and own.ended_at is null
                        and own.marker_id = :me)
                    """;
            case MARKED -> " and marking.state = 'MARKED'";
            case ALL -> "";
        };
    }
}
