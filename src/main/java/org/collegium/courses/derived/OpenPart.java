package org.collegium.courses.derived;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.collegium.courses.CourseFile;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseMetadata;
import org.collegium.courses.CourseMetadata.CertificateRule;
import org.collegium.courses.CourseMetadata.CertificateRule.Requirement;
import org.collegium.courses.CourseSection;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.UnitTexts;
import org.jspecify.annotations.Nullable;

/** What others may have of a course whose partner keeps the keys of questions and the solutions of labs to itself. */
final class OpenPart {

    private final CourseManifest course;
    private final Set<String> closed = new HashSet<>();

    private OpenPart(CourseManifest course) {
        this.course = course;
        course.units().stream()
                .filter(unit -> !UnitTexts.isRead(unit.kind()))
                .map(CourseUnit::file)
                .forEach(closed::add);
    }

    /** @param assessed whether all of it */
    static CourseManifest of(CourseManifest course, boolean assessed) {
        return assessed ? course : new OpenPart(course).manifest();
    }

    private CourseManifest manifest() {
        List<CourseSection> sections = course.sections().stream()
                .map(section ->
                        new CourseSection(section.key(), section.title(), section.summary(), open(section.units())))
                .toList();
        Map<String, CourseFile> files = new HashMap<>(course.files());
        files.keySet().removeIf(this::isClosed);
        return new CourseManifest(metadata(), sections, files);
    }

    /** What stands under a unit that is left out stands in its place. */
    private List<CourseUnit> open(List<CourseUnit> units) {
        return units.stream()
                .flatMap(unit -> UnitTexts.isRead(unit.kind())
                        ? Stream.of(with(unit, open(unit.units())))
                        : open(unit.units()).stream())
                .toList();
    }

    /** Files of units, and what lies in the folder of a lab. */
    private boolean isClosed(String path) {
        return closed.contains(path)
                || closed.stream()
                        .filter(file -> file.endsWith("/lab.yaml"))
                        .anyMatch(file -> path.startsWith(file.substring(0, file.lastIndexOf('/') + 1)));
    }

    private static CourseUnit with(CourseUnit unit, List<CourseUnit> units) {
        return new CourseUnit(
                unit.key(),
                unit.title(),
                unit.kind(),
                unit.file(),
                unit.minutes(),
                unit.sample(),
                unit.required(),
                unit.exercise(),
                unit.solutionOf(),
                unit.questions(),
                units);
    }

    private CourseMetadata metadata() {
        CourseMetadata said = course.metadata();
        CertificateRule rule = said.certificate() == null ? null : new CertificateRule(Requirement.ALL, null);
        return said(said, said.key(), said.title(), said.partner(), rule, said.coverAlt());
    }

    /** The same of another partner. */
    static CourseMetadata adapted(CourseMetadata said, String key, String title, String partner) {
        return said(said, key, title, partner, said.certificate(), said.coverAlt());
    }

    private static CourseMetadata said(
            CourseMetadata said,
            String key,
            String title,
            String partner,
            @Nullable CertificateRule rule,
            @Nullable String coverAlt) {
        return new CourseMetadata(
                key,
                title,
                said.summary(),
                said.description(),
                said.outcomes(),
                partner,
                said.authors(),
                said.language(),
                Objects.equals(said.partner(), partner) ? said.variantOf() : null,
                said.level(),
                said.audience(),
                said.effortHours(),
                said.topics(),
                said.skills(),
                said.licence(),
                said.cover(),
                coverAlt,
                rule);
    }
}
