package org.collegium.benchmark;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** A learner with a browser of their own, without a screen: signs in and opens views in tabs. */
public final class LearnerAtWork implements AutoCloseable {

    static final String PASSWORD = "open-lake-winter";

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final String address;

    public LearnerAtWork(String address) {
        this.address = address;
    }

    public void signIn(String email) {
        Element token = Jsoup.parse(get("/sign-in")).selectFirst("input[name=_csrf]");
        Map<String, String> fields =
                Map.of("_csrf", token == null ? "" : token.val(), "email", email, "password", PASSWORD);
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<String> answer = send(request("/sign-in")
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
        HttpResponse<String> answer = send(request(tab.address())
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(BodyPublishers.ofString(message)));
        if (!tab.apply(answer.body())) {
            throw new IllegalStateException("The server answered " + answer.body());
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

    private void save(QuizMessage answer) {
        HttpResponse<String> told = send(request(answer.address())
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + answer.ticket())
                .POST(BodyPublishers.ofString(answer.body())));
        if (!told.body().contains("\"kept\"")) {
            throw new IllegalStateException("The journal answered " + told.body());
        }
    }

    String get(String path) {
        return send(request(path)).body();
    }

    @Override
    public void close() {
        client.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Accept", "text/html")
                .header("Accept-Language", "en");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.uri() + " answered " + answer.statusCode());
            }
            return answer;
        } catch (IOException exception) {
            throw new IllegalStateException(exception);
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(exception);
        }
    }
}
