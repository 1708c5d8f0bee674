package org.collegium.courses;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.collegium.source.FaultList;
import org.collegium.source.SourceFile;
import org.collegium.source.SourceLimits;
import org.collegium.source.SourceTree;
import org.jsoup.Jsoup;

/** What a fuzzer calls with bytes of its own in the place of one file of a sample course, or of an archive. */
public final class CourseTargets {

    /** The format and the file; {@code archive} names the kind of archive. */
    public static final List<String> ALL = List.of(
            "archive:zip",
            "archive:tar.gz",
            "small:course.yaml",
            "small:lessons/welcome.md",
            "small:notebooks/try.py",
            "small:notebooks/try-solution.ipynb",
            "book:_config.yml",
            "book:_toc.yml",
            "book:intro.md",
            "book:quiz.md",
            "repository:1-a/README.md",
            "repository:2-b/s.md",
            "repository:q.json",
            "carpentries:config.yaml",
            "carpentries:episodes/a.md",
            "cartridge:imsmanifest.xml",
            "cartridge:p.html",
            "cartridge:q.xml",
            "olx:course.xml",
            "olx:vertical/v.xml",
            "olx:html/h.html",
            "olx:problem/p.xml",
            "moodle:moodle_backup.xml",
            "moodle:activities/page_1/page.xml",
            "moodle:activities/quiz_2/quiz.xml",
            "moodle:questions.xml",
            "slides:ppt/presentation.xml",
            "slides:ppt/slides/slide1.xml",
            "slides:ppt/slides/_rels/slide1.xml.rels",
            "page:page.md",
            "notebook:notebook.ipynb",
            "cartridge-rich:imsmanifest.xml",
            "cartridge-rich:q.xml",
            "cartridge-rich:t.xml",
            "olx-rich:problem/p.xml",
            "olx-rich:video/w.xml",
            "moodle-rich:activities/book_3/book.xml",
            "moodle-rich:activities/quiz_8/quiz.xml",
            "moodle-rich:files.xml",
            "moodle-rich:questions.xml",
            "odp:content.xml",
            "odp:styles.xml",
            "odp:Object 1/content.xml",
            "deck:deck.md",
            "slides-rich:ppt/slides/slide1.xml",
            "slides-rich:ppt/comments/c.xml",
            "odp-rich:content.xml",
            "moodle-rich:groups.xml");

    private static final SourceLimits LIMITS = new SourceLimits(8 << 20, 4 << 20, 200, 100, 1 << 20, 240, 16);

    private static Map<String, byte[]> course = Map.of();
    private static String file = "";
    private static Path archive = Path.of("");

    private CourseTargets() {}

    /** Called by the fuzzer once, with one of {@link #ALL}, which it cuts at spaces; what is slow the first time only is not its concern. */
    public static void fuzzerInitialize(String[] arguments) {
        String target = String.join(" ", arguments);
        String[] parts = target.split(":", 2);
        file = parts[1];
        try {
            archive = Files.createTempDirectory("collegium-fuzz-").resolve("course." + file);
            if (!parts[0].equals("archive")) {
                course = sample(parts[0]);
            }
            fuzzerTestOneInput(seed(target));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What the fuzzer begins with. */
    public static byte[] seed(String target) throws IOException {
        String[] parts = target.split(":", 2);
        return parts[0].equals("archive")
                ? archive(parts[1])
                : Optional.ofNullable(sample(parts[0]).get(parts[1])).orElseThrow();
    }

    /** Called by the fuzzer with each input. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        if (course.isEmpty()) {
            Files.write(archive, input);
            FaultList faults = new FaultList();
            Optional<SourceTree> tree = SourceTree.open(archive, LIMITS, faults);
            tree.ifPresent(SourceTree::close);
            require(tree.isEmpty() == faults.hasErrors(), "a refusal and an error go together");
            return;
        }
        List<SourceFile> files = new ArrayList<>();
        course.forEach((path, content) -> files.add(SourceFile.of(path, path.equals(file) ? input : content)));
        ImportOutcome outcome = ImportFixtures.imports()
                .read(
                        (limits, faults, unpacking) -> Optional.of(SourceTree.of(files)),
                        ImportOptions.forPartner("north-lakes"),
                        ImportWatch.NOBODY,
                        read -> {
                            if (read instanceof ImportOutcome.Accepted accepted) {
                                ImportedTexts.pages(accepted)
                                        .forEach(page -> HostileCoursesTest.assertHarmless(file, Jsoup.parse(page)));
                            }
                            return read;
                        });
        require(!outcome.report().text().isBlank() && !outcome.report().json().isBlank(), "a report says something");
        require(
                outcome instanceof ImportOutcome.Refused != outcome.report().importable(),
                "what is refused is not importable");
    }

    private static byte[] archive(String kind) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] content = "# A\n".getBytes(StandardCharsets.UTF_8);
        if (kind.equals("zip")) {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry("a/b.md"));
                zip.write(content);
            }
        } else {
            try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(out))) {
                TarArchiveEntry entry = new TarArchiveEntry("a/b.md");
                entry.setSize(content.length);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            }
        }
        return out.toByteArray();
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }

    private static Map<String, byte[]> sample(String platform) throws IOException {
        Path folder = Files.createTempDirectory("collegium-fuzz-");
        SampleCourses.write(platform, folder);
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path path : found.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(path).toString(), Files.readAllBytes(path));
            }
        }
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path path : found.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
        return files;
    }
}
