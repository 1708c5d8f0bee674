package org.collegium.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A first look at a zip before a library reads it: is it one, and how many entries does its directory hold. An archive whose
 * directory alone would fill the memory is refused here. Layout as in PKWARE's APPNOTE 6.3.10, sections 4.3.12 to 4.3.16.
 */
final class ZipDirectory {

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END64_SIGNATURE = 0x06064b50;
    private static final int LOCATOR64_SIGNATURE = 0x07064b50;
    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int END_LENGTH = 22;
    private static final int LOCATOR64_LENGTH = 20;
    private static final int ENTRY_LENGTH = 46;
    private static final int LONGEST_COMMENT = 65_535;
    private static final long IN_64 = 0xFFFFFFFFL;

    private ZipDirectory() {}

    /** The code of what is wrong, if something is. */
    static Optional<String> check(Path zip, SourceLimits limits) {
        try (FileChannel file = FileChannel.open(zip)) {
            if (file.size() > limits.totalBytes()) {
                return Optional.of("archive-too-large");
            }
            Optional<Long> start = directoryStart(file);
            if (start.isEmpty()) {
                return Optional.of("archive-not-zip");
            }
            return count(file, start.get(), limits.files());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Long> directoryStart(FileChannel file) throws IOException {
        long from = Math.max(0, file.size() - END_LENGTH - LONGEST_COMMENT);
        ByteBuffer tail = read(file, from, (int) (file.size() - from));
        for (int i = tail.limit() - END_LENGTH; i >= 0; i--) {
            if (tail.getInt(i) == END_SIGNATURE) {
                long start = tail.getInt(i + 16) & IN_64;
                long size = tail.getInt(i + 12) & IN_64;
                if (start == IN_64 || size == IN_64) {
                    return start64(file, from + i);
                }
                return Optional.of(from + i - size);
            }
        }
        return Optional.empty();
    }

    private static Optional<Long> start64(FileChannel file, long end) throws IOException {
        if (end < LOCATOR64_LENGTH) {
            return Optional.empty();
        }
        ByteBuffer locator = read(file, end - LOCATOR64_LENGTH, LOCATOR64_LENGTH);
        long record = locator.getLong(8);
        if (locator.getInt(0) != LOCATOR64_SIGNATURE || record < 0 || record > file.size() - 56) {
            return Optional.empty();
        }
        ByteBuffer end64 = read(file, record, 56);
        return end64.getInt(0) == END64_SIGNATURE ? Optional.of(end64.getLong(48)) : Optional.empty();
    }

    private static Optional<String> count(FileChannel file, long start, int most) throws IOException {
        if (start < 0 || start > file.size()) {
            return Optional.of("archive-broken");
        }
        InputStream in = new java.io.BufferedInputStream(Channels.newInputStream(file.position(start)), 64 * 1024);
        long entries = 0;
        while (true) {
            byte[] header = in.readNBytes(ENTRY_LENGTH);
            ByteBuffer entry = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
            if (header.length < ENTRY_LENGTH || entry.getInt(0) != ENTRY_SIGNATURE) {
                return Optional.empty();
            }
            // Folders have entries too, hence twice the number of files.
            if (++entries > 2L * most) {
                return Optional.of("too-many-files");
            }
            in.skipNBytes(
                    (entry.getShort(28) & 0xFFFF) + (entry.getShort(30) & 0xFFFF) + (entry.getShort(32) & 0xFFFF));
        }
    }

    private static ByteBuffer read(FileChannel file, long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (file.read(buffer, position + buffer.position()) < 0) {
                throw new IOException("shorter than it was");
            }
        }
        return buffer.flip();
    }
}
