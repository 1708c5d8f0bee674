package org.collegium.credentials.verifying;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.collegium.credentials.proof.UnreadableStatement;

/**
 * The command {@code ./verify FILE}: says of a certificate's file whether it is genuine and valid. It asks nobody but the
 * addresses at which the issuer publishes its keys and status lists. Ends with 0 when all is well, else 1.
 */
final class VerifyCommand {

    private static final int LARGEST = 8_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private VerifyCommand() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (arguments.length != 1) {
            out.println("Usage: ./verify FILE   (a certificate as .json, .jwt, .pdf, .png or .svg)");
            System.exit(2);
        }
        Path file = Path.of(arguments[0]);
        if (!Files.isReadable(file)) {
            out.println("There is no file " + file + " that can be read.");
            System.exit(2);
        }
        System.exit(told(Files.readAllBytes(file), VerifyCommand::fetched, out) ? 0 : 1);
    }

    static boolean told(byte[] file, PublicData data, PrintStream out) {
        try {
            CredentialFile read = CredentialFile.read(file);
            List<Finding> findings = new Verifying(data, Instant.now()).verify(read);
            findings.forEach(finding -> out.println(
                    (finding.good() ? "  ok   " : "  NO   ") + finding.step() + ": " + finding.words() + "."));
            boolean valid = findings.stream().noneMatch(Finding::wrong);
            boolean whole = findings.stream().allMatch(Finding::good);
            out.println(valid ? whole ? "Valid." : "Valid, but not every endorsement holds." : "Not valid.");
            return valid;
        } catch (UnreadableStatement unreadable) {
            out.println("Not valid: " + unreadable.getMessage() + ".");
            return false;
        }
    }

    private static String fetched(URI address) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Accept", "application/vc, application/json;q=0.9, */*;q=0.1")
                .build();
        try (HttpClient client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build()) {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() != 200) {
                    throw new IOException(address + " answers " + response.statusCode());
                }
                byte[] bytes = body.readNBytes(LARGEST + 1);
                if (bytes.length > LARGEST) {
                    throw new IOException(address + " is larger than 8 MB");
                }
                return new String(bytes, StandardCharsets.UTF_8);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(address + " was not awaited");
        } catch (IllegalArgumentException malformed) {
            throw new IOException(address + " is no address", malformed);
        }
    }
}
