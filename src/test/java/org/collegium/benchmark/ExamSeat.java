package org.collegium.benchmark;

import java.net.http.HttpClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.collegium.activity.journal.WorkTicket;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A learner in an exam, as far as the server notices: comes, starts, saves one answer after another, submits, and begins anew. */
final class ExamSeat {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final LearnerAtWork work;
    private final String quiz;
    private final Random random;
    private final UUID device = UUID.randomUUID();
    private final Map<String, Long> revisions = new HashMap<>();
    private @Nullable ViewTab tab;
    private List<String> questions = List.of();
    private String ticket = "";
    private String untold = "";
    private long sequence;

    ExamSeat(HttpClient connections, String address, String quiz, long seed) {
        this.work = new LearnerAtWork(connections, address);
        this.quiz = quiz;
        this.random = new Random(seed);
    }

    void signIn(String email) {
        work.signIn(email);
    }

    /** Opens the page of the exam. */
    void come() {
        tab = work.open(quiz);
    }

    /** Presses the button that starts the attempt; what the server answers is read later, by {@link #sit}. */
    void start() {
        ViewTab open = tab();
        untold = work.ask(open, new QuizTaking(open).next().orElseThrow().body());
    }

    /** Reads the page with the questions. */
    void sit() {
        LearnerAtWork.hear(tab(), untold);
        untold = "";
        ViewNode sitting = sitting();
        ticket = sitting.attribute("data-ticket");
        questions = tab().told("c-question").stream()
                .map(question -> question.attr("data-key"))
                .toList();
        revisions.clear();
        sequence = 0;
    }

    /** Answers a question. */
    void save() {
        String field = questions.get(random.nextInt(questions.size()));
        sequence++;
        Map<String, Object> save = Map.of(
                "key",
                UUID.randomUUID(),
                "field",
                field,
                "device",
                device,
                "sequence",
                sequence,
                "base",
                revisions.getOrDefault(field, 0L),
                "content",
                JSON.writeValueAsString(List.of(String.valueOf(random.nextInt(1_000_000)))));
        work.save(new QuizMessage(WorkTicket.ADDRESS, ticket, JSON.writeValueAsString(Map.of("saves", List.of(save)))));
        revisions.put(field, sequence);
    }

    /** Asks how the attempt stands. */
    void look() {
        work.look(ticket);
    }

    void submit() {
        untold = work.ask(tab(), tab().event(sitting(), "quiz-submit", Map.of("event.detail.answers", "{}")));
    }

    /** Reads the result, and asks for another attempt. */
    void again() {
        LearnerAtWork.hear(tab(), untold);
        untold = "";
        ViewNode again = tab().find(node ->
                        node.tag().equals("vaadin-button") && tab().textOf(node).equals("Try again"))
                .orElseThrow(() -> new IllegalStateException("There is no way to try again"));
        work.say(tab(), tab().click(again));
    }

    private ViewTab tab() {
        return Objects.requireNonNull(tab, "has not come");
    }

    private ViewNode sitting() {
        return tab().find(node -> node.tag().equals("c-sitting"))
                .orElseThrow(() -> new IllegalStateException("The attempt has not started"));
    }
}
