package org.collegium.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("unit")
class SourceTreeTest {

    @TempDir
    Path folder;

    private final FaultList faults = new FaultList();

    @Test
    void aFolderIsReadWithoutTheFilesOfTools() throws IOException {
        write("course.yaml", "a");
        write("lessons/one.md", "b");
        write(".git/config", "c");
        write("__pycache__/x.pyc", "d");
        try (SourceTree tree = open(folder)) {
            assertThat(tree.files()).containsOnlyKeys("course.yaml", "lessons/one.md");
            assertThat(tree.hasFolder("lessons")).isTrue();
            assertThat(tree.hasFolder("quizzes")).isFalse();
        }
        assertThat(faults.faults()).isEmpty();
    }

    @Test
    void aLinkInsideTheRootIsFollowed() throws IOException {
        write("figures/tree.svg", "<svg/>");
        write("book/index.md", "x");
        Files.createSymbolicLink(folder.resolve("book/figures"), Path.of("../figures"));
        Files.createSymbolicLink(folder.resolve("book/start.md"), Path.of("index.md"));
        try (SourceTree tree = open(folder)) {
            assertThat(tree.file("book/figures/tree.svg")).map(SourceFile::path).contains("book/figures/tree.svg");
            assertThat(tree.file("book/figures/tree.svg").orElseThrow().place(3, 1))
                    .isEqualTo(new Place("figures/tree.svg", 3, 1));
            assertThat(tree.under("book")).containsOnlyKeys("book/index.md", "book/figures/tree.svg");
            assertThat(tree.files()).containsOnlyKeys("figures/tree.svg", "book/index.md");
        }
        assertThat(faults.faults()).isEmpty();
    }

    @Test
    void aFileThatGitWroteInsteadOfALinkIsFollowed() throws IOException {
        write("figures/tree.svg", "<svg/>");
        write("book/index.md", "x");
        write("book/figures", "../figures");
        write("book/note.txt", "../nothing");
        try (SourceTree tree = open(folder)) {
            assertThat(tree.file("book/figures/tree.svg")).isPresent();
            assertThat(tree.file("book/note.txt")).isPresent();
        }
        assertThat(faults.faults()).extracting(ImportFault::code).containsExactly("link-as-text");
    }

    @Test
    void linksThatLeaveTheRootOrLeadNowhereAreNamed() throws IOException {
        write("course.yaml", "a");
        Files.createSymbolicLink(folder.resolve("passwords"), Path.of("/etc/passwd"));
        Files.createSymbolicLink(folder.resolve("above"), Path.of("../secret"));
        Files.createSymbolicLink(folder.resolve("loop"), Path.of("loop"));
        Files.createSymbolicLink(folder.resolve("nowhere"), Path.of("missing"));
        assertThat(SourceTree.open(folder, SourceLimits.standard(), faults)).isEmpty();
        assertThat(faults.faults())
                .extracting(fault -> fault.file() + " " + fault.code())
                .containsExactly(
                        "above link-outside", "loop link-loop", "nowhere link-broken", "passwords link-absolute");
    }

    @Test
    void aLinkToAFolderAboveItselfIsWalkedOnce() throws IOException {
        write("a/b/file.md", "x");
        Files.createSymbolicLink(folder.resolve("a/b/up"), Path.of("../.."));
        try (SourceTree tree = open(folder)) {
            assertThat(tree.under("a")).containsOnlyKeys("a/b/file.md");
            assertThat(tree.file("a/b/up/a/b/up/a/b/file.md")).isPresent();
        }
    }

    @Test
    void theSingleFolderOfAZipIsTheRoot() {
        Path zip = Zips.zip()
                .file("repo-main/course.yaml", "a")
                .file("repo-main/lessons/one.md", "ä")
                .link("repo-main/latest.md", "lessons/one.md")
                .in(folder);
        try (SourceTree tree = open(zip)) {
            assertThat(tree.files()).containsOnlyKeys("course.yaml", "lessons/one.md");
            assertThat(tree.file("latest.md").orElseThrow().text(faults)).contains("ä");
            assertThat(tree.file("lessons/one.md").orElseThrow().sha256()).hasSize(64);
        }
        assertThat(faults.faults()).isEmpty();
    }

    @Test
    void theUnpackedFilesOfAZipAreGoneAfterwards() throws IOException {
        SourceTree tree = open(Zips.zip().file("a.md", "a").file("b.md", "b").in(folder));
        SourceFile file = tree.file("a.md").orElseThrow();
        tree.close();
        assertThat(org.assertj.core.api.Assertions.catchThrowable(file::bytes))
                .isInstanceOf(java.io.UncheckedIOException.class);
    }

    @Test
    void limitsAreNamedWithWhatToDo() throws IOException {
        write("a.md", "aaaa");
        write("b.md", "bbbb");
        write("c/d/e.md", "eeee");
        assertThat(codes(new SourceLimits(8, 10, 10, 100, 10, 100, 5))).containsExactly("source-too-large");
        assertThat(codes(new SourceLimits(100, 3, 10, 100, 10, 100, 5)))
                .containsExactly("file-too-large", "file-too-large", "file-too-large");
        assertThat(codes(new SourceLimits(100, 10, 2, 100, 10, 100, 5))).containsExactly("too-many-files");
        assertThat(codes(new SourceLimits(100, 10, 10, 100, 10, 5, 5))).containsExactly("name-long");
        assertThat(codes(new SourceLimits(100, 10, 10, 100, 10, 100, 1))).containsExactly("name-deep");
    }

    @Test
    void brokenUtf8IsFoundAtItsLineAndColumn() throws IOException {
        Files.write(folder.resolve("bad.md"), "one\ntwo ".getBytes(StandardCharsets.UTF_8));
        Files.write(folder.resolve("bad.md"), new byte[] {(byte) 0xC3, 0x28}, java.nio.file.StandardOpenOption.APPEND);
        write("bom.md", "\uFEFFtext");
        write("zero.md", "a\nb\0c");
        try (SourceTree tree = open(folder)) {
            assertThat(tree.file("bad.md").orElseThrow().text(faults)).isEmpty();
            assertThat(tree.file("bom.md").orElseThrow().text(faults)).contains("text");
            assertThat(tree.file("zero.md").orElseThrow().text(faults)).isEmpty();
        }
        assertThat(faults.faults())
                .extracting(fault -> fault.place() + " " + fault.code())
                .containsExactly("bad.md:2:5 text-not-utf8", "zero.md:2:2 text-binary");
    }

    @Test
    void aPathInsideACourseNeverLeavesIt() {
        assertThat(SourcePaths.resolve("a/b", "../../c.md")).contains("c.md");
        assertThat(SourcePaths.resolve("a/b", "../../../c.md")).isEmpty();
        assertThat(SourcePaths.resolve("", "./a//b/../c")).contains("a/c");
    }

    private List<String> codes(SourceLimits limits) {
        FaultList found = new FaultList();
        assertThat(SourceTree.open(folder, limits, found)).isEmpty();
        return found.faults().stream().map(ImportFault::code).toList();
    }

    private SourceTree open(Path place) {
        return SourceTree.open(place, SourceLimits.standard(), faults).orElseThrow();
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
