package org.collegium.browser;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.collegium.activity.journal.WorkTicket;
import org.collegium.benchmark.LearnerAtWork;
import org.collegium.benchmark.QuizTaking;
import org.collegium.benchmark.ViewNode;
import org.collegium.benchmark.ViewTab;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A learner in an exam, as far as the server notices: changes one answer after another, and sends a change again, with the same key,
 * until the server has acknowledged it; where a file is asked for, hands one in the same way. Lines are cut now and then, before the
 * answer of the server is read.
 */
final class ExamTaker implements Runnable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int ONE_IN_CUT = 40;
    private static final int PAUSE_AFTER_FAILURE = 250;
    private static final int LATEST_FILE = 20;

    /** Far from every number that is asked for. */
    private static final int WRONG = 1_000_000;

    /** Earns all points of the code question of the demonstration course; any other code here earns none. */
    static final String RIGHT_CODE = "def accuracy(predicted, actual):\n"
            + "    return sum(p == a for p, a in zip(predicted, actual)) / len(actual) if actual else 0";

    /** A save that the server has acknowledged. */
    record Acknowledged(UUID key, String field, String content, long revision) {}

    private final BuiltApplication application;
    private final HttpClient client;
    private final String email;
    private final String quiz;
    private final ExamKey key;
    private final Random random;
    private final int pause;
    private final UUID device = UUID.randomUUID();
    private final Map<String, Long> revisions = new HashMap<>();
    private final List<Acknowledged> acknowledged = new ArrayList<>();
    private final Set<String> essays = new HashSet<>();
    private final Set<String> programs = new HashSet<>();
    private List<String> questions = List.of();
    private String fileQuestion = "";
    private @Nullable ExamFile file;
    private String ticket = "";
    private long sequence;
    private int cut;
    private volatile boolean ends;

    /**
     * @param key of the quiz; now and then an answer is right
     * @param pause between two changes, in milliseconds on average
     */
    ExamTaker(
            BuiltApplication application,
            HttpClient client,
            String email,
            String quiz,
            ExamKey key,
            Random random,
            int pause) {
        this.application = application;
        this.client = client;
        this.email = email;
        this.quiz = quiz;
        this.key = key;
        this.random = random;
        this.pause = pause;
    }

    String email() {
        return email;
    }

    /** What was acknowledged, in its order; to be read when the learner has ended. */
    List<Acknowledged> acknowledged() {
        return acknowledged;
    }

    /** The questions that ask for an essay. */
    Set<String> essays() {
        return essays;
    }

    /** The questions that ask for code. */
    Set<String> programs() {
        return programs;
    }

    /** Whether the journal keeps the last save of each minute alone, since there are long texts among the answers. */
    boolean writesAtLength() {
        return !essays.isEmpty() || !programs.isEmpty();
    }

    /** The question that asks for a file; empty where none does. */
    String fileQuestion() {
        return fileQuestion;
    }

    /** The hash of the file of which the server said that it is there; empty where it did not. */
    String handedIn() {
        return file == null ? "" : file.stored();
    }

    /** How many lines were cut. */
    int cut() {
        return cut;
    }

    /** Starts the attempt. */
    void begin() {
        try (LearnerAtWork work = new LearnerAtWork(application.address())) {
            ViewTab tab = open(work);
            QuizTaking taking = new QuizTaking(tab);
            work.say(tab, taking.next().orElseThrow().body());
            ViewNode sitting = tab.find(node -> node.tag().equals("c-sitting")).orElseThrow();
            ticket = sitting.attribute("data-ticket");
            questions = tab.told("c-question").stream()
                    .filter(question -> question.selectFirst("[data-files]") == null)
                    .map(this::known)
                    .toList();
            fileQuestion = tab.told("c-question:has([data-files])").stream()
                    .map(question -> question.attr("data-key"))
                    .findFirst()
                    .orElse("");
            file = new ExamFile(application, client, ticket, fileQuestion, "A curve of " + email);
        }
    }

    private String known(Element question) {
        String key = question.attr("data-key");
        if (question.selectFirst("[data-tests]") != null) {
            programs.add(key);
        } else if (question.selectFirst("[data-few]") != null) {
            essays.add(key);
        }
        return key;
    }

    /** Comes back to the attempt and submits it. */
    void submit() {
        try (LearnerAtWork work = new LearnerAtWork(application.address())) {
            ViewTab tab = open(work);
            ViewNode sitting = tab.find(node -> node.tag().equals("c-sitting")).orElseThrow();
            work.say(tab, tab.event(sitting, "quiz-submit", Map.of("event.detail.answers", "{}")));
        }
    }

    private ViewTab open(LearnerAtWork work) {
        work.signIn(email);
        return work.open(quiz);
    }

    /** Has it end after the change that is under way; what was not acknowledged until then is nobody's loss. */
    void end() {
        ends = true;
    }

    /** Answers until it is told to end, or the server says that the attempt is over. */
    @Override
    public void run() {
        boolean open = true;
        ExamFile sent = fileQuestion.isEmpty() ? null : file;
        int from = random.nextInt(LATEST_FILE);
        for (int change = 0; !ends && open; change++) {
            if (sent != null && change >= from && sent.stored().isEmpty()) {
                open = sent.send();
            }
            String field = questions.get(random.nextInt(questions.size()));
            open = open && save(UUID.randomUUID(), field, JSON.writeValueAsString(List.of(content(field))));
            rest(1 + random.nextInt(2 * pause));
        }
    }

    private String content(String field) {
        String right = programs.contains(field) ? RIGHT_CODE : key.right().get(field);
        return right != null && random.nextBoolean() ? right : String.valueOf(WRONG + random.nextInt(1_000_000));
    }

    /** What is right in the quiz, where no person marks. */
    ExamKey key() {
        return key;
    }

    /** Sends a change until it is acknowledged; false when the attempt is over. */
    private boolean save(UUID key, String field, String content) {
        long base = revisions.getOrDefault(field, 0L);
        sequence++;
        String body = JSON.writeValueAsString(Map.of(
                "saves",
                List.of(Map.of(
                        "key",
                        key,
                        "field",
                        field,
                        "device",
                        device,
                        "sequence",
                        sequence,
                        "base",
                        base,
                        "content",
                        content))));
        if (random.nextInt(ONE_IN_CUT) == 0) {
            cutOff(body);
        }
        while (!ends) {
            try {
                HttpResponse<String> answer = client.send(request(body), BodyHandlers.ofString());
                if (answer.statusCode() == 410) {
                    return false;
                }
                if (answer.statusCode() == 200) {
                    keep(
                            key,
                            field,
                            content,
                            JSON.readTree(answer.body()).path("outcomes").path(0));
                    return true;
                }
                if (answer.statusCode() < 500) {
                    throw new IllegalStateException("The journal answered " + answer.statusCode() + answer.body());
                }
            } catch (IOException away) {
                // Nobody listens there now.
            } catch (InterruptedException exception) {
                Thread.currentThread().interrupt();
                return false;
            }
            rest(PAUSE_AFTER_FAILURE);
        }
        return true;
    }

    private void keep(UUID key, String field, String content, JsonNode told) {
        if (!told.path("kind").asString("").equals("kept")) {
            throw new IllegalStateException("The journal answered " + told);
        }
        long revision = told.path("outcome").path("revision").asLong();
        revisions.put(field, revision);
        acknowledged.add(new Acknowledged(key, field, content, revision));
    }

    private HttpRequest request(String body) {
        return HttpRequest.newBuilder(URI.create(application.address() + WorkTicket.ADDRESS))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + ticket)
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    /** Sends it whole and hangs up; whether the server has taken it nobody knows. */
    private void cutOff(String body) {
        URI address = URI.create(application.address());
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head = "POST " + WorkTicket.ADDRESS + " HTTP/1.1\r\nHost: " + address.getAuthority()
                + "\r\nContent-Type: application/json\r\nAuthorization: Bearer " + ticket + "\r\nContent-Length: "
                + bytes.length + "\r\nConnection: close\r\n\r\n";
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            cut++;
        } catch (IOException away) {
            // Nobody listens there now.
        }
    }

    private static void rest(int milliseconds) {
        try {
            TimeUnit.MILLISECONDS.sleep(milliseconds);
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
        }
    }
}
