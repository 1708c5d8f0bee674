package org.collegium.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives made to harm, in the spellings and with the lies that ordinary tools do not write. */
@Tag("attack")
class EvilArchivesTest {

    private static final SourceLimits SMALL = new SourceLimits(4_000_000, 3_000_000, 1_000, 100, 100_000, 240, 16);

    @TempDir
    Path folder;

    /** Ways out of a folder, streams of NTFS, devices, names that show themselves as others. */
    static Stream<Arguments> names() {
        return Stream.of(
                Arguments.of("../x.md", "name-escapes"),
                Arguments.of("a/../../x.md", "name-escapes"),
                Arguments.of("a/b/../c.md", "name-escapes"),
                Arguments.of("..", "name-escapes"),
                Arguments.of("a/..", "name-escapes"),
                Arguments.of("a/./x.md", "name-empty"),
                Arguments.of("....//x.md", "name-reserved"),
                Arguments.of(".../x.md", "name-reserved"),
                Arguments.of(".. /x.md", "name-reserved"),
                Arguments.of("..\\x.md", "name-backslash"),
                Arguments.of("..\\/x.md", "name-backslash"),
                Arguments.of("\\\\server\\share\\x.md", "name-backslash"),
                Arguments.of("/../x.md", "name-absolute"),
                Arguments.of("C:x.md", "name-absolute"),
                Arguments.of("a/C:/x.md", "name-characters"),
                Arguments.of("file:///etc/passwd", "name-characters"),
                Arguments.of("a/file:x", "name-characters"),
                Arguments.of("a.md:hidden", "name-characters"),
                Arguments.of("a.md::$DATA", "name-characters"),
                Arguments.of("a/nul", "name-reserved"),
                Arguments.of("a/LPT¹.md", "name-reserved"),
                Arguments.of("a/CONOUT$", "name-reserved"),
                Arguments.of("a/x.md ", "name-reserved"),
                Arguments.of("a/gnp.\u202Efdp.exe", "name-characters"),
                Arguments.of("a/\u2066x\u2069.md", "name-characters"),
                Arguments.of("a/x\u2028y.md", "name-characters"),
                Arguments.of("a/x\u009By.md", "name-characters"),
                Arguments.of("a/x\ny.md", "name-characters"),
                Arguments.of("a/x\u001B[2Jy.md", "name-characters"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void aNameThatLeadsElsewhereIsRefusedInAZip(String name, String code) throws IOException {
        assertThat(codes(zip(new RawZip().file(name, "x").file("z.md", "y")))).containsExactly(code);
    }

    @ParameterizedTest
    @MethodSource("names")
    void aNameThatLeadsElsewhereIsRefusedInATar(String name, String code) throws IOException {
        assertThat(codes(tar(out -> entry(out, name, TarConstants.LF_NORMAL, "", "x"))))
                .containsExactly(code);
    }

    /** Spellings that another program might undo; here they are names like others, and nothing undoes them. */
    @ParameterizedTest
    @ValueSource(
            strings = {"%2e%2e/x.md", "..%2fx.md", "%252e%252e%252fx.md", "．．/x.md", "‥/x.md", "..;/x.md", "~/x.md"})
    void aNameThatOnlyLooksLikeAWayOutStaysAName(String name) throws IOException {
        try (SourceTree tree = SourceTree.open(
                        zip(new RawZip().file(name, "x").file("z.md", "y")), SMALL, new FaultList())
                .orElseThrow()) {
            assertThat(tree.files()).containsOnlyKeys(name, "z.md");
        }
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of(
                        "overlong dots", new byte[] {(byte) 0xC0, (byte) 0xAE, (byte) 0xC0, (byte) 0xAE, '/', 'x'}),
                Arguments.of("half a surrogate", new byte[] {'a', (byte) 0xED, (byte) 0xA0, (byte) 0x80}),
                Arguments.of("Latin-1", new byte[] {'a', (byte) 0xE4, '.', 'm', 'd'}),
                Arguments.of("cut off", new byte[] {'a', (byte) 0xE2, (byte) 0x82}),
                Arguments.of("beyond Unicode", new byte[] {(byte) 0xF5, (byte) 0x80, (byte) 0x80, (byte) 0x80}));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aNameThatIsNoTextIsRefused(String what, byte[] name) throws IOException {
        assertThat(codes(zip(new RawZip().file(name, "x").file("z.md", "y")))).containsExactly("name-not-utf8");
        assertThat(codes(tar(out -> {
                    byte[] header = header("?".repeat(name.length), TarConstants.LF_NORMAL, "", 0);
                    System.arraycopy(name, 0, header, 0, name.length);
                    out.write(summed(header));
                })))
                .hasSize(1)
                .isSubsetOf("name-not-utf8", "name-characters");
    }

    @Test
    void entriesThatShareAHeapOfZerosAreRefused() throws IOException {
        byte[] zip = new RawZip().sharing(250, 8 << 20).bytes();
        assertThat(zip.length).isLessThan(64 * 1024);
        assertThat(codes(Zips.write(folder, zip))).containsExactly("archive-overlap");
    }

    @Test
    void anArchiveInsideIsNeverOpened() throws IOException {
        byte[] inner = new RawZip().sharing(20, 1 << 20).bytes();
        for (int level = 0; level < 6; level++) {
            inner = new RawZip()
                    .entry(RawZip.Entry.of("level" + level + ".zip", inner), inner)
                    .file("a.md", "x")
                    .bytes();
        }
        try (SourceTree tree = SourceTree.open(Zips.write(folder, inner), SMALL, new FaultList())
                .orElseThrow()) {
            assertThat(tree.files()).containsOnlyKeys("a.md", "level5.zip");
        }
    }

    @Test
    void twoHundredThousandEntriesAreRefusedSoon() throws IOException {
        RawZip zip = new RawZip();
        for (int i = 0; i < 200_000; i++) {
            zip.file("f" + i, "");
        }
        Path written = zip(zip);
        long start = System.nanoTime();
        assertThat(codes(written, SourceLimits.standard())).containsExactly("too-many-files");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        Path tar = tar(out -> {
            for (int i = 0; i < 200_000; i++) {
                entry(out, "f" + i, TarConstants.LF_NORMAL, "", "");
            }
        });
        assertThat(codes(tar, SourceLimits.standard())).containsExactly("too-many-files");
    }

    @Test
    void whatTheLocalHeaderOrAFieldBesideItSaysDoesNotCount() throws IOException {
        byte[] content = {'x'};
        byte[] other = "../../evil.md".getBytes(StandardCharsets.UTF_8);
        byte[] name = "a.md".getBytes(StandardCharsets.UTF_8);
        byte[] field = RawZip.little(9 + other.length)
                .putShort((short) 0x7075)
                .putShort((short) (5 + other.length))
                .put((byte) 1)
                .putInt((int) RawZip.crc(name))
                .put(other)
                .array();
        Path zip = zip(new RawZip()
                .entry(RawZip.Entry.of("a.md", content).local("../b.md"), content)
                .entry(RawZip.Entry.of("b.md", content).extra(field), content));
        try (SourceTree tree = SourceTree.open(zip, SMALL, new FaultList()).orElseThrow()) {
            assertThat(tree.files()).containsOnlyKeys("a.md", "b.md");
        }
    }

    @Test
    void anEncryptedEntryOfEitherKindIsNamed() throws IOException {
        byte[] content = {'x'};
        assertThat(codes(zip(new RawZip().entry(RawZip.Entry.of("a.md", content).flag(0), content))))
                .containsExactly("archive-encrypted");
        assertThat(codes(zip(new RawZip()
                        .entry(RawZip.Entry.of("a.md", content).flag(0).flag(6), content))))
                .containsExactly("archive-encrypted");
        assertThat(codes(zip(new RawZip().entry(RawZip.Entry.of("a.md", content).method(99, 1, 1), content))))
                .containsExactly("archive-method");
    }

    /** Zstandard and XZ, of 20 and 38, and those of which the library says that it reads them. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 6, 14, 20, 38, 93, 94, 95, 96, 97, 98, 65535})
    void aWayOfPackingThatIsNotReadIsNamed(int method) throws IOException {
        byte[] content = "(\u00B5/\u00FD".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(codes(zip(new RawZip()
                        .entry(RawZip.Entry.of("a.md", content).method(method, content.length, 9), content))))
                .containsExactly("archive-method");
    }

    @ParameterizedTest
    @CsvSource({"0, 4000000000", "2000000000, 1", "1, 2147483647", "4294967295, 4294967295"})
    void sizesThatLieAreFound(long packed, long unpacked) throws IOException {
        byte[] data = RawZip.deflated(new byte[5000]);
        assertThat(codes(zip(new RawZip()
                        .entry(RawZip.Entry.of("a.bin", new byte[5000]).method(RawZip.DEFLATED, packed, unpacked), data)
                        .file("b.md", "y"))))
                .isNotEmpty()
                .isSubsetOf(
                        "archive-overlap", "archive-broken", "archive-damaged", "file-too-large", "source-too-large");
    }

    @Test
    void theSameNameTwiceIsRefused() throws IOException {
        assertThat(codes(zip(new RawZip().file("a.md", "x").file("a.md", "y")))).containsExactly("name-twice");
        assertThat(codes(zip(new RawZip().file("a/\u00e9.md", "x").file("a/e\u0301.md", "y"))))
                .containsExactly("name-twice");
        assertThat(codes(zip(new RawZip().file("a/straße.md", "x").file("a/STRASSE.md", "y"))))
                .containsExactly("name-case");
        assertThat(codes(tar(out -> {
                    entry(out, "a.md", TarConstants.LF_NORMAL, "", "x");
                    entry(out, "a.md", TarConstants.LF_SYMLINK, "/etc/passwd", "");
                })))
                .containsExactly("name-twice");
    }

    @Test
    void aLinkIsNeverAWayForWhatComesAfterIt() throws IOException {
        assertThat(codes(zip(new RawZip().link("a", "..").file("a/x.md", "y").file("z.md", ""))))
                .contains("name-below-file");
        assertThat(codes(tar(out -> {
                    entry(out, "a", TarConstants.LF_SYMLINK, "/tmp", "");
                    entry(out, "a/x.md", TarConstants.LF_NORMAL, "", "x");
                })))
                .contains("name-below-file");
    }

    @ParameterizedTest
    @CsvSource({"1, /etc/passwd", "2, ../../x", "2, /etc/passwd", "3, ''", "4, ''", "6, ''", "S, ''"})
    void whatIsNoFileIsRefused(char type, String target) throws IOException {
        assertThat(codes(tar(out -> {
                    entry(out, "a.md", TarConstants.LF_NORMAL, "", "x");
                    entry(out, "b", (byte) type, target, "");
                })))
                .isNotEmpty()
                .isSubsetOf("file-special", "link-absolute", "link-outside", "archive-broken");
    }

    @ParameterizedTest
    @ValueSource(chars = {'L', 'K', 'x', 'g'})
    void aNameOfMillionsOfLettersIsNotReadIntoMemory(char type) throws IOException {
        int size = 8 << 20;
        Path tar = tar(out -> {
            out.write(summed(header("././@LongLink", (byte) type, "", size)));
            byte[] text = new byte[size];
            java.util.Arrays.fill(text, (byte) 'a');
            byte[] lead = (size + " path=").getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(lead, 0, text, 0, lead.length);
            text[size - 1] = '\n';
            out.write(text);
            entry(out, "a.md", TarConstants.LF_NORMAL, "", "x");
        });
        assertThat(Files.size(tar)).isLessThan(64 * 1024);
        assertThat(codes(tar)).isNotEmpty().isSubsetOf("archive-broken", "archive-gzip", "source-too-large");
    }

    @Test
    void whatIsLeftOutIsCountedToo() throws IOException {
        Path tar = tar(out -> {
            entry(out, "a.md", TarConstants.LF_NORMAL, "", "x");
            out.write(summed(header(".git/zeros", TarConstants.LF_NORMAL, "", 64 << 20)));
            out.write(new byte[64 << 20]);
        });
        assertThat(codes(tar)).containsExactly("source-too-large");
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private Path tar(Writing writing) throws IOException {
        Path file = folder.resolve("course.tar.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            writing.to(out);
            out.write(new byte[1024]);
        }
        return file;
    }

    private static void entry(OutputStream out, String name, byte type, String target, String content)
            throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        out.write(summed(header(name, type, target, bytes.length)));
        out.write(bytes);
        out.write(new byte[(512 - bytes.length % 512) % 512]);
    }

    private static byte[] header(String name, byte type, String target, long size) {
        TarArchiveEntry entry = new TarArchiveEntry("n", type);
        entry.setLinkName(target);
        entry.setSize(size);
        byte[] header = new byte[512];
        entry.writeEntryHeader(header);
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        header[0] = 0;
        System.arraycopy(bytes, 0, header, 0, bytes.length);
        return header;
    }

    /** The header with its sum as it is now. */
    private static byte[] summed(byte[] header) {
        java.util.Arrays.fill(header, 148, 156, (byte) ' ');
        int sum = 0;
        for (byte b : header) {
            sum += b & 0xFF;
        }
        byte[] digits = String.format("%06o", sum).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(digits, 0, header, 148, 6);
        header[154] = 0;
        return header;
    }

    private Path zip(RawZip zip) {
        return Zips.write(folder, zip.bytes());
    }

    private static List<String> codes(Path archive) {
        return codes(archive, SMALL);
    }

    private static List<String> codes(Path archive, SourceLimits limits) {
        FaultList faults = new FaultList();
        assertThat(SourceTree.open(archive, limits, faults)).isEmpty();
        assertThat(faults.faults()).allSatisfy(fault -> {
            assertThat(fault.reason()).isNotBlank().doesNotContain("import.");
            assertThat(fault.remedy()).isNotBlank().doesNotContain("import.");
        });
        return faults.faults().stream().map(ImportFault::code).toList();
    }
}
