package org.collegium.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A file of a source, read when asked for. */
public final class SourceFile {

    /** Opens the bytes of a file. */
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }

    private final String path;
    private final long size;
    private final Content content;
    private final UnaryOperator<Place> origin;
    private volatile @Nullable String sha256;

    SourceFile(String path, long size, Content content) {
        this(path, size, content, UnaryOperator.identity());
    }

    private SourceFile(String path, long size, Content content, UnaryOperator<Place> origin) {
        this.path = path;
        this.size = size;
        this.content = content;
        this.origin = origin;
    }

    /** A file made in memory. */
    public static SourceFile of(String path, byte[] bytes) {
        byte[] kept = bytes.clone();
        return new SourceFile(path, kept.length, () -> new java.io.ByteArrayInputStream(kept));
    }

    /** A text made in memory. */
    public static SourceFile of(String path, String text) {
        return of(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A file whose content is kept elsewhere and opened when it is read.
     *
     * @param size in bytes
     * @param sha256 of the bytes, 64 lower-case hexadecimal digits
     */
    public static SourceFile kept(String path, long size, String sha256, Content content) {
        SourceFile file = new SourceFile(path, size, content);
        file.sha256 = sha256;
        return file;
    }

    /** The same content by another path; faults still name the file as it is called now. */
    public SourceFile at(String otherPath) {
        return new SourceFile(otherPath, size, content, place -> place(place.line(), place.column()));
    }

    /** The same file, made from others: {@code origin} tells for a place in it where a person finds what it was made from. */
    public SourceFile madeFrom(UnaryOperator<Place> made) {
        return new SourceFile(path, size, content, made);
    }

    /** From the root of the source, with {@code /}. */
    public String path() {
        return path;
    }

    /** In bytes. */
    public long size() {
        return size;
    }

    /** Where a person finds this line (from 1, 0 for the whole file) and column. */
    public Place place(int line, int column) {
        return origin.apply(new Place(path, line, column));
    }

    /** The file as a whole, as a person finds it. */
    public Place place() {
        return place(0, 0);
    }

    /**
     * The bytes.
     *
     * @throws UncheckedIOException when it cannot be read any more or has changed its size
     */
    public byte[] bytes() {
        try (InputStream in = content.open()) {
            byte[] bytes = in.readNBytes((int) Math.min(size + 1, Integer.MAX_VALUE - 16));
            if (bytes.length != size) {
                throw new IOException(path + " changed while it was read");
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes one after the other, for files that need not fit into memory; the caller closes it. */
    public InputStream open() throws IOException {
        return content.open();
    }

    /** SHA-256 of the bytes, 64 lower-case hexadecimal digits. */
    public String sha256() {
        String known = sha256;
        if (known == null) {
            known = digest();
            sha256 = known;
        }
        return known;
    }

    private String digest() {
        try (InputStream in = content.open()) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[64 * 1024];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The text, without a byte order mark; empty, and reported, when it is not UTF-8 or holds what no text holds. */
    public Optional<String> text(FaultSink faults) {
        byte[] bytes = bytes();
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            faults.error(end(text), "text-not-utf8", path);
            return Optional.empty();
        }
        int binary = text.indexOf('\0');
        if (binary >= 0) {
            faults.error(end(text.substring(0, binary)), "text-binary", path);
            return Optional.empty();
        }
        return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    private Place end(String readable) {
        int line = 1 + (int) readable.chars().filter(c -> c == '\n').count();
        return place(line, readable.length() - readable.lastIndexOf('\n'));
    }

    @Override
    public String toString() {
        return path;
    }
}
