package org.collegium.assessment.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.collegium.assessment.FileKind;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What a file is, by its first bytes, or by all of them where a text is one only if each of its bytes is. Nothing is unpacked, drawn or
 * run, so what lies within an archive or a picture can do nothing here.
 */
record FoundKind(FileKind kind, String mediaType) {

    private static final int BUFFER = 64 * 1024;
    private static final int HEAD = 1024;

    private static final FoundKind OTHER = new FoundKind(FileKind.ANY, "application/octet-stream");
    private static final FoundKind TEXT = new FoundKind(FileKind.TEXT, "text/plain");
    private static final FoundKind NOTEBOOK = new FoundKind(FileKind.NOTEBOOK, "application/x-ipynb+json");

    /** Bytes at a place, which all files of a format have; each character stands for one byte. */
    private record Sign(int at, String bytes, FoundKind found) {

        static Sign of(int at, String bytes, FileKind kind, String mediaType) {
            return new Sign(at, bytes, new FoundKind(kind, mediaType));
        }

        boolean in(byte[] head) {
            return new String(head, StandardCharsets.ISO_8859_1).startsWith(bytes, at);
        }
    }

    private static final List<Sign> SIGNS = List.of(
            Sign.of(0, "%PDF-", FileKind.PDF, "application/pdf"),
            Sign.of(0, "\u0089PNG\r\n\u001a\n", FileKind.PICTURE, "image/png"),
            Sign.of(0, "\u00ff\u00d8\u00ff", FileKind.PICTURE, "image/jpeg"),
            Sign.of(0, "GIF87a", FileKind.PICTURE, "image/gif"),
            Sign.of(0, "GIF89a", FileKind.PICTURE, "image/gif"),
            Sign.of(8, "WEBPVP8", FileKind.PICTURE, "image/webp"),
            Sign.of(4, "ftypavif", FileKind.PICTURE, "image/avif"),
            Sign.of(4, "ftypheic", FileKind.PICTURE, "image/heic"),
            Sign.of(4, "ftypheix", FileKind.PICTURE, "image/heic"),
            Sign.of(4, "ftypmif1", FileKind.PICTURE, "image/heif"),
            Sign.of(0, "PK\u0003\u0004", FileKind.ZIP, "application/zip"),
            Sign.of(0, "PK\u0005\u0006", FileKind.ZIP, "application/zip"));

    /** Reads the stream to its end where it has to; it stays open. */
    static FoundKind of(InputStream content) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(content, BUFFER);
        bytes.mark(BUFFER);
        byte[] head = bytes.readNBytes(HEAD);
        bytes.reset();
        for (Sign sign : SIGNS) {
            if (sign.in(head)) {
                return sign.found();
            }
        }
        return isText(bytes) ? TEXT : OTHER;
    }

    /** Whether a text is a Jupyter notebook: an object of JSON that says which version of the format it has, and has cells. */
    static FoundKind ofText(InputStream text) {
        boolean format = false;
        boolean cells = false;
        try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return TEXT;
            }
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                format |= name.equals("nbformat") && value == JsonToken.VALUE_NUMBER_INT;
                cells |= (name.equals("cells") || name.equals("worksheets")) && value == JsonToken.START_ARRAY;
                json.skipChildren();
            }
            return format && cells && json.currentToken() == JsonToken.END_OBJECT ? NOTEBOOK : TEXT;
        } catch (JacksonException none) {
            return TEXT;
        }
    }

    /** UTF-8 without what no text has. */
    private static boolean isText(InputStream content) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
        CharBuffer characters = CharBuffer.allocate(BUFFER);
        boolean end = false;
        while (!end) {
            int count = content.read(bytes.array(), bytes.position(), bytes.remaining());
            end = count < 0;
            bytes.position(bytes.position() + Math.max(0, count)).flip();
            characters.clear();
            CoderResult result = decoder.decode(bytes, characters, end);
            if (result.isError() || !plain(characters.flip())) {
                return false;
            }
            bytes.compact();
        }
        return true;
    }

    private static boolean plain(CharBuffer characters) {
        return characters
                .chars()
                .allMatch(each -> each >= ' ' || each == '\t' || each == '\n' || each == '\r' || each == '\f');
    }
}
