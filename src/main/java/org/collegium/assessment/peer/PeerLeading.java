package org.collegium.assessment.peer;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.collegium.assessment.Question.Essay;
import org.collegium.assessment.peer.PeerQuestions.Asked;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.Access;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RetriedTransactions;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.Rules;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Having learners of a run review each other: by when, with which examples, who is missing, and what is done about it. */
@Service
public class PeerLeading {

    private static final String MAY = "@runAccess.may('" + PeerPermissions.LEAD + "', #run)";
    private static final int MOST_EXAMPLES = 10;
    private static final int LONGEST_EXAMPLE = 50_000;
    private static final SecureRandom SEEDS = new SecureRandom();

    private final PeerQuestions questions;
    private final PeerTaskRows tasks;
    private final PeerTextRows texts;
    private final PeerExampleRows examples;
    private final PeerPeople people;
    private final PeerMore more;
    private final PeerMails mails;
    private final RetriedTransactions transactions;
    private final Access access;
    private final Clock clock;

    PeerLeading(
            PeerQuestions questions,
            PeerTaskRows tasks,
            PeerTextRows texts,
            PeerExampleRows examples,
            PeerPeople people,
            PeerMore more,
            PeerMails mails,
            RetriedTransactions transactions,
            Access access,
            Clock clock) {
        this.questions = questions;
        this.tasks = tasks;
        this.texts = texts;
        this.examples = examples;
        this.people = people;
        this.more = more;
        this.mails = mails;
        this.transactions = transactions;
        this.access = access;
        this.clock = clock;
    }

    /**
     * The essays of a run in reading order, with their peer reviews, then those that are asked no more and have some; at most five queries,
     * and about five for each that is asked no more.
     */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public List<PeerQuestion> questions(CourseRunId run) {
        List<PeerTask> known = tasks.of(run);
        Map<UUID, PeerPeople.Counts> counts = people.counts(run);
        List<Asked> all = new ArrayList<>(questions.of(run));
        known.stream()
                .filter(task -> all.stream().noneMatch(asked -> asked.is(task.unitKey(), task.questionKey())))
                .flatMap(task -> questions.of(run, task.unitKey(), task.questionKey()).stream())
                .toList()
                .forEach(all::add);
        return all.stream()
                .map(asked -> {
                    PeerTask task = known.stream()
                            .filter(each -> asked.is(each.unitKey(), each.questionKey()))
                            .findFirst()
                            .orElse(null);
                    PeerPeople.Counts count = task == null
                            ? PeerPeople.Counts.NONE
                            : counts.getOrDefault(task.id(), PeerPeople.Counts.NONE);
                    return new PeerQuestion(
                            asked.unitKey(),
                            asked.title(),
                            asked.essay(),
                            task,
                            count.texts(),
                            count.given(),
                            count.due(),
                            count.examples());
                })
                .toList();
    }

    /**
     * Sets the peer reviews of a question. Once it is said who reviews whom, only the later times and the reward may change.
     *
     * @throws RuleViolation when the run has no such essay, or what has happened already would be another
     */
    @PreAuthorize(MAY)
    public void set(CourseRunId run, String unitKey, String questionKey, PeerTaskData data) {
        if (questions.of(run, unitKey, questionKey).isEmpty()) {
            throw new RuleViolation("assessment.peer.question-gone");
        }
        transactions.run(() -> {
            tasks.of(run).stream()
                    .filter(task ->
                            task.unitKey().equals(unitKey) && task.questionKey().equals(questionKey))
                    .findFirst()
                    .flatMap(task -> tasks.held(task.id()))
                    .filter(task -> task.phase() != PeerPhase.SUBMIT)
                    .ifPresent(task -> checkLater(task, data));
            tasks.put(run, unitKey, questionKey, data, SEEDS.nextLong(), access.actorId(), clock.instant());
            return true;
        });
    }

    private static void checkLater(PeerTask task, PeerTaskData data) {
        PeerTaskData before = task.data();
        boolean reviewing = task.phase() == PeerPhase.REVIEW;
        new Rules()
                .that(data.reviews() == before.reviews(), "assessment.peer.reviews.begun")
                .that(Objects.equals(data.submitBy(), before.submitBy()), "assessment.peer.submit.begun")
                .that(reviewing || Objects.equals(data.reviewBy(), before.reviewBy()), "assessment.peer.review.over")
                .that(reviewing || (data.selfBy() == null) == (before.selfBy() == null), "assessment.peer.self.over")
                .that(task.phase() != PeerPhase.DONE, "assessment.peer.reviews.done")
                .hold();
    }

