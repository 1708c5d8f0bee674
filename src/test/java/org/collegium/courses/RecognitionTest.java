package org.collegium.courses;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.collegium.content.IncomingFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which importer reads what: always one, in a stated order, whatever else lies in the source. */
@Tag("unit")
class RecognitionTest {

    @TempDir
    Path folder;

    private SmallCourses source;

    @BeforeEach
    void pagesThatAnyImporterMightTake() {
        source = SmallCourses.empty(folder)
                .write("1-one/README.md", "# One\n\nA page that says something about ice and water.\n")
                .write("episodes/one.md", "---\ntitle: One\n---\n\nText.\n");
    }

    private List<String> readAs() {
        return ImportFixtures.faults(source.read(), "read-as").stream()
                .map(fault -> fault.arguments().getFirst())
                .toList();
    }

    @Test
    void theMoreIsSaidAboutTheFormatTheEarlierItIsAsked() {
        assertThat(readAs()).containsExactly("plain repository");
        source.write("config.yaml", "carpentry: lc\ntitle: L\nepisodes:\n- one.md\n");
        assertThat(readAs()).containsExactly("lesson of the Carpentries Workbench");
        source.write("content.xml", "<document-content/>")
                .write("mimetype", "application/vnd.oasis.opendocument.presentation");
        assertThat(readAs()).containsExactly("slides of OpenDocument");
        source.write("ppt/presentation.xml", "<presentation/>");
        assertThat(readAs()).containsExactly("slides of PowerPoint");
        source.write("moodle_backup.xml", "<moodle_backup><information/></moodle_backup>");
        assertThat(readAs()).containsExactly("backup of Moodle");
        source.write("course.xml", "<course url_name=\"r\" org=\"O\" course=\"C\"/>");
        assertThat(readAs()).containsExactly("course of Open edX (OLX)");
        source.write(
                "imsmanifest.xml",
                "<manifest xmlns=\"http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1\"><organizations/><resources/></manifest>");
        assertThat(readAs()).containsExactly("Common Cartridge");
        source.write("_toc.yml", "format: jb-article\nroot: 1-one/README\n");
        assertThat(readAs()).containsExactly("Jupyter Book");
        source.write("course.yaml", "format: collegium-course/1\n");
        assertThat(readAs()).isEmpty();
    }

    @Test
    void documentsAreRefusedWithTheWayToBringThem() throws IOException {
        Path deck = folder.resolve("text.odt");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(deck))) {
            for (String name : List.of("content.xml", "META-INF/manifest.xml", "styles.xml")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write('x');
                zip.closeEntry();
            }
        }
        ImportOutcome outcome = ImportFixtures.read(deck);
        assertThat(outcome).isInstanceOf(ImportOutcome.Refused.class);
        assertThat(ImportFixtures.faults(outcome, "format-slides"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.remedy()).contains("pptx", "odp", "PDF"));
    }

    @Test
    void aPageHandedOverKeepsItsNameAndNothingThatHarms(@TempDir Path blobs) throws IOException {
        String name = IncomingFiles.harmless("../../etc/How ice grows.md");
        assertThat(name).isEqualTo("How ice grows.md");
        Path page = blobs.resolve(name);
        Files.writeString(page, "# How ice grows\n\nIce grows slowly, and it does so from below.\n");
        ImportOutcome outcome = ImportFixtures.read(page);
        assertThat(outcome).withFailMessage(() -> outcome.report().text()).isInstanceOf(ImportOutcome.Accepted.class);
        assertThat(((ImportOutcome.Accepted) outcome).manifest().units())
                .extracting(CourseUnit::key)
                .containsExactly("how-ice-grows");
    }
}
