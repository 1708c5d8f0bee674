package org.collegium.benchmark;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.bodyString;
import static io.gatling.javaapi.core.CoreDsl.constantConcurrentUsers;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.css;
import static io.gatling.javaapi.core.CoreDsl.doIfOrElse;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.foreach;
import static io.gatling.javaapi.core.CoreDsl.listFeeder;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.responseTimeInMillis;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.core.CoreDsl.substring;
import static io.gatling.javaapi.http.HttpDsl.currentLocation;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.collegium.activity.journal.WorkTicket;

/**
 * Visitors without an account, who read pages without a pause, employers, so many of whom each second verify a certificate
 * whether or not those before have an answer, or learners at work, who speak the real protocol of Vaadin
 * and think in between. Which of them, how many and how long are system properties ({@link LoadIT} sets them).
 */
public final class LoadSimulation extends Simulation {

    private static final String KIND = System.getProperty("collegium.load.kind", "visitors");
    private static final int USERS = Integer.getInteger("collegium.load.users", 10);
    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("collegium.load.seconds", 30));
    private static final Path FOLDER = Path.of(System.getProperty("collegium.load.folder", "target/benchmark"));
    private static final Duration LEAST_THOUGHT = Duration.ofSeconds(1);
    private static final Duration MOST_THOUGHT = Duration.ofSeconds(3);

    private final Timings timings = new Timings();

    public LoadSimulation() {
        HttpProtocolBuilder protocol = http.baseUrl(System.getProperty("collegium.load.address", ""))
                .acceptHeader("text/html")
                .acceptEncodingHeader("gzip")
                .acceptLanguageHeader("en")
                .disableCaching();
        setUp(
                        KIND.equals("employers")
                                ? scenario(KIND)
                                        .exec(verifying())
                                        .injectOpen(constantUsersPerSec(USERS).during(LENGTH))
                                : scenario(KIND)
                                        .exec(KIND.equals("visitors") ? visiting() : learning())
                                        .injectClosed(
                                                constantConcurrentUsers(USERS).during(LENGTH)))
                .maxDuration(LENGTH.plusSeconds(20))
                .protocols(protocol);
    }

    @Override
    public void after() {
        timings.write(FOLDER.resolve(KIND + ".tsv"));
    }

    private ChainBuilder verifying() {
        return feed(listFeeder(lines("codes.txt", "code")).random())
                .exec(timed("verification", http("verification").get("/verify/#{code}")));
    }

    private ChainBuilder visiting() {
        return feed(listFeeder(lines("courses.txt", "course")).random())
                .feed(listFeeder(lines("codes.txt", "code")).random())
                .exec(timed("catalogue", http("catalogue").get("/")))
                .exec(timed("search", http("search").get("/?q=neural+netwroks&level=introductory")))
                .exec(timed("course", http("course").get("#{course}")))
                .exec(timed("verification", http("verification").get("/verify/#{code}")));
    }

    private ChainBuilder learning() {
        return feed(listFeeder(learners()).circular())
                .exec(timed(
                        "sign-in page",
                        http("sign-in page")
                                .get("/sign-in")
                                .check(css("input[name=_csrf]", "value").saveAs("token"))))
                .exec(timed(
                        "sign-in",
                        http("sign-in")
                                .post("/sign-in")
                                .formParam("_csrf", "#{token}")
                                .formParam("email", "#{email}")
                                .formParam("password", LearnerAtWork.PASSWORD)
                                .check(currentLocation()
                                        .find()
                                        .transform(at -> !at.contains("/sign-in"))
                                        .is(true))))
                .exec(thinking())
                .exec(open("#{course}/#{first}"))
                .exec(foreach("#{lessons}", "lesson")
                        .on(exec(thinking())
                                .exec(say(
                                        "lesson",
                                        session -> tab(session)
                                                .goTo(session.getString("course") + "/" + session.getString("lesson"))))
                                .exec(thinking())
                                .exec(say("lesson seen", LoadSimulation::seen))))
                .exec(thinking())
                .exec(say(
                        "quiz",
                        session -> tab(session).goTo(session.getString("course") + "/" + session.getString("quiz"))))
                .exec(session -> withNext(session.set("taking", new QuizTaking(tab(session)))))
                .exec(asLongAs(session -> session.contains("message"))
                        .on(exec(thinking())
                                .exec(doIfOrElse(session -> message(session).toJournal())
                                        .then(answer())
                                        .orElse(say(
                                                "quiz step",
                                                session -> message(session).body())))
                                .exec(LoadSimulation::withNext)));
    }

    private ChainBuilder open(String path) {
        return exec(timed("page", http("page").get(path)))
                .exec(session -> session.set("tab", new ViewTab())
                        .set(
                                "init",
                                ViewTab.initAddress(session.getString("course") + "/" + session.getString("first"))))
                .exec(timed(
                        "view", http("view").get("#{init}").check(bodyString().saveAs("answer"))))
                .exec(session -> {
                    tab(session).begin(Objects.requireNonNull(session.getString("answer")));
                    return session.remove("answer");
                })
                .exec(say(
                        "lesson",
                        session -> tab(session).goTo(session.getString("course") + "/" + session.getString("first"))));
    }

    /** A message of the tab and its answer, which the tab takes in. */
    private ChainBuilder say(String kind, Function<Session, String> message) {
        return exec(session -> session.set("address", tab(session).address()))
                .exec(timed(
                        kind,
                        http(kind)
                                .post("#{address}")
                                .header("Content-Type", "application/json; charset=UTF-8")
                                .body(StringBody(message))
                                .check(bodyString().saveAs("answer"))))
                .exec(session -> {
                    boolean fine = tab(session).apply(Objects.requireNonNull(session.getString("answer")));
                    Session after = session.remove("answer");
                    return fine ? after : after.markAsFailed();
                });
    }

    /** An answer that goes to the journal. */
    private ChainBuilder answer() {
        return timed(
                "quiz answer",
                http("quiz answer")
                        .post(WorkTicket.ADDRESS)
                        .header("Content-Type", "application/json")
                        .header(
                                "Authorization",
                                session -> "Bearer " + message(session).ticket())
                        .body(StringBody(session -> message(session).body()))
                        .check(substring("\"kept\"")));
    }

    private static QuizMessage message(Session session) {
        return Objects.requireNonNull(session.get("message"));
    }

    private ChainBuilder timed(String kind, HttpRequestActionBuilder request) {
        return exec(request.check(status().is(200), responseTimeInMillis().saveAs("millis")))
                .exec(session -> {
                    timings.add(kind, session.getInt("millis"));
                    return session;
                });
    }

    private static ChainBuilder thinking() {
        return pause(LEAST_THOUGHT, MOST_THOUGHT);
    }

    private static Session withNext(Session session) {
        QuizTaking taking = Objects.requireNonNull(session.get("taking"));
        return taking.next().map(message -> session.set("message", message)).orElseGet(() -> session.remove("message"));
    }

    private static String seen(Session session) {
        ViewTab tab = tab(session);
        return tab.find(node -> node.listensTo("prose-end-seen"))
                .map(node -> tab.event(node, "prose-end-seen"))
                .orElseThrow(() -> new IllegalStateException("No lesson is shown"));
    }

    private static ViewTab tab(Session session) {
        return Objects.requireNonNull(session.get("tab"));
    }

    private static List<Map<String, Object>> lines(String file, String name) {
        return read(file).stream()
                .map(line -> Map.<String, Object>of(name, line))
                .toList();
    }

    private static List<Map<String, Object>> learners() {
        List<Map<String, Object>> learners = new ArrayList<>();
        for (String line : read("people.tsv")) {
            String[] parts = line.split("\t", -1);
            List<String> lessons = List.of(parts[2].split(","));
            learners.add(Map.of(
                    "email", parts[0],
                    "course", parts[1],
                    "first", lessons.getFirst(),
                    "lessons", lessons.subList(1, lessons.size()),
                    "quiz", parts[3]));
        }
        return learners;
    }

    private static List<String> read(String file) {
        try {
            return Files.readAllLines(FOLDER.resolve(file));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
