package org.collegium.courses;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Changes of a manifest, and how they outlive another import. */
final class EditedManifest {

    private final CourseManifest manifest;

    EditedManifest(CourseManifest manifest) {
        this.manifest = manifest;
    }

    /** The manifest with another content of a unit's file. */
    CourseManifest withFile(String unitKey, CourseFile file, int questions) {
        Map<String, CourseFile> files = new HashMap<>(manifest.files());
        files.put(file.path(), file);
        return new CourseManifest(manifest.metadata(), inSections(manifest.sections(), unitKey, questions), files);
    }

    private static List<CourseUnit> withQuestions(List<CourseUnit> units, String unitKey, int questions) {
        return units.stream()
                .map(unit -> unit.with(
                        unit.key().equals(unitKey) ? questions : unit.questions(),
                        withQuestions(unit.units(), unitKey, questions)))
                .toList();
    }

    /**
     * What another import brought, with the changes that were made in Studio since the last one. Where both changed the
     * same thing, the import wins and the thing is named.
     *
     * @param base what the last import brought
     * @param brought what this import brings
     */
    Merged onto(CourseManifest base, CourseManifest brought) {
        List<String> lost = new ArrayList<>();
        Map<String, CourseFile> files = new HashMap<>(brought.files());
        manifest.files().forEach((path, edited) -> {
            if (!edited.equals(base.files().get(path))) {
                CourseFile now = brought.files().get(path);
                if (Objects.equals(now, base.files().get(path))) {
                    files.put(path, edited);
                } else if (!edited.equals(now)) {
                    lost.add(path);
                }
            }
        });
        CourseMetadata metadata =
                new Details(base.metadata(), manifest.metadata(), brought.metadata(), lost).metadata();
        List<CourseSection> outline = outline(base, brought, files, lost);
        return new Merged(new CourseManifest(metadata, counted(base, outline, files), files), lost);
    }

    /**
     * The outline that was edited, when the import brings the one that it was made of. Where both changed it the import wins;
     * files of units that were taken out here go with it.
     */
    private List<CourseSection> outline(
            CourseManifest base, CourseManifest brought, Map<String, CourseFile> files, List<String> lost) {
        List<CourseSection> mine = uncounted(manifest.sections());
        if (mine.equals(uncounted(base.sections())) || mine.equals(uncounted(brought.sections()))) {
            return brought.sections();
        }
        if (!uncounted(base.sections()).equals(uncounted(brought.sections()))) {
            lost.add("sections");
            return brought.sections();
        }
        Set<String> used = manifest.units().stream().map(CourseUnit::file).collect(Collectors.toSet());
        base.units().stream()
                .map(CourseUnit::file)
                .filter(file -> !used.contains(file) && !manifest.files().containsKey(file))
                .forEach(files::remove);
        return manifest.sections();
    }

    /** What follows from contents left out. */
    private static List<CourseSection> uncounted(List<CourseSection> sections) {
        return sections.stream()
                .map(section -> new CourseSection(
                        section.key(), section.title(), section.summary(), withoutQuestions(section.units())))
                .toList();
    }

    private static List<CourseUnit> withoutQuestions(List<CourseUnit> units) {
        return units.stream()
                .map(unit -> unit.with(0, withoutQuestions(unit.units())))
                .toList();
    }

    /** The outline of the import; how many questions a quiz asks follows the file that it keeps. */
    private List<CourseSection> counted(
            CourseManifest base, List<CourseSection> sections, Map<String, CourseFile> files) {
        List<CourseSection> counted = sections;
        for (CourseUnit unit : manifest.units()) {
            CourseFile mine = manifest.files().get(unit.file());
            if (Objects.equals(files.get(unit.file()), mine)
                    && !Objects.equals(base.files().get(unit.file()), mine)) {
                counted = inSections(counted, unit.key(), unit.questions());
            }
        }
        return counted;
    }

    private static List<CourseSection> inSections(List<CourseSection> sections, String unitKey, int questions) {
        return sections.stream()
                .map(section -> new CourseSection(
                        section.key(),
                        section.title(),
                        section.summary(),
                        withQuestions(section.units(), unitKey, questions)))
                .toList();
    }

    /**
     * A merge.
     *
     * @param lost paths of files and names of details in which an edit made in Studio gave way to the import
     */
    record Merged(CourseManifest manifest, List<String> lost) {}

    private record Details(CourseMetadata base, CourseMetadata edited, CourseMetadata brought, List<String> lost) {

        CourseMetadata metadata() {
            return merged().in(brought.asVariantOf(
                    pick("variantOf", of -> Optional.ofNullable(of.variantOf())).orElse(null)));
        }

        private CourseDetails merged() {
            return new CourseDetails(
                    pick("title", CourseMetadata::title),
                    pick("summary", CourseMetadata::summary),
                    pick("description", CourseMetadata::description),
                    pick("outcomes", CourseMetadata::outcomes),
                    pick("authors", CourseMetadata::authors),
                    pick("language", CourseMetadata::language),
                    pick("level", CourseMetadata::level),
                    pick("audience", CourseMetadata::audience),
                    pick("effortHours", CourseMetadata::effortHours),
                    pick("topics", CourseMetadata::topics),
                    pick("skills", CourseMetadata::skills),
                    pick("licence", CourseMetadata::licence),
                    pick("certificate", metadata -> Optional.ofNullable(metadata.certificate()))
                            .orElse(null));
        }

        private <T> T pick(String name, Function<CourseMetadata, T> field) {
            T mine = field.apply(edited);
            T theirs = field.apply(brought);
            T before = field.apply(base);
            if (mine.equals(before) || mine.equals(theirs)) {
                return theirs;
            }
            if (theirs.equals(before)) {
                return mine;
            }
            lost.add(name);
            return theirs;
        }
    }
}
