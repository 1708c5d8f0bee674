package org.collegium.labs.operating;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersionId;
import org.collegium.courses.CourseVersions;
import org.collegium.identity.Access;
import org.collegium.labs.LabsPermissions;
import org.collegium.labs.work.GradingHalts;
import org.collegium.labs.work.GradingHalts.Halt;
import org.collegium.labs.work.GradingQueue;
import org.collegium.labs.work.SubmissionId;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RetriedTransactions;
import org.collegium.shared.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looking after the grading of labs: what goes on, pausing and draining, trying again, and what cannot be graded. */
@Service
@PreAuthorize("@access.may('" + LabsPermissions.OPERATE + "')")
public class OperatingLabs {

    /** Of what learners are told, in characters. */
    public static final int LONGEST_WORDS = 500;

    private final QueueRows queued;
    private final NodeRows nodes;
    private final ActRows acts;
    private final GradingHalts halts;
    private final GradingQueue queue;
    private final NodeReports reports;
    private final CourseVersions versions;
    private final RetriedTransactions transactions;
    private final Access access;
    private final Clock clock;

    OperatingLabs(
            QueueRows queued,
            NodeRows nodes,
            ActRows acts,
            GradingHalts halts,
            GradingQueue queue,
            NodeReports reports,
            CourseVersions versions,
            RetriedTransactions transactions,
            Access access,
            Clock clock) {
        this.queued = queued;
        this.nodes = nodes;
        this.acts = acts;
        this.halts = halts;
        this.queue = queue;
        this.reports = reports;
        this.versions = versions;
        this.transactions = transactions;
        this.access = access;
        this.clock = clock;
    }

    /** How grading goes; four queries. */
    @Transactional(readOnly = true)
    public GradingFigures figures() {
        return queued.figures(clock.instant());
    }

    /** The nodes that grade, by name; one query. */
    @Transactional(readOnly = true)
    public List<GradingNode> nodes() {
        return nodes.all(clock.instant());
    }

    /** The pause of all grading, when there is one; one query. */
    @Transactional(readOnly = true)
    public Optional<Halt> pause() {
        return halts.all().stream().filter(halt -> halt.node().isEmpty()).findFirst();
    }

    /** A part of the queue; at most two queries. */
    @Transactional(readOnly = true)
    public List<QueuedSubmission> list(QueueKind kind, PageRequest page) {
        List<QueueRows.Row> rows = queued.list(kind, page);
        Map<CourseVersionId, CourseVersion> found = versions.find(rows.stream()
                .map(row -> new CourseVersionId(row.version()))
                .distinct()
                .toList());
        return rows.stream()
                .map(row -> seen(row, found.get(new CourseVersionId(row.version()))))
                .toList();
    }

    @Transactional(readOnly = true)
    public int count(QueueKind kind) {
        return queued.count(kind);
    }

    /** What was done to grading, the latest first; one query. */
    @Transactional(readOnly = true)
    public List<GradingAct> acts(PageRequest page) {
        return acts.latest(page);
    }

    @Transactional(readOnly = true)
    public int countActs() {
        return acts.count();
    }

    /**
     * Nothing is taken for grading any more, on no node, until it is resumed; what was begun is finished, and what is handed in waits.
     *
     * @param told what learners who wait are told beside the fact, at most {@link #LONGEST_WORDS} characters; may be empty
     */
    public void pause(String told) {
        String words = words(told);
        done(() -> {
            halts.halt(Optional.empty(), words, access.actorId());
            note(GradingAct.Kind.PAUSED, "", words);
            return true;
        });
    }

    /** Grading goes on after a pause. */
    public void resume() {
        if (done(() -> halts.end(Optional.empty()) && note(GradingAct.Kind.RESUMED, "", ""))) {
            queue.wake();
        }
    }

    /** A node finishes what it grades and takes nothing new, also after a restart, until it is told to. */
    public void drain(String node) {
        done(() -> halts.halt(Optional.of(node), "", access.actorId()) && note(GradingAct.Kind.DRAINED, node, ""));
    }

    /** A drained node takes submissions again. */
    public void takeAgain(String node) {
        if (done(() -> halts.end(Optional.of(node)) && note(GradingAct.Kind.TAKES_AGAIN, node, ""))) {
            queue.wake();
        }
    }

    /** Asks a node to try its sandbox now, for instance because somebody has mended it; what it finds shows in {@link #nodes()}. */
    public void tryAgain(String node) {
        if (done(() -> nodes.want(node, clock.instant()) && note(GradingAct.Kind.TRIED_AGAIN, node, ""))) {
            reports.wake();
        }
    }

    /**
     * A submission that waits for another try, or was called off, is graded as soon as may be.
     *
     * @throws RuleViolation when it is being graded, or is graded
     */
    public void putBack(SubmissionId id) {
        if (!done(() -> queued.putBack(id, clock.instant()) && note(GradingAct.Kind.PUT_BACK, id.toString(), ""))) {
            throw new RuleViolation("labs.operating.moved-on");
        }
        queue.wake();
    }

    /**
     * A submission that was tried in vain is not graded. It does not count as handed in, and can be put back.
     *
     * @param told why, for the learner, 1 to {@link #LONGEST_WORDS} characters
     * @throws RuleViolation when there is no reason, when it is being graded, is graded or was never tried
     */
    public void callOff(SubmissionId id, String told) {
        String words = words(told);
        if (words.isEmpty()) {
            throw new RuleViolation("labs.operating.reason-missing");
        }
        if (!done(() -> queued.cancel(id, words) && note(GradingAct.Kind.CALLED_OFF, id.toString(), words))) {
            throw new RuleViolation("labs.operating.moved-on");
        }
    }

    /** What is done and that it was done are kept together. */
    private boolean done(Supplier<Boolean> deed) {
        return Boolean.TRUE.equals(transactions.run(deed));
    }

    private boolean note(GradingAct.Kind kind, String subject, String words) {
        acts.add(clock.instant(), access.actorId(), kind, subject, words);
        return true;
    }

    private static String words(String told) {
        String words = told.strip();
        if (words.length() > LONGEST_WORDS) {
            throw new RuleViolation("labs.operating.reason-long", LONGEST_WORDS);
        }
        return words;
    }

    private static QueuedSubmission seen(QueueRows.Row row, @Nullable CourseVersion version) {
        Optional<CourseManifest> manifest = Optional.ofNullable(version).map(CourseVersion::manifest);
        return new QueuedSubmission(
                row.id(),
                manifest.map(known -> known.metadata().title()).orElse(""),
                manifest.flatMap(known -> known.unit(row.unitKey()))
                        .map(CourseUnit::title)
                        .orElse(row.unitKey()),
                row.number(),
                row.state(),
                row.submittedAt(),
                row.notBefore(),
                row.tries(),
                row.node(),
                row.trouble(),
                row.told());
    }
}
