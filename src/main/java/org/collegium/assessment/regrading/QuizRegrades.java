package org.collegium.assessment.regrading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.collegium.activity.GivenForResults;
import org.collegium.assessment.AttemptId;
import org.collegium.assessment.CorrectedKeys;
import org.collegium.assessment.CorrectedKeys.Correction;
import org.collegium.assessment.Question;
import org.collegium.assessment.Quiz;
import org.collegium.assessment.Quizzes;
import org.collegium.content.BlobId;
import org.collegium.content.Blobs;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersions;
import org.collegium.identity.Access;
import org.collegium.identity.AccountId;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.Uuids;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Corrects keys of quizzes after they were answered in a run, and grades what was answered again. First it is only seen who would
 * change; nothing counts before somebody says so. The published version stays as it is.
 */
@Service
public class QuizRegrades {

    private static final String MAY = "@runAccess.may('" + RegradingPermissions.REGRADE + "', #run)";
    private static final int LONGEST_REASON = 500;

    private final QuizRegradeRows rows;
    private final QuizToldRows told;
    private final QuizRegradingJob job;
    private final CorrectedKeys keys;
    private final Quizzes quizzes;
    private final Blobs blobs;
    private final CourseRuns runs;
    private final CourseVersions versions;
    private final ObjectProvider<GivenForResults> given;
    private final Access access;
    private final Clock clock;

    QuizRegrades(
            QuizRegradeRows rows,
            QuizToldRows told,
            QuizRegradingJob job,
            CorrectedKeys keys,
            Quizzes quizzes,
            Blobs blobs,
            CourseRuns runs,
            CourseVersions versions,
            ObjectProvider<GivenForResults> given,
            Access access,
            Clock clock) {
        this.rows = rows;
        this.told = told;
        this.job = job;
        this.keys = keys;
        this.quizzes = quizzes;
        this.blobs = blobs;
        this.runs = runs;
        this.versions = versions;
        this.given = given;
        this.access = access;
        this.clock = clock;
    }

    /**
     * The files by which a quiz of a run was asked, that of now first: a run that went on to another version of the course may have had
     * another one before. Empty when the run has no such quiz and never had. At most four queries.
     */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public List<AskedFile> asked(CourseRunId run, String unitKey) {
        BlobId current = runs.find(run)
                .map(CourseRun::version)
                .flatMap(versions::find)
                .map(CourseVersion::manifest)
                .flatMap(manifest -> manifest.unit(unitKey)
                        .filter(unit -> unit.kind().equals("quiz"))
                        .flatMap(manifest::file))
                .map(file -> new BlobId(file.sha256()))
                .orElse(null);
        List<AskedFile> files = new ArrayList<>(rows.asked(run, unitKey, current));
        if (current != null && files.stream().noneMatch(AskedFile::current)) {
            files.add(new AskedFile(current, 0, true, key(run, unitKey, current).isPresent()));
        }
        files.sort((one, other) -> Boolean.compare(other.current(), one.current()));
        return files;
    }

    /** A quiz with the keys that hold for attempts that are asked by a file; one query. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public Quiz keyed(CourseRunId run, String unitKey, BlobId asked) {
        return quizzes.open(known(run, unitKey, asked));
    }

    /** The file with the keys that hold now. Only what was asked in the run is opened. */
    private BlobId known(CourseRunId run, String unitKey, BlobId asked) {
        if (asked(run, unitKey).stream().noneMatch(file -> file.file().equals(asked))) {
            throw new RuleViolation("assessment.regrade.no-quiz");
        }
        return key(run, unitKey, asked).map(Correction::key).orElse(asked);
    }

    private Optional<Correction> key(CourseRunId run, String unitKey, BlobId asked) {
        return keys.of(run.value(), unitKey, asked);
    }

    /**
     * Begins to grade what was answered by corrected keys; grades stay as they are meanwhile.
     *
     * @param asked the file by which the attempts were asked
     * @param corrected all questions of the quiz, with keys, points and awards as they should have been
     * @param reason for the history and for learners whose grades change, 1 to 500 characters
     * @throws RuleViolation when more is changed than keys, nothing is, there is no reason, no such quiz, or another one under way
     */
    @PreAuthorize(MAY)
    @Transactional
    public UUID begin(CourseRunId run, String unitKey, BlobId asked, List<Question> corrected, String reason) {
        String why = checked(reason);
        BlobId before = known(run, unitKey, asked);
        byte[] file = Corrections.file(quizzes.open(asked), quizzes.open(before), corrected);
        return begin(run, unitKey, asked, before, stored(file), why, null);
    }

