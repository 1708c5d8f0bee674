package org.collegium.source;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes zips byte for byte, so that each field can lie. Layout as in PKWARE's APPNOTE 6.3.10. */
final class RawZip {

    static final int STORED = 0;
    static final int DEFLATED = 8;
    private static final int UTF_8 = 1 << 11;
    private static final int LINK_MODE = 0120777;
    private static final int UNIX = 3 << 8;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<byte[]> directory = new ArrayList<>();

    /** What one entry claims of itself. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Entry(
            byte[] name, byte[] localName, int method, int flags, byte[] extra, long crc, long packed, long unpacked) {

        static Entry of(byte[] name, byte[] content) {
            return new Entry(
                    name, name, STORED, UTF_8, new byte[0], RawZip.crc(content), content.length, content.length);
        }

        static Entry of(String name, byte[] content) {
            return of(name.getBytes(StandardCharsets.UTF_8), content);
        }

        Entry local(String other) {
            return new Entry(name, other.getBytes(StandardCharsets.UTF_8), method, flags, extra, crc, packed, unpacked);
        }

        Entry method(int other, long packedBytes, long unpackedBytes) {
            return new Entry(name, localName, other, flags, extra, crc, packedBytes, unpackedBytes);
        }

        Entry flag(int bit) {
            return new Entry(name, localName, method, flags | (1 << bit), extra, crc, packed, unpacked);
        }

        Entry extra(byte[] field) {
            return new Entry(name, localName, method, flags, field, crc, packed, unpacked);
        }
    }

    RawZip file(String name, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return entry(Entry.of(name, bytes), bytes);
    }

    RawZip file(byte[] name, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return entry(Entry.of(name, bytes), bytes);
    }

    RawZip entry(Entry entry, byte[] data) {
        int at = out.size();
        out.writeBytes(local(entry));
        out.writeBytes(data);
        directory.add(central(entry, at, 0));
        return this;
    }

    RawZip link(String name, String target) {
        byte[] bytes = target.getBytes(StandardCharsets.UTF_8);
        Entry entry = Entry.of(name, bytes);
        int at = out.size();
        out.writeBytes(local(entry));
        out.writeBytes(bytes);
        directory.add(central(entry, at, LINK_MODE));
        return this;
    }

    /**
     * Entries that all end in the same packed zeros; each but the last begins with a stored block that takes the header of
     * the next one for content, so that all of them unpack without a fault.
     */
    RawZip sharing(int entries, int zeros) {
        byte[] content = new byte[zeros];
        byte[] tail = deflated(content);
        List<Entry> all = new ArrayList<>();
        List<byte[]> lead = new ArrayList<>();
        long packed = tail.length;
        long unpacked = zeros;
        byte[] next = new byte[0];
        for (int i = entries - 1; i >= 0; i--) {
            byte[] quote = next.length == 0 ? next : stored(next.length);
            packed += quote.length + next.length;
            unpacked += next.length;
            Entry entry = Entry.of("f" + i, new byte[0]).method(DEFLATED, packed, unpacked);
            all.addFirst(entry);
            lead.addFirst(quote);
            next = local(entry);
        }
        for (int i = 0; i < entries; i++) {
            int at = out.size();
            out.writeBytes(local(all.get(i)));
            out.writeBytes(lead.get(i));
            directory.add(central(all.get(i), at, 0));
        }
        out.writeBytes(tail);
        return this;
    }

    byte[] bytes() {
        int start = out.size();
        directory.forEach(out::writeBytes);
        ByteBuffer end = little(22).putInt(0x06054b50).putShort((short) 0).putShort((short) 0);
        end.putShort((short) directory.size()).putShort((short) directory.size());
        out.writeBytes(written(end.putInt(out.size() - start).putInt(start).putShort((short) 0)));
        return out.toByteArray();
    }

    private static byte[] local(Entry entry) {
        ByteBuffer header = little(30 + entry.localName().length + entry.extra().length);
        header.putInt(0x04034b50).putShort((short) 20);
        common(header, entry);
        header.putShort((short) entry.localName().length).putShort((short) entry.extra().length);
        return written(header.put(entry.localName()).put(entry.extra()));
    }

    private static byte[] central(Entry entry, int at, int mode) {
        ByteBuffer header = little(46 + entry.name().length + entry.extra().length);
        header.putInt(0x02014b50).putShort((short) (UNIX | 20)).putShort((short) 20);
        common(header, entry);
        header.putShort((short) entry.name().length).putShort((short) entry.extra().length);
        header.putShort((short) 0).putShort((short) 0).putShort((short) 0);
        header.putInt(mode << 16).putInt(at);
        return written(header.put(entry.name()).put(entry.extra()));
    }

    private static byte[] written(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.flip().remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private static void common(ByteBuffer header, Entry entry) {
        header.putShort((short) entry.flags()).putShort((short) entry.method()).putInt(0);
        header.putInt((int) entry.crc()).putInt((int) entry.packed()).putInt((int) entry.unpacked());
    }

    /** The head of a block of deflate that is not packed and not the last. */
    private static byte[] stored(int length) {
        return little(5)
                .put((byte) 0)
                .putShort((short) length)
                .putShort((short) ~length)
                .array();
    }

    static byte[] deflated(byte[] content) {
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(content);
        deflater.finish();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        while (!deflater.finished()) {
            packed.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return packed.toByteArray();
    }

    static long crc(byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        return crc.getValue();
    }

    static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
