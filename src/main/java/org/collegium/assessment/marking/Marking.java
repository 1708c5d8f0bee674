package org.collegium.assessment.marking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.collegium.assessment.FileUpload;
import org.collegium.assessment.GradingAgain;
import org.collegium.assessment.Mark;
import org.collegium.assessment.Question;
import org.collegium.assessment.Quizzes;
import org.collegium.courses.CourseRunId;
import org.collegium.enrolment.OtherStaff;
import org.collegium.identity.Access;
import org.collegium.identity.AccountId;
import org.collegium.shared.RetriedTransactions;
import org.collegium.shared.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Marking one answer: it is claimed for a while by whoever has it open, a second marker does not see the first mark, and every mark that
 * was given stays in the history.
 */
@Service
public class Marking {

    /** So long an answer is its marker's after they last did something with it. */
    public static final Duration CLAIM = Duration.ofMinutes(10);

    private static final String MAY = MarkingSettings.MAY;

    private final MarkRows rows;
    private final MarkingSettings settings;
    private final OtherStaff others;
    private final Quizzes quizzes;
    private final GradingAgain grading;
    private final RetriedTransactions transactions;
    private final Access access;
    private final Clock clock;

    Marking(
            MarkRows rows,
            MarkingSettings settings,
            OtherStaff others,
            Quizzes quizzes,
            GradingAgain grading,
            RetriedTransactions transactions,
            Access access,
            Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.others = others;
        this.quizzes = quizzes;
        this.grading = grading;
        this.transactions = transactions;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Takes an answer onto the desk of the current person, for {@link #CLAIM}; what they had there in this run before is anybody's again.
     * Called again, it is theirs for longer. Six queries, and one to see whose run it is.
     */
    @PreAuthorize(MAY)
    public OpenedAnswer open(CourseRunId run, UUID answer) {
        AccountId marker = marker();
        Instant now = now();
        return transactions.<OpenedAnswer>run(() -> {
            Optional<MarkRows.Row> held = rows.held(run.value(), answer);
            if (held.isEmpty()) {
                return new OpenedAnswer.Unknown();
            }
            MarkRows.Row row = held.get();
            if (isOwn(run, row, marker)) {
                return new OpenedAnswer.Own();
            }
            Instant until = row.claimedUntil();
            if (row.taken(marker, now) && until != null) {
                return new OpenedAnswer.Taken(row.claimer(), until);
            }
            rows.claim(run.value(), answer, marker, now.plus(CLAIM));
            return new OpenedAnswer.Open(shown(run, row, marker));
        });
    }

    /** Puts whatever the current person has on their desk in this run back; others may take it at once. */
    @PreAuthorize(MAY)
    public void putBack(CourseRunId run) {
        AccountId marker = marker();
        transactions.run(() -> {
            rows.release(run.value(), marker);
            return true;
        });
    }

    /** Nobody marks their own answer where somebody else may. */
    private boolean isOwn(CourseRunId run, MarkRows.Row row, AccountId marker) {
        return row.learnerId().equals(marker) && others.than(run, List.of(marker));
    }

    private AnswerToMark shown(CourseRunId run, MarkRows.Row row, AccountId marker) {
        Shown shown = Shown.of(row, rows.marks(row.id()), marker, than -> others.than(run, than));
        boolean anonymous = settings.of(run, row.unitKey()).anonymous();
        Question question = question(row);
        boolean unnamed = anonymous && question instanceof FileUpload;
        return new AnswerToMark(
                row.id(),
                row.unitKey(),
                code(row.id()),
                anonymous ? null : row.learner(),
                row.submittedAt(),
                row.state(),
                row.points(),
                question,
                unnamed ? FileUpload.unnamed(row.answer()) : row.answer(),
                row.cameLate(),
                shown.marks(),
                shown.history(),
                shown.task(),
                shown.alone(),
                shown.undoable());
    }

    /** Short, and alike for nobody else's answer in practice. */
    static String code(UUID id) {
        return "%06X".formatted(id.getLeastSignificantBits() & 0xFFFFFF);
    }

    private Question question(MarkRows.Row row) {
        return quizzes.open(row.file()).drawn(row.seed()).questions().stream()
                .filter(each -> each.key().equals(row.questionKey()))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Gives a mark. The attempt is graded at once when nothing of it waits any more.
     *
     * @param task that the marker saw; when another is due by now, nothing is done
     * @param reason of a decision, at most 1,000 characters; ignored for other tasks
     * @throws RuleViolation with all that is wrong with the mark
     */
    @PreAuthorize(MAY)
    public GivingResult give(CourseRunId run, UUID answer, MarkingTask task, Mark mark, String reason) {
        AccountId marker = marker();
        Instant now = now();
        return transactions.run(() -> {
            MarkRows.Row row =
                    rows.held(run.value(), answer).orElseThrow(() -> new RuleViolation("assessment.marking.unknown"));
            if (isOwn(run, row, marker)) {
                throw new RuleViolation("assessment.marking.own");
            }
            List<GivenMark> marks = rows.marks(answer);
            Shown shown = Shown.of(row, marks, marker, than -> others.than(run, than));
            if (task == MarkingTask.ASIDE || row.taken(marker, now) || shown.task() != task) {
                return GivingResult.OVERTAKEN;
            }
            Question question = question(row);
            MarkingSetting setting = settings.of(run, row.unitKey());
            MarkCheck.check(question, setting.step(), mark, task, reason.strip());
            rows.end(answer, task.part(), now);
            rows.add(answer, task.part(), marker, mark, task.reasoned() ? reason.strip() : "", shown.alone(), now);
            Boolean wanted = row.secondWanted();
            settle(
                    row,
                    wanted == null ? MarkingRules.wantsSecond(answer, setting.secondPercent()) : wanted,
                    question,
                    setting);
            return GivingResult.GIVEN;
        });
    }

    /**
     * Takes the current person's mark back, if it is the latest of the answer; what was in its place before is in force again, whoever gave it.
     * Returns whether there was one to take back.
     */
    @PreAuthorize(MAY)
    public boolean undo(CourseRunId run, UUID answer) {
        AccountId marker = marker();
        Instant now = now();
        return transactions.run(() -> {
            MarkRows.Row row =
                    rows.held(run.value(), answer).orElseThrow(() -> new RuleViolation("assessment.marking.unknown"));
            List<GivenMark> marks = rows.marks(answer);
            if (row.taken(marker, now) || !Shown.undoable(marks, marker)) {
                return false;
            }
            GivenMark latest = Shown.latest(marks).orElseThrow();
            rows.end(answer, latest.part(), now);
            marks.stream()
                    .filter(before ->
                            before.part() == latest.part() && latest.at().equals(before.ended()))
                    .findFirst()
                    .ifPresent(before -> rows.add(
                            answer,
                            before.part(),
                            before.marker(),
                            before.mark(),
                            before.reason(),
                            before.alone(),
                            now));
            settle(row, row.secondWanted(), question(row), settings.of(run, row.unitKey()));
            return true;
        });
    }

    private void settle(MarkRows.Row row, @Nullable Boolean secondWanted, Question question, MarkingSetting setting) {
        Map<MarkPart, GivenMark> points = rows.marks(row.id()).stream()
                .filter(mark -> mark.ended() == null)
                .collect(Collectors.toMap(GivenMark::part, Function.identity()));
        MarkingRules.Outcome outcome = MarkingRules.outcome(
                new MarkingRules.Given(
                        points(points.get(MarkPart.FIRST)),
                        points(points.get(MarkPart.SECOND)),
                        points(points.get(MarkPart.MODERATION))),
                Boolean.TRUE.equals(secondWanted),
                question.points(),
                setting.differingPercent());
        rows.settle(row.id(), outcome, outcome.state() == MarkingState.WAITING ? null : secondWanted);
        if (outcome.state() == MarkingState.MARKED || row.state() == MarkingState.MARKED) {
            grading.grade(row.attempt());
        }
        rows.tell(row.id(), outcome.state() == MarkingState.MARKED ? now().plus(TellingMarked.LATER) : null);
    }

    private static @Nullable Double points(@Nullable GivenMark mark) {
        return mark == null ? null : (Double) mark.mark().points();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private AccountId marker() {
        return access.account().orElseThrow(() -> new AccessDeniedException("Nobody is signed in"));
    }
}
