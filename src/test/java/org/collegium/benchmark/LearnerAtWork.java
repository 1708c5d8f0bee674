package org.collegium.benchmark;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.collegium.activity.journal.WorkTicket;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** A learner with a browser of their own, without a screen: signs in and opens views in tabs. */
public final class LearnerAtWork implements AutoCloseable {

    static final String PASSWORD = "open-lake-winter";

    private static final int MOST_REDIRECTS = 5;

    private final HttpClient client;
    private final boolean own;
    private final String address;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    public LearnerAtWork(String address) {
        this(connections(), true, address);
    }

    /** One of many who share connections and threads, but nothing else. */
    LearnerAtWork(HttpClient shared, String address) {
        this(shared, false, address);
    }

    private LearnerAtWork(HttpClient client, boolean own, String address) {
        this.client = client;
        this.own = own;
        this.address = address;
    }

    static HttpClient connections() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    public void signIn(String email) {
        Element token = Jsoup.parse(get("/sign-in")).selectFirst("input[name=_csrf]");
        Map<String, String> fields =
                Map.of("_csrf", token == null ? "" : token.val(), "email", email, "password", PASSWORD);
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        Answer answer = send(request("/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        if (answer.uri().getPath().equals("/sign-in")) {
            throw new IllegalStateException("Could not sign in as " + email);
        }
    }

    /** Opens a view in a tab of its own. */
    public ViewTab open(String path) {
        get(path);
        ViewTab tab = new ViewTab();
        tab.begin(get(ViewTab.initAddress(path)));
        say(tab, tab.goTo(path));
        return tab;
    }

    /** Sends a message of a tab. */
    public void say(ViewTab tab, String message) {
        hear(tab, ask(tab, message));
    }

    /** Sends a message of a tab and returns the answer, which the tab has yet to {@link #hear}. */
    String ask(ViewTab tab, String message) {
        return send(request(tab.address())
                        .header("Content-Type", "application/json; charset=UTF-8")
                        .POST(BodyPublishers.ofString(message)))
                .body();
    }

    static void hear(ViewTab tab, String answer) {
        if (!tab.apply(answer)) {
            throw new IllegalStateException("The server answered " + answer);
        }
    }

    /** Answers the quiz that a tab shows and submits it. Returns whether it came to that. */
    boolean takeQuiz(ViewTab tab) {
        QuizTaking taking = new QuizTaking(tab);
        for (Optional<QuizMessage> message = taking.next(); message.isPresent(); message = taking.next()) {
            if (message.get().toJournal()) {
                save(message.get());
            } else {
                say(tab, message.get().body());
            }
        }
        return taking.submitted();
    }

    /** Saves an answer in the journal, which says that it is kept. */
    void save(QuizMessage answer) {
        Answer told = send(request(answer.address())
                .setHeader("Accept", "*/*")
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + answer.ticket())
                .POST(BodyPublishers.ofString(answer.body())));
        if (!told.body().contains("\"kept\"")) {
            throw new IllegalStateException("The journal answered " + told.body());
        }
    }

    /** Asks how a work stands, as a page that is in view does every few seconds. */
    void look(String ticket) {
        String told = send(request(WorkTicket.TIME)
                        .setHeader("Accept", "*/*")
                        .header("Authorization", "Bearer " + ticket))
                .body();
        if (!told.contains("\"revision\"")) {
            throw new IllegalStateException("The journal answered " + told);
        }
    }

    String get(String path) {
        return send(request(path)).body();
    }

    @Override
    public void close() {
        if (own) {
            client.close();
        }
    }

    private record Answer(URI uri, String body) {}

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Accept", "text/html")
                .header("Accept-Encoding", "gzip")
                .header("Accept-Language", "en");
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer = sendOnce(request);
            for (int i = 0; i < MOST_REDIRECTS && answer.statusCode() / 100 == 3; i++) {
                String to = answer.headers().firstValue("Location").orElseThrow();
                answer = sendOnce(request(answer.uri().resolve(to).getRawPath()).GET());
            }
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.uri() + " answered " + answer.statusCode());
            }
            return new Answer(answer.uri(), text(answer));
        } catch (IOException exception) {
            throw new IllegalStateException(exception);
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(exception);
        }
    }

    private HttpResponse<byte[]> sendOnce(HttpRequest.Builder request) throws IOException, InterruptedException {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
        for (String line : answer.headers().allValues("Set-Cookie")) {
            HttpCookie.parse(line).forEach(cookie -> cookies.put(cookie.getName(), cookie.getValue()));
        }
        cookies.values().removeIf(String::isEmpty);
        return answer;
    }

    private static String text(HttpResponse<byte[]> answer) throws IOException {
        if (answer.headers()
                .firstValue("Content-Encoding")
                .filter("gzip"::equals)
                .isEmpty()) {
            return new String(answer.body(), StandardCharsets.UTF_8);
        }
        try (GZIPInputStream content = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
