package org.collegium.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tar archives packed by gzip, and single files: the same limits and refusals as for a zip. */
@Tag("unit")
class TarArchiveTest {

    private static final SourceLimits LIMITS = new SourceLimits(4_000_000, 3_000_000, 5, 20, 100_000, 60, 3);

    @TempDir
    Path folder;

    private final FaultList faults = new FaultList();

    private interface Writing {
        void to(TarArchiveOutputStream tar) throws IOException;
    }

    private Path archive(Writing writing) throws IOException {
        Path file = folder.resolve("course.mbz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file));
                TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            writing.to(tar);
        }
        return file;
    }

    private static void file(TarArchiveOutputStream tar, String name, byte[] bytes) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }

    private static void link(TarArchiveOutputStream tar, String name, byte type, String target) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, type);
        entry.setLinkName(target);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<String> codes(Path file) {
        FaultList found = new FaultList();
        Optional<SourceTree> tree = SourceTree.open(file, LIMITS, found);
        assertThat(tree).isEmpty();
        return found.faults().stream().map(ImportFault::code).toList();
    }

    @Test
    void itIsReadWithoutItsSingleTopFolder() throws IOException {
        Path file = archive(tar -> {
            file(tar, "./top/a.txt", text("one"));
            file(tar, "./top/b/ä.txt", text("two"));
            link(tar, "./top/c.txt", TarConstants.LF_SYMLINK, "b/ä.txt");
        });
        try (SourceTree tree = SourceTree.open(file, LIMITS, faults).orElseThrow()) {
            assertThat(tree.files().keySet()).containsExactly("a.txt", "b/ä.txt");
            assertThat(tree.file("c.txt").orElseThrow().text(faults)).contains("two");
        }
        assertThat(faults.faults()).isEmpty();
    }

    @Test
    void whatIsDangerousIsRefused() throws IOException {
        assertThat(codes(archive(tar -> file(tar, "../a.txt", text("x"))))).containsExactly("name-escapes");
        assertThat(codes(archive(tar -> file(tar, "/etc/passwd", text("x"))))).containsExactly("name-absolute");
        assertThat(codes(archive(tar -> link(tar, "a", TarConstants.LF_SYMLINK, "/etc/passwd"))))
                .containsExactly("link-absolute");
        assertThat(codes(archive(tar -> link(tar, "a", TarConstants.LF_LINK, "/etc/passwd"))))
                .containsExactly("file-special");
        assertThat(codes(archive(tar -> link(tar, "a", TarConstants.LF_CHR, ""))))
                .containsExactly("file-special");
        assertThat(codes(archive(tar -> {
                    file(tar, "a.txt", text("x"));
                    file(tar, "A.txt", text("y"));
                })))
                .containsExactly("name-case");
    }

    @Test
    void whatIsTooLargeIsRefusedWhileItIsUnpacked() throws IOException {
        assertThat(codes(archive(tar -> file(tar, "zeros", new byte[2_900_000]))))
                .containsExactly("archive-ratio");
        assertThat(codes(archive(tar -> {
                    for (int i = 0; i < 6; i++) {
                        file(tar, i + ".txt", text("x"));
                    }
                })))
                .containsExactly("too-many-files");
        byte[] noise = new byte[3_100_000];
        new java.util.Random(1).nextBytes(noise);
        assertThat(codes(archive(tar -> file(tar, "noise", noise)))).containsExactly("file-too-large");
    }

    @Test
    void whatIsBrokenIsSaidToBe() throws IOException {
        Path file = archive(tar -> {
            byte[] noise = new byte[200_000];
            new java.util.Random(1).nextBytes(noise);
            file(tar, "a.txt", text("x"));
            file(tar, "noise", noise);
        });
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 100_000));
        assertThat(codes(file)).containsExactly("archive-broken");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text("no archive"));
        }
        assertThat(codes(file)).containsAnyOf("archive-gzip", "archive-broken");
    }

    @Test
    void aPageOrNotebookIsASourceByItself() throws IOException {
        Path page = Files.writeString(folder.resolve("Ice Ä.md"), "# Ice\n");
        try (SourceTree tree = SourceTree.open(page, LIMITS, faults).orElseThrow()) {
            assertThat(tree.files().keySet()).containsExactly("Ice Ä.md");
        }
        Path large = Files.write(folder.resolve("large.ipynb"), new byte[3_000_001]);
        assertThat(codes(large)).containsExactly("file-too-large");
        Path odd = Files.writeString(folder.resolve("slides.pdf"), "%PDF");
        assertThat(codes(odd)).containsExactly("archive-not-zip");
    }
}
