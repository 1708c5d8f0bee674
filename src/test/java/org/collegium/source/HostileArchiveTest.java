package org.collegium.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("attack")
class HostileArchiveTest {

    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;

    @TempDir
    Path folder;

    static Stream<Arguments> names() {
        return Stream.of(
                Arguments.of("../../etc/cron.d/x", "name-escapes"),
                Arguments.of("a/../../x", "name-escapes"),
                Arguments.of("/etc/passwd", "name-absolute"),
                Arguments.of("C:/Windows/x", "name-absolute"),
                Arguments.of("lessons\\..\\..\\x.md", "name-backslash"),
                Arguments.of("a\0b.md", "name-nul"),
                Arguments.of("lessons/con.md", "name-reserved"),
                Arguments.of("AUX", "name-reserved"),
                Arguments.of("lessons/com1.tar.gz", "name-reserved"),
                Arguments.of("lessons/end.", "name-reserved"),
                Arguments.of("lessons/a:b.md", "name-characters"),
                Arguments.of("lessons/a\u0007.md", "name-characters"),
                Arguments.of("lessons//x.md", "name-empty"),
                Arguments.of("x".repeat(300) + ".md", "name-long"),
                Arguments.of("a/".repeat(30) + "x.md", "name-deep"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void aNameThatMeansSomethingElseElsewhereIsRefused(String name, String code) {
        byte[] zip = named(name.getBytes(StandardCharsets.UTF_8));
        assertThat(codes(zip)).containsExactly(code);
    }

    @Test
    void aNameInAnotherEncodingIsRefused() {
        assertThat(codes(named(new byte[] {'a', (byte) 0xE4, '.', 'm', 'd'}))).containsExactly("name-not-utf8");
    }

    @Test
    void namesThatDifferInCaseOnlyAreRefused() {
        byte[] zip = Zips.zip().file("a/Intro.md", "1").file("A/intro.md", "2").bytes();
        assertThat(codes(zip)).containsExactly("name-case");
    }

    @Test
    void theSameNameTwiceAndAFileThatIsAFolderAreRefused() {
        byte[] twice =
                Zips.zip().file("lessons/aa.md", "1").file("lessons/bb.md", "2").bytes();
        assertThat(codes(replaced(twice, "bb.md", "aa.md"))).containsExactly("name-twice");
        assertThat(codes(Zips.zip().file("a", "1").file("a/b", "2").bytes())).containsExactly("name-below-file");
        assertThat(codes(Zips.zip().file("a/b", "1").file("a", "2").bytes())).containsExactly("name-below-file");
    }

    @Test
    void linksOutOfTheArchiveAreRefused() {
        assertThat(codes(Zips.zip()
                        .file("a.md", "1")
                        .link("b", "../../etc/passwd")
                        .bytes()))
                .containsExactly("link-outside");
        assertThat(codes(Zips.zip().file("a.md", "1").link("b", "/etc/passwd").bytes()))
                .containsExactly("link-absolute");
        assertThat(codes(Zips.zip()
                        .file("x/a.md", "1")
                        .link("x/b", "..")
                        .link("c", "x/b/../..")
                        .bytes()))
                .containsExactly("link-outside");
    }

    @Test
    void anArchiveThatUnpacksToVeryMuchMoreThanItHoldsIsRefused() {
        byte[] zip = Zips.zip().file("zeros.bin", new byte[40 * 1024 * 1024]).bytes();
        assertThat(zip.length).isLessThan(100 * 1024);
        assertThat(codes(zip)).containsExactly("archive-ratio");
    }

    @Test
    void smallFilesThatPackWellAreFine() {
        byte[] zip = Zips.zip()
                .file("a.md", "1")
                .file("zeros.csv", new byte[5 * 1024 * 1024])
                .bytes();
        FaultList faults = new FaultList();
        SourceTree.open(Zips.write(folder, zip), SourceLimits.standard(), faults)
                .orElseThrow()
                .close();
        assertThat(faults.faults()).isEmpty();
    }

    @Test
    void sizesAreCountedAndNotBelieved() {
        byte[] zip = Zips.zip().file("a.bin", randomBytes(4096)).bytes();
        SourceLimits limits = new SourceLimits(100_000, 1024, 10, 100, 10, 100, 5);
        assertThat(codes(zip, limits)).containsExactly("file-too-large");
        for (int at : positions(zip, CENTRAL)) {
            ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).putInt(at + 24, 10);
        }
        assertThat(codes(zip, limits)).isNotEmpty();
    }

    @Test
    void entriesThatShareTheirBytesAreRefused() {
        byte[] zip = Zips.zip()
                .file("a.bin", randomBytes(3000))
                .file("b.bin", randomBytes(3000))
                .bytes();
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        List<Integer> entries = positions(zip, CENTRAL);
        bytes.putInt(entries.get(1) + 42, bytes.getInt(entries.get(0) + 42));
        assertThat(codes(zip)).containsExactly("archive-overlap");
    }

    @Test
    void anEncryptedEntryIsNamed() {
        byte[] zip = Zips.zip().file("a.md", "secret").file("b.md", "open").bytes();
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int entry = positions(zip, CENTRAL).getFirst();
        bytes.putShort(entry + 8, (short) (bytes.getShort(entry + 8) | 1));
        int local = positions(zip, LOCAL).getFirst();
        bytes.putShort(local + 6, (short) (bytes.getShort(local + 6) | 1));
        assertThat(codes(zip)).containsExactly("archive-encrypted");
    }

    @Test
    void aDamagedEntryIsNamed() {
        byte[] zip = Zips.zip().file("a.bin", randomBytes(5000)).bytes();
        zip[2000] ^= 0x55;
        assertThat(codes(zip)).containsExactly("archive-damaged");
    }

    @Test
    void whatIsNoZipIsSaidToBeNone() {
        assertThat(codes("just text".getBytes(StandardCharsets.UTF_8))).containsExactly("archive-not-zip");
        assertThat(codes(new byte[0])).containsExactly("archive-not-zip");
        assertThat(codes(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0})).containsExactly("archive-gzip");
    }

    @Test
    void anEndlessDirectoryIsRefusedBeforeItIsLoaded() {
        Zips many = Zips.zip();
        for (int i = 0; i < 300; i++) {
            many.file("f" + i, "");
        }
        assertThat(codes(many.bytes(), new SourceLimits(1000_000, 1000, 100, 100, 10, 100, 5)))
                .containsExactly("too-many-files");
    }

    @Test
    void anArchiveInAnArchiveStaysAFile() {
        byte[] inner = Zips.zip().file("x.bin", new byte[4 * 1024 * 1024]).bytes();
        FaultList faults = new FaultList();
        Path zip = Zips.zip().file("a.md", "x").file("r/r.zip", inner).in(folder);
        try (SourceTree tree =
                SourceTree.open(zip, SourceLimits.standard(), faults).orElseThrow()) {
            assertThat(tree.files()).containsOnlyKeys("a.md", "r/r.zip");
        }
    }

    @Test
    void noMutationOfAnArchiveEndsInAnException() {
        byte[] whole = Zips.zip()
                .file("course.yaml", "format: collegium-course/1")
                .file("lessons/a.md", randomBytes(400))
                .link("b", "lessons")
                .bytes();
        Random random = new Random(7);
        for (int round = 0; round < 1500; round++) {
            byte[] zip = whole.clone();
            for (int i = random.nextInt(6); i >= 0; i--) {
                zip[random.nextInt(zip.length)] = (byte) random.nextInt();
            }
            int length = random.nextInt(4) == 0 ? random.nextInt(zip.length) : zip.length;
            FaultList faults = new FaultList();
            SourceTree.open(Zips.write(folder, java.util.Arrays.copyOf(zip, length)), SourceLimits.standard(), faults)
                    .ifPresentOrElse(
                            SourceTree::close,
                            () -> assertThat(faults.hasErrors()).isTrue());
            assertThat(faults.faults())
                    .allSatisfy(fault -> assertThat(fault.remedy()).isNotBlank());
        }
    }

    private List<String> codes(byte[] zip) {
        return codes(zip, SourceLimits.standard());
    }

    private List<String> codes(byte[] zip, SourceLimits limits) {
        FaultList faults = new FaultList();
        assertThat(SourceTree.open(Zips.write(folder, zip), limits, faults)).isEmpty();
        assertThat(faults.faults()).allSatisfy(fault -> {
            assertThat(fault.reason()).isNotBlank().doesNotContain("import.");
            assertThat(fault.remedy()).isNotBlank().doesNotContain("import.");
        });
        return faults.faults().stream().map(ImportFault::code).toList();
    }

    private static byte[] named(byte[] name) {
        byte[] zip =
                Zips.zip().file("?".repeat(name.length), "x").file("z.md", "y").bytes();
        return replaced(zip, "?".repeat(name.length).getBytes(StandardCharsets.UTF_8), name);
    }

    private static byte[] replaced(byte[] zip, String old, String other) {
        return replaced(zip, old.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] replaced(byte[] zip, byte[] old, byte[] other) {
        byte[] result = zip.clone();
        for (int i = 0; i + old.length <= result.length; i++) {
            if (java.util.Arrays.equals(result, i, i + old.length, old, 0, old.length)) {
                System.arraycopy(other, 0, result, i, other.length);
            }
        }
        return result;
    }

    private static List<Integer> positions(byte[] zip, int signature) {
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i + 4 <= zip.length; i++) {
            if (bytes.getInt(i) == signature) {
                found.add(i);
            }
        }
        return found;
    }

    private static byte[] randomBytes(int size) {
        byte[] bytes = new byte[size];
        new Random(1).nextBytes(bytes);
        return bytes;
    }
}
