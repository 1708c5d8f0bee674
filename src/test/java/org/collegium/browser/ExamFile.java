package org.collegium.browser;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A file that is handed in as an answer, in two pieces; each is sent again until the server says that it has it. */
final class ExamFile {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int FIRST_PIECE = 5;

    private final BuiltApplication application;
    private final HttpClient client;
    private final String ticket;
    private final String question;
    private final byte[] content;
    private String id = "";
    private volatile String stored = "";

    ExamFile(BuiltApplication application, HttpClient client, String ticket, String question, String text) {
        this.application = application;
        this.client = client;
        this.ticket = ticket;
        this.question = question;
        content = text.getBytes(StandardCharsets.UTF_8);
    }

    /** The hash that the server gave as a receipt; empty before. */
    String stored() {
        return stored;
    }

    /** Goes on where it is. Returns false when the attempt is over. */
    boolean send() {
        try {
            long at = begun();
            while (at >= 0 && stored.isEmpty()) {
                at = piece(at);
            }
            return true;
        } catch (IOException away) {
            return true;
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            return false;
        } catch (Over over) {
            return false;
        }
    }

    /** A file that was begun is the same one when it is begun again, so that this says how much of it is there. */
    private long begun() throws IOException, InterruptedException {
        if (!id.isEmpty()) {
            return 0;
        }
        JsonNode told = answer(request("")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of(
                        "question", question, "name", "curve.txt", "size", content.length, "sha256", hash(content))))));
        id = told.path("id").asString("");
        return told.path("received").asLong(-1);
    }

    private long piece(long at) throws IOException, InterruptedException {
        int from = (int) at;
        int until = from < FIRST_PIECE ? FIRST_PIECE : content.length;
        JsonNode told =
                answer(request("/" + id + "?at=" + from).PUT(BodyPublishers.ofByteArray(content, from, until - from)));
        if (told.path("storedAt").isString()) {
            stored = told.path("sha256").asString("");
        }
        return told.path("received").asLong(-1);
    }

    private JsonNode answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() == 410) {
            throw new Over();
        }
        if (answer.statusCode() >= 500) {
            throw new IOException("The server answered " + answer.statusCode());
        }
        if (answer.statusCode() != 200 && answer.statusCode() != 409) {
            throw new IllegalStateException("The server answered " + answer.statusCode() + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(application.address() + "/journal/files" + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + ticket);
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static final class Over extends RuntimeException {}
}
