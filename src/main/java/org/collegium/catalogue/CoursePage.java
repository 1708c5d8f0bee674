package org.collegium.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.collegium.catalogue.CataloguePage.CourseCard;
import org.collegium.courses.CourseMetadata;
import org.collegium.courses.CourseSection;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.Retirement;
import org.collegium.courses.UnitTexts;
import org.collegium.courses.derived.Provenance;
import org.collegium.courses.review.VersionReview;

/**
 * What a course page shows.
 *
 * @param description safe HTML, may be empty
 * @param provenance where it comes from, empty when it was not made from another course
 * @param sourceListed whether the course it comes from is in the catalogue
 * @param retirement what is announced, empty when the course stays
 * @param variants the same course in other languages
 * @param reviews who approved the version before it was published
 * @param certificate what earns it, empty where that is what the file of the course says
 */
public record CoursePage(
        CourseCard card,
        CourseVersion version,
        String description,
        Optional<Provenance> provenance,
        boolean sourceListed,
        Optional<Retirement> retirement,
        List<CourseCard> variants,
        List<VersionReview> reviews,
        Optional<String> certificate,
        CoursePageAction.Action action) {

    public CoursePage {
        variants = List.copyOf(variants);
        reviews = List.copyOf(reviews);
    }

    public CatalogueEntry entry() {
        return card.entry();
    }

    public CourseMetadata course() {
        return version.manifest().metadata();
    }

    public List<CourseSection> sections() {
        return version.manifest().sections();
    }

    /** The minutes of a section, nested units included. */
    public int minutes(CourseSection section) {
        return all(section).mapToInt(CourseUnit::minutes).sum();
    }

    /** How many units a section has, nested ones included. */
    public long size(CourseSection section) {
        return all(section).count();
    }

    /** The first unit that is open to everybody as a sample. */
    public Optional<CourseUnit> sample() {
        return version.manifest().units().stream().filter(this::isSample).findFirst();
    }

    /** Whether everybody may read a unit. */
    public boolean isSample(CourseUnit unit) {
        return unit.sample() && UnitTexts.isRead(unit.kind());
    }

    /** The address of an open unit. */
    public String address(CourseUnit unit) {
        return entry().path() + "/sample/" + unit.key();
    }

    /** The name of the icon of a kind of unit. */
    public String glyph(CourseUnit unit) {
        return switch (unit.kind()) {
            case "notebook" -> "notebook-text";
            case "lab" -> "flask-conical";
            case "quiz" -> "list-checks";
            default -> "file-text";
        };
    }

    private static Stream<CourseUnit> all(CourseSection section) {
        return section.units().stream().flatMap(CourseUnit::withNested);
    }
}
