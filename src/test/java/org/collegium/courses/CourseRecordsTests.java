package org.collegium.courses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import org.collegium.courses.CourseMetadata.Audience;
import org.collegium.courses.CourseMetadata.CourseLevel;
import org.collegium.shared.RuleViolation;
import org.collegium.source.FaultList;
import org.collegium.source.Place;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class CourseRecordsTests {

    @Test
    void aKeptReportIsReadAsItWas() {
        FaultList faults = new FaultList();
        faults.blocking(new Place("lessons/one.md", 3, 7), "link-missing", "nowhere.md");
        faults.note(Place.EVERYWHERE, "read-as", "Jupyter Book");
        ImportReport report = new ImportReport(faults.faults(), ImportCounts.NONE);

        assertThat(ReportJson.read(ReportJson.write(report))).isEqualTo(report);
    }

    @Test
    void aRunClosesAfterItOpens() {
        Instant noon = Instant.parse("2026-03-01T12:00:00Z");

        assertThatThrownBy(() -> new CourseRunData("Spring", noon, noon, true, null))
                .isInstanceOf(RuleViolation.class);
        assertThat(new CourseRunData("Spring", noon, noon.plusSeconds(1), true, null).closes())
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 100_001})
    void aRunHasPlacesForSomeButNotForEverybodyInTheWorld(int capacity) {
        assertThatThrownBy(() -> new CourseRunData("Spring", null, null, true, capacity))
                .isInstanceOf(RuleViolation.class);
    }

    @Test
    void detailsAreCheckedWhereverTheyComeFrom() {
        assertThat(details("A title", "en-gb", 1).language()).isEqualTo("en-GB");
        assertThatThrownBy(() -> details("", "en", 1)).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> details("x".repeat(301), "en", 1)).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> details("A title", "not a language", 1)).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> details("A title", "", 1)).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> details("A title", "en", 0.4)).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> details("A title", "en", Double.NaN)).isInstanceOf(RuleViolation.class);
    }

    @Test
    void allThatIsToMendIsSaidAtOnce() {
        RuleViolation violation =
                catchThrowableOfType(RuleViolation.class, () -> details("", "not a language", Double.NaN));

        assertThat(violation.all())
                .extracting(RuleViolation::code)
                .containsExactly(
                        "courses.details.title.length",
                        "courses.details.language.syntax",
                        "courses.details.effort.range");
    }

    private static CourseDetails details(String title, String language, double hours) {
        return new CourseDetails(
                title,
                "",
                "",
                List.of(" One ", " "),
                List.of(),
                language,
                CourseLevel.INTRODUCTORY,
                List.of(Audience.PUBLIC),
                hours,
                List.of("ai"),
                List.of(),
                "",
                null);
    }
}
