package org.collegium.assessment.peer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.collegium.assessment.Question.Essay;
import org.collegium.assessment.Review;
import org.collegium.assessment.Reviewing;
import org.collegium.assessment.peer.PeerQuestions.Asked;
import org.collegium.assessment.peer.PeerReviewRows.Row;
import org.collegium.assessment.peer.PeerScore.Compared;
import org.collegium.identity.AccountId;
import org.collegium.shared.RetriedTransactions;
import org.collegium.shared.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reviewing the answers of others, as a learner does it; nobody hears whose they are, or who reviewed. */
@Service
public class PeerReviewing {

    /** So much longer what was under way at the end is taken, as with answers. */
    static final Duration UNDER_WAY = Duration.ofSeconds(10);

    private static final String OWN = "@access.is(#learner)";

    private final PeerTaskRows tasks;
    private final PeerQuestions questions;
    private final PeerTextRows texts;
    private final PeerReviewRows reviews;
    private final PeerExampleRows examples;
    private final Reviewing results;
    private final RetriedTransactions transactions;
    private final Clock clock;

    PeerReviewing(
            PeerTaskRows tasks,
            PeerQuestions questions,
            PeerTextRows texts,
            PeerReviewRows reviews,
            PeerExampleRows examples,
            Reviewing results,
            RetriedTransactions transactions,
            Clock clock) {
        this.tasks = tasks;
        this.questions = questions;
        this.texts = texts;
        this.reviews = reviews;
        this.examples = examples;
        this.results = results;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** How a learner stands in the peer reviews of a quiz; one query where there are none, at most twelve for each question otherwise. */
    @PreAuthorize(OWN)
    @Transactional(readOnly = true)
    public List<PeerStanding> of(AccountId learner, UUID run, String unitKey) {
        return tasks.of(run, unitKey).stream()
                .map(task -> standing(learner, task))
                .toList();
    }

    private PeerStanding standing(AccountId learner, PeerTask task) {
        Optional<PeerTextRows.Row> text = texts.of(task.id(), learner);
        if (text.isEmpty()) {
            return new PeerStanding(task, false, List.of(), null, List.of(), null, false);
        }
        List<Row> mine = reviews.of(task.id(), learner);
        boolean over = task.phase() == PeerPhase.DONE;
        Review.Shown shown = over ? results.shown(learner, text.get().attempt()) : Review.Shown.NOTHING;
        List<PeerReviewData> received = shown.feedback()
                ? reviews.ofText(text.get().id()).stream()
                        .map(row -> row.said().shown(shown))
                        .toList()
                : List.of();
        OptionalDouble agreement = agreement(task, mine);
        return new PeerStanding(
                task,
                true,
                numbered(mine),
                agreement.isPresent() ? agreement.getAsDouble() : null,
                received,
                shown.score() ? text.get().share() : null,
                over && !shown.score());
    }

    /** Empty before all examples are reviewed. */
    private OptionalDouble agreement(PeerTask task, List<Row> mine) {
        List<Row> practised = mine.stream()
                .filter(row -> row.kind() == PeerReviewKind.EXAMPLE)
                .toList();
        if (practised.isEmpty() || !practised.stream().allMatch(Row::given)) {
            return OptionalDouble.empty();
        }
        return questions
                .of(task.run(), task.unitKey(), task.questionKey())
                .map(asked -> PeerScore.agreement(compared(asked.essay(), examples.of(task.id()), practised)))
                .orElse(OptionalDouble.empty());
    }

    static List<Compared> compared(Essay essay, List<PeerExample> known, List<Row> given) {
        return given.stream()
                .flatMap(row -> known.stream()
                        .filter(example -> example.id().equals(row.example()))
                        .map(example -> new Compared(
                                row.said().share(essay), example.says().share(essay))))
                .toList();
    }

    private static List<PeerTodo> numbered(List<Row> rows) {
        List<PeerTodo> todos = new ArrayList<>();
        for (PeerReviewKind kind : PeerReviewKind.values()) {
            int number = 0;
            for (Row row : rows) {
                if (row.kind() == kind) {
                    number++;
                    todos.add(new PeerTodo(row.id(), kind, number, row.saved(), row.given()));
                }
            }
        }
        return todos;
    }

    /**
     * What is to be reviewed, and what was said of it so far; at most fourteen queries.
     *
     * @throws AccessDeniedException when it is not a review of this learner
     * @throws RuleViolation when it is not yet to be seen
     */
    @PreAuthorize(OWN)
    @Transactional(readOnly = true)
    public PeerPaper paper(AccountId learner, UUID review) {
        Row row = reviews.one(review, learner).orElseThrow(PeerReviewing::notTheirs);
        PeerTask task = tasks.of(row.task()).orElseThrow(PeerReviewing::notTheirs);
        PeerStanding standing = standing(learner, task);
        PeerTodo todo = standing.reviews().stream()
                .filter(each -> each.id().equals(review))
                .findFirst()
                .orElseThrow(PeerReviewing::notTheirs);
        boolean open = standing.open(todo) && inTime(task, todo.kind(), Duration.ZERO);
        if (!open && !row.given()) {
            throw new RuleViolation("assessment.peer.not-open");
        }
        Essay essay = essay(task);
        UUID example = row.example();
        if (example == null) {
            UUID text = row.text();
            String content = text == null ? "" : texts.content(text, task.questionKey());
            return new PeerPaper(todo, essay, content, row.said(), open, null);
        }
        PeerExample known = examples.of(task.id()).stream()
                .filter(each -> each.id().equals(example))
                .findFirst()
                .orElseThrow(PeerReviewing::notTheirs);
        return new PeerPaper(todo, essay, known.text(), row.said(), open, row.given() ? known.says() : null);
    }

    /**
     * Keeps what was typed; it counts when it is handed in.
     *
     * @throws AccessDeniedException when it is not a review of this learner
     * @throws RuleViolation when nothing is taken any more
     */
    @PreAuthorize(OWN)
    public void save(AccountId learner, UUID review, PeerReviewData said) {
        write(learner, review, said, false);
    }

    /**
     * Hands a review in. It may be changed until the reviews are over, that of an example may not, since the teacher's is shown then.
     *
     * @throws AccessDeniedException when it is not a review of this learner
     * @throws RuleViolation when something is missing, or nothing is taken any more
     */
    @PreAuthorize(OWN)
    public void give(AccountId learner, UUID review, PeerReviewData said) {
        write(learner, review, said, true);
    }

    private void write(AccountId learner, UUID review, PeerReviewData said, boolean give) {
        transactions.run(() -> {
            // Before the review: who moves the task on holds it before they hold anything else.
            PeerTask task = reviews.one(review, learner)
                    .flatMap(known -> tasks.kept(known.task()))
                    .orElseThrow(PeerReviewing::notTheirs);
            Row row = reviews.held(review, learner).orElseThrow(PeerReviewing::notTheirs);
            PeerStanding standing = standing(learner, task);
            if (!standing.open(row.todo()) || !inTime(task, row.kind(), UNDER_WAY)) {
                throw new RuleViolation("assessment.peer.not-open");
            }
            if (give || row.given()) {
                said.check(essay(task));
            }
            reviews.save(review, said, give, clock.instant());
            return true;
        });
    }

    /** The job that moves on comes a little later than that, so that whatever is taken counts. */
    private boolean inTime(PeerTask task, PeerReviewKind kind, Duration longer) {
        @Nullable
        Instant until =
                kind == PeerReviewKind.SELF ? task.data().selfBy() : task.data().reviewBy();
        return until != null && clock.instant().isBefore(until.plus(longer));
    }

    private Essay essay(PeerTask task) {
        return questions
                .of(task.run(), task.unitKey(), task.questionKey())
                .map(Asked::essay)
                .orElseThrow(() -> new RuleViolation("assessment.peer.question-gone"));
    }

    private static AccessDeniedException notTheirs() {
        return new AccessDeniedException("Not a review of this learner");
    }
}
