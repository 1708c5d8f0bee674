package org.collegium.courses;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.collegium.courses.ImportOutcome.Accepted;
import org.collegium.courses.ImportOutcome.Refused;
import org.collegium.source.FaultList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for slides of any program; the deck in the folder has several, by Ada and Lin. */
abstract class SlidesTest {

    @TempDir
    Path folder;

    SmallCourses deck() {
        return SmallCourses.empty(folder);
    }

    /** The same document without a slide. */
    abstract void emptied();

    Accepted accepted() {
        ImportOutcome outcome = deck().read();
        assertThat(outcome).withFailMessage(() -> outcome.report().text()).isInstanceOf(Accepted.class);
        return (Accepted) outcome;
    }

    /** The text of the first lesson. */
    static String lesson(Accepted outcome) {
        CourseUnit first = outcome.manifest().units().getFirst();
        return Objects.requireNonNull(outcome.files().get(first.file()))
                .text(new FaultList())
                .orElseThrow();
    }

    /** What is said of slides: the code, and the number of the slide, or of all where several are spoken of. */
    static List<String> told(Accepted outcome) {
        return outcome.report().faults().stream()
                .filter(fault -> fault.code().startsWith("slides-"))
                .map(fault -> fault.code() + " "
                        + fault.reason().replaceFirst("^Slide (\\d).*|^Slides [^:]*: ([\\d, ]*).*", "$1$2"))
                .toList();
    }

    static void assertOneLesson(Accepted outcome, String title, String language, String text) {
        assertThat(lesson(outcome).strip()).isEqualTo(text);
        CourseMetadata metadata = outcome.manifest().metadata();
        assertThat(metadata.title()).isEqualTo(title);
        assertThat(metadata.language()).isEqualTo(language);
        assertThat(metadata.authors()).extracting(author -> author.name()).containsExactly("Ada", "Lin");
        ImportedTexts.assertReadable(outcome, 1);
    }

    @Test
    void aDocumentWithoutSlidesIsRefused() {
        emptied();
        ImportOutcome outcome = deck().read();
        assertThat(outcome).isInstanceOf(Refused.class);
        assertThat(ImportFixtures.faults(outcome, "slides-empty")).hasSize(1);
    }
}