    /**
     * Takes the peer reviews of a question back while nobody reviews yet, with their examples.
     *
     * @throws RuleViolation when somebody does
     */
    @PreAuthorize(MAY)
    public void stop(CourseRunId run, UUID task) {
        transactions.run(() -> {
            beforeReviews(run, task);
            tasks.delete(task);
            return true;
        });
    }

    /** The examples of a task; two queries. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public List<PeerExample> examples(CourseRunId run, UUID task) {
        return examples.of(task(run, task).id());
    }

    /**
     * Adds an example that every reviewer reviews first.
     *
     * @param says the mark and, as its comment, the reason that reviewers read afterwards
     * @throws RuleViolation when something is missing, there are enough, or reviewing has begun
     */
    @PreAuthorize(MAY)
    public void addExample(CourseRunId run, UUID id, String text, PeerReviewData says) {
        transactions.run(() -> {
            PeerTask task = beforeReviews(run, id);
            Essay essay = essay(task);
            List<PeerExample> known = examples.of(id);
            new Rules()
                    .that(!text.isBlank(), "assessment.peer.example.text.missing")
                    .that(
                            text.length() <= LONGEST_EXAMPLE,
                            "assessment.peer.example.text.long",
                            text.length(),
                            LONGEST_EXAMPLE)
                    .that(known.size() < MOST_EXAMPLES, "assessment.peer.example.many", MOST_EXAMPLES)
                    .in(() -> says.check(essay))
                    .hold();
            int number = known.stream().mapToInt(PeerExample::number).max().orElse(0) + 1;
            examples.add(id, number, text.strip(), says, says.share(essay) * essay.points(), access.actorId());
            return true;
        });
    }

    /** Takes an example away; false when it was away already. */
    @PreAuthorize(MAY)
    public boolean removeExample(CourseRunId run, UUID task, UUID example) {
        return transactions.run(() -> examples.remove(beforeReviews(run, task).id(), example));
    }

    /** Who takes part, those with most reviews missing first; at most six queries. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public List<PeerPerson> people(CourseRunId run, UUID id, PageRequest page) {
        PeerTask task = task(run, id);
        return people.of(task, essay(task), page);
    }

    /** What was said of an answer, and by whom; at most five queries. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public List<PeerReceived> received(CourseRunId run, UUID id, UUID text) {
        PeerTask task = task(run, id);
        return people.received(task, essay(task), text);
    }

    /** Writes to those who have reviews to give. Returns to how many. */
    @PreAuthorize(MAY)
    public int remind(CourseRunId run, UUID id) {
        return mails.remind(task(run, id));
    }

    /**
     * Lets answers take part that came late, and gives reviews that are missing to those who have given all of theirs.
     *
     * @return how many reviews are to be given beside those that were
     * @throws RuleViolation when nobody reviews now
     */
    @PreAuthorize(MAY)
    public int giveMore(CourseRunId run, UUID id) {
        return transactions.run(() -> {
            PeerTask task = task(run, id);
            if (tasks.held(id).filter(held -> held.phase() == PeerPhase.REVIEW).isEmpty()) {
                throw new RuleViolation("assessment.peer.not-reviewing");
            }
            texts.gather(task, clock.instant());
            return more.give(task);
        });
    }

    private PeerTask beforeReviews(CourseRunId run, UUID id) {
        PeerTask task = tasks.held(id).filter(held -> held.run().equals(run)).orElseThrow(PeerLeading::notOfRun);
        if (task.phase() != PeerPhase.SUBMIT) {
            throw new RuleViolation("assessment.peer.begun");
        }
        return task;
    }

    private PeerTask task(CourseRunId run, UUID id) {
        return tasks.of(id).filter(task -> task.run().equals(run)).orElseThrow(PeerLeading::notOfRun);
    }

    private Essay essay(PeerTask task) {
        return questions
                .of(task.run(), task.unitKey(), task.questionKey())
                .map(Asked::essay)
                .orElseThrow(() -> new RuleViolation("assessment.peer.question-gone"));
    }

    private static AccessDeniedException notOfRun() {
        return new AccessDeniedException("Not a peer review of this run");
    }
}
