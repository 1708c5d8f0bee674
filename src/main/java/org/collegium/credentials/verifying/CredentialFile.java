package org.collegium.credentials.verifying;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.collegium.credentials.proof.CredentialToken;
import org.collegium.credentials.proof.UnreadableStatement;

/** Finds the credential in a file: a document or a token as they are, or inside a PDF, a PNG or an SVG. */
sealed interface CredentialFile {

    /** A statement with its proof. */
    record Document(JsonObject statement) implements CredentialFile {}

    /** A signed token. */
    record Token(CredentialToken.Read token) implements CredentialFile {}

    /** Files are a page or a picture; what is larger is none. */
    int LARGEST = 20_000_000;

    String PNG = "\u0089PNG\r\n\u001a\n";
    String KEYWORD = "openbadgecredential";

    /** @throws UnreadableStatement when there is no credential in it */
    static CredentialFile read(byte[] file) throws UnreadableStatement {
        if (file.length > LARGEST) {
            throw new UnreadableStatement("the file is larger than 20 MB", null);
        }
        if (new String(file, 0, Math.min(file.length, PNG.length()), StandardCharsets.ISO_8859_1).equals(PNG)) {
            return text(png(ByteBuffer.wrap(file)));
        }
        String start = new String(file, 0, Math.min(file.length, 1_024), StandardCharsets.UTF_8).strip();
        if (start.startsWith("%PDF-")) {
            return text(pdf(file));
        }
        String whole = new String(file, StandardCharsets.UTF_8).strip();
        return text(start.startsWith("<") ? svg(whole) : whole);
    }

    private static CredentialFile text(String text) throws UnreadableStatement {
        if (!text.startsWith("{")) {
            return new Token(CredentialToken.read(text));
        }
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return new Document(reader.readObject());
        } catch (JsonException malformed) {
            throw new UnreadableStatement("it is no JSON", malformed);
        }
    }

    private static String png(ByteBuffer file) throws UnreadableStatement {
        file.position(PNG.length());
        while (file.remaining() >= 12) {
            int length = file.getInt();
            byte[] type = new byte[4];
            file.get(type);
            if (length < 0 || length > file.remaining() - 4) {
                break;
            }
            byte[] content = new byte[length];
            file.get(content).getInt();
            String text = new String(content, StandardCharsets.UTF_8);
            if (new String(type, StandardCharsets.US_ASCII).equals("iTXt") && text.startsWith(KEYWORD + "\0\0\0")) {
                String[] parts = text.substring(KEYWORD.length() + 3).split("\0", 3);
                if (parts.length == 3) {
                    return parts[2];
                }
            }
        }
        throw new UnreadableStatement("the picture has no credential inside", null);
    }

    private static String svg(String file) throws UnreadableStatement {
        int element = file.indexOf("<openbadges:credential");
        int begin = file.indexOf("<![CDATA[", Math.max(0, element));
        int end = file.indexOf("]]></openbadges:credential>", Math.max(0, begin));
        if (element < 0 || begin < 0 || end < 0) {
            throw new UnreadableStatement("the picture has no credential inside", null);
        }
        return file.substring(begin + "<![CDATA[".length(), end).replace("]]]]><![CDATA[>", "]]>");
    }

    private static String pdf(byte[] file) throws UnreadableStatement {
        try (PDDocument document = Loader.loadPDF(file)) {
            var names = document.getDocumentCatalog().getNames();
            PDNameTreeNode<PDComplexFileSpecification> files = names == null ? null : names.getEmbeddedFiles();
            Map<String, PDComplexFileSpecification> found = files == null ? null : files.getNames();
            PDComplexFileSpecification credential = found == null ? null : found.get("credential.json");
            if (credential == null || credential.getEmbeddedFile() == null) {
                throw new UnreadableStatement("the PDF has no credential inside", null);
            }
            return new String(credential.getEmbeddedFile().toByteArray(), StandardCharsets.UTF_8);
        } catch (IOException malformed) {
            throw new UnreadableStatement("the PDF is malformed", malformed);
        }
    }
}
