package org.collegium.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.collegium.activity.journal.NewWork;
import org.collegium.activity.journal.SaveOutcome;
import org.collegium.activity.journal.WorkEnds;
import org.collegium.activity.journal.WorkEntry;
import org.collegium.activity.journal.WorkHistory;
import org.collegium.activity.journal.WorkJournal;
import org.collegium.activity.journal.WorkSave;
import org.collegium.activity.journal.WorkTicket;
import org.collegium.identity.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The answers of attempts. While an attempt is open they are in the work journal, one field for each question, beside what
 * the browser marks; what was kept before there was a journal lies below. When it is submitted, the work ends and what counts becomes rows.
 */
@Component
class AttemptAnswers {

    private final WorkJournal journal;
    private final WorkEnds ends;
    private final AnswerRows rows;
    private final AnswerFileRows files;

    AttemptAnswers(WorkJournal journal, WorkEnds ends, AnswerRows rows, AnswerFileRows files) {
        this.journal = journal;
        this.ends = ends;
        this.rows = rows;
        this.files = files;
    }

    /** Lets the learner's browser save; the same work each time. */
    WorkTicket open(AccountId learner, AttemptId attempt, Quiz quiz, @Nullable Instant ends) {
        return journal.open(work(learner, attempt, quiz, ends));
    }

    /** Has saving end at another time, or never where that is null, if the learner's browser was let save. */
    void move(AccountId learner, AttemptId attempt, @Nullable Instant end) {
        ends.move(learner, Attempts.KIND, attempt.value(), end);
    }

    /** What is answered so far of a quiz that is drawn; three queries, one more where files are asked for. */
    Map<String, SavedAnswer> soFar(
            AccountId learner, AttemptId attempt, Quiz quiz, AskedQuiz asked, WorkTicket ticket) {
        Map<String, SavedAnswer> answers =
                together(quiz, asked, rows.of(attempt), journal.latest(learner, ticket.work()));
        answers.putAll(files.of(attempt, quiz));
        return answers;
    }

    /**
     * Ends the work and returns what counts. Every save that was acknowledged is in it, and later ones are refused, if this is in
     * the transaction that submits.
     */
    Map<String, SavedAnswer> end(AccountId learner, AttemptId attempt, Quiz quiz, AskedQuiz asked) {
        List<WorkEntry> saved = ends.close(work(learner, attempt, quiz, null));
        Map<String, SavedAnswer> counting = together(quiz, asked, rows.of(attempt), saved);
        counting.putAll(files.of(attempt, quiz));
        rows.write(attempt, counting);
        return counting;
    }

    /** Texts at length would fill the journal with each of their letters; of them the last of each minute is kept. */
    private static NewWork work(AccountId learner, AttemptId attempt, Quiz quiz, @Nullable Instant ends) {
        WorkHistory history = quiz.questions().stream().anyMatch(question -> question.longest() >= Answer.LONGEST)
                ? WorkHistory.BY_MINUTE
                : WorkHistory.EVERY;
        return new NewWork(learner, Attempts.KIND, attempt.value(), history, ends, order(quiz));
    }

    /** Where there is no way back the journal refuses what is not the turn of. */
    private static List<String> order(Quiz quiz) {
        return quiz.rules().order() == QuizRules.Order.FORCED
                ? quiz.questions().stream().map(Question::key).toList()
                : List.of();
    }

    /** What counted in a submitted attempt; one query. */
    Map<String, SavedAnswer> counted(AttemptId attempt) {
        return rows.of(attempt);
    }

    /**
     * Keeps answers that came otherwise than from a browser, over what is there; where there is an order, in it.
     *
     * @return the questions whose turn was over, so that nothing was kept of their answers
     */
    List<String> keep(AccountId learner, WorkTicket ticket, Quiz quiz, AskedQuiz asked, Map<String, Answer> answers) {
        Map<String, Long> revisions = new HashMap<>();
        journal.latest(learner, ticket.work()).forEach(entry -> revisions.put(entry.field(), entry.revision()));
        UUID device = UUID.randomUUID();
        boolean ordered = !order(quiz).isEmpty();
        List<WorkSave> saves = new ArrayList<>();
        for (int step = 0; step < quiz.questions().size(); step++) {
            String key = quiz.questions().get(step).key();
            Answer answer = answers.get(key);
            if (answer != null) {
                if (ordered) {
                    saves.add(save(NewWork.goingOnTo(step), device, revisions, ""));
                }
                saves.add(save(key, device, revisions, shown(asked, key, answer).json()));
            }
        }
        List<SaveOutcome> outcomes = journal.save(learner, ticket, saves);
        List<String> late = new ArrayList<>();
        for (int at = 0; at < outcomes.size(); at++) {
            switch (outcomes.get(at)) {
                case SaveOutcome.Kept _, SaveOutcome.Superseded _ -> {}
                case SaveOutcome.OutOfTurn _ -> late.add(saves.get(at).field());
                case SaveOutcome.Conflict _, SaveOutcome.Full _ ->
                    throw new IllegalStateException("Answers were not kept: " + outcomes);
            }
        }
        return late;
    }

    private static WorkSave save(String field, UUID device, Map<String, Long> revisions, String content) {
        return new WorkSave(UUID.randomUUID(), field, device, 1, revisions.getOrDefault(field, 0L), content);
    }

    /** The journal has options by their places, as browsers know them. */
    private static Answer shown(AskedQuiz asked, String key, Answer answer) {
        return asked.question(key)
                .map(question -> OptionPlaces.shown(question, answer))
                .orElse(answer);
    }

    private static Answer kept(AskedQuiz asked, String key, Answer answer) {
        return asked.question(key)
                .map(question -> OptionPlaces.kept(question, answer))
                .orElse(answer);
    }

    /** Files come another way. What a browser saved may be of no question, and is no answer when it cannot be read. Of two the later one counts. */
    private static Map<String, SavedAnswer> together(
            Quiz quiz, AskedQuiz asked, Map<String, SavedAnswer> before, List<WorkEntry> entries) {
        Map<String, SavedAnswer> answers = new HashMap<>(before);
        Map<String, Integer> longest = quiz.questions().stream()
                .filter(question -> !(question instanceof FileUpload))
                .collect(Collectors.toMap(Question::key, Question::longest));
        for (WorkEntry entry : entries) {
            Integer most = longest.get(entry.field());
            if (most == null) {
                continue;
            }
            answers.merge(
                    entry.field(),
                    new SavedAnswer(
                            kept(asked, entry.field(), Answer.read(entry.content(), most)),
                            entry.revision(),
                            entry.savedAt(),
                            entry.sha256()),
                    (one, other) -> one.savedAt().isAfter(other.savedAt()) ? one : other);
        }
        answers.keySet().retainAll(longest.keySet());
        return answers;
    }
}