    /**
     * Begins to grade by the keys that held before a regrade; as {@link #begin}.
     *
     * @throws RuleViolation when its key does not hold any more, as well
     */
    @PreAuthorize(MAY)
    @Transactional
    public UUID undo(CourseRunId run, UUID id, String reason) {
        String why = checked(reason);
        Regrade undone = find(run, id)
                .filter(regrade -> regrade.holds() && regrade.state() == RegradeState.APPLIED)
                .orElseThrow(() -> new RuleViolation("assessment.regrade.not-held"));
        return begin(run, undone.unitKey(), undone.asked(), undone.key(), undone.before(), why, undone.id());
    }

    private static String checked(String reason) {
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw new RuleViolation("assessment.regrade.reason", LONGEST_REASON, why.length());
        }
        return why;
    }

    private BlobId stored(byte[] file) {
        try {
            return blobs.put(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private UUID begin(
            CourseRunId run,
            String unitKey,
            BlobId asked,
            BlobId before,
            BlobId key,
            String reason,
            @Nullable UUID undoes) {
        UUID id = Uuids.next();
        Regrade begun = new Regrade(
                id,
                run,
                unitKey,
                asked,
                before,
                key,
                null,
                reason,
                undoes,
                RegradeState.GRADING,
                false,
                access.actor(),
                null,
                clock.instant(),
                Optional.empty(),
                Regrade.Counts.NONE);
        try {
            rows.begin(begun);
        } catch (DuplicateKeyException other) {
            throw new RuleViolation("assessment.regrade.under-way");
        }
        job.schedule(id, RegradeState.GRADING);
        return id;
    }

    /** A regrade of this run, empty when there is none; one query, and one to see whose run it is. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public Optional<Regrade> find(CourseRunId run, UUID id) {
        return rows.find(id).filter(regrade -> regrade.run().equals(run));
    }

    /** The regrades of a quiz, the newest first; one query, and one to see whose run it is. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public List<Regrade> list(CourseRunId run, String unitKey, PageRequest page) {
        return rows.of(run, unitKey, page);
    }

    /** How many {@link #list} has; one query, and one to see whose run it is. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public int count(CourseRunId run, String unitKey) {
        return rows.count(run, unitKey);
    }

    /**
     * The attempts that are worth something else, those who would lose most first; how many there are the regrade says. Three
     * queries, and one to see whose run it is.
     */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public List<RegradeChange> changes(CourseRunId run, UUID id, PageRequest page) {
        if (find(run, id).isEmpty()) {
            return List.of();
        }
        List<RegradeChange> changes = rows.changes(id, page);
        List<AccountId> learners =
                changes.stream().map(RegradeChange::learner).distinct().toList();
        Set<AccountId> holders = new HashSet<>();
        given.forEach(each -> holders.addAll(each.holders(run.value(), learners)));
        return changes.stream()
                .map(change -> new RegradeChange(
                        change.learner(),
                        change.name(),
                        change.email(),
                        change.number(),
                        change.before(),
                        change.after(),
                        holders.contains(change.learner()),
                        change.outcome()))
                .toList();
    }

    /**
     * Makes the corrected key hold, and the new grades count; also for attempts that are open, and for later ones.
     *
     * @throws RuleViolation when there is no preview to decide on
     */
    @PreAuthorize(MAY)
    @Transactional
    public void apply(CourseRunId run, UUID id, RegradeRule rule) {
        Regrade regrade = find(run, id).orElseThrow(() -> new RuleViolation("assessment.regrade.no-preview"));
        if (!rows.move(id, RegradeState.PREVIEWED, RegradeState.APPLYING, clock.instant())) {
            throw new RuleViolation("assessment.regrade.no-preview");
        }
        rows.decide(id, rule, access.actor());
        keys.hold(run.value(), regrade.unitKey(), regrade.asked(), new Correction(regrade.key(), id));
        job.schedule(id, RegradeState.APPLYING);
    }

    /** Leaves everything as it is, as long as nobody has applied it. */
    @PreAuthorize(MAY)
    @Transactional
    public void cancel(CourseRunId run, UUID id) {
        find(run, id)
                .filter(regrade -> regrade.state() == RegradeState.GRADING || regrade.state() == RegradeState.PREVIEWED)
                .ifPresent(regrade -> rows.move(id, regrade.state(), RegradeState.CANCELLED, clock.instant()));
    }

    /** How the grade of an attempt of one's own became what it is, or stayed so although a key was corrected, the latest first; one query. */
    @PreAuthorize("@access.is(#learner)")
    @Transactional(readOnly = true)
    public List<GradedAgain> of(AccountId learner, AttemptId attempt) {
        return told.of(learner, attempt);
    }
}
