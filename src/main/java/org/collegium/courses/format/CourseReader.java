package org.collegium.courses.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.collegium.activity.ActivityCounts;
import org.collegium.activity.ActivityFacts;
import org.collegium.activity.ActivityFormat;
import org.collegium.courses.CourseFile;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseMetadata;
import org.collegium.courses.CourseSection;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.ImportCounts;
import org.collegium.courses.ImportOptions;
import org.collegium.courses.ImportWatch;
import org.collegium.source.FaultList;
import org.collegium.source.Place;
import org.collegium.source.SourceFile;
import org.collegium.source.SourcePaths;
import org.collegium.source.SourceTree;
import org.collegium.source.Suggestions;
import org.collegium.source.YamlDocument;
import org.collegium.source.YamlSchema;
import org.collegium.source.YamlSource;

/** Reads a course in the format of our own, version 1, wholly: it goes on after each fault, so that all are known at once. */
public final class CourseReader {

    /** The file that makes a folder a course. */
    public static final String COURSE = "course.yaml";

    private static final YamlSchema SCHEMA = YamlSchema.named("collegium-course-1");

    private static final long LARGEST_COVER = 1 << 20;

    private final SourceTree tree;
    private final Map<String, ActivityFormat> formats;
    private final ImportOptions options;
    private final ImportWatch watch;
    private final FaultList faults;
    private final Map<String, ReadUnit> read = new TreeMap<>();
    private ImportCounts counts = ImportCounts.NONE;

    /** What was read: complete, without an error. */
    public record Course(CourseManifest manifest, SortedMap<String, SourceFile> files) {}

    public CourseReader(
            SourceTree tree, List<ActivityFormat> formats, ImportOptions options, ImportWatch watch, FaultList faults) {
        this.tree = tree;
        this.formats = formats.stream().collect(Collectors.toMap(ActivityFormat::kind, Function.identity()));
        this.options = options;
        this.watch = watch;
        this.faults = faults;
    }

    /** How much was found, even when the course is refused. */
    public ImportCounts counts() {
        return counts;
    }

    /** The course; empty when there is an error among the faults. */
    public Optional<Course> read() {
        Optional<SourceFile> file = tree.file(COURSE);
        if (file.isEmpty()) {
            faults.error(Place.EVERYWHERE, "course-missing");
            return Optional.empty();
        }
        return YamlSource.read(file.get(), faults).flatMap(this::read);
    }

    private Optional<Course> read(YamlDocument yaml) {
        SCHEMA.check(yaml, faults);
        YamlFields course = YamlFields.of(yaml);
        List<String> kinds = formats.keySet().stream().sorted().toList();
        List<YamlFields> sections = course.list("sections");
        List<UnitDraft> roots = sections.stream()
                .flatMap(section -> UnitDraft.read(section, kinds).stream())
                .toList();
        new OutlineChecks(faults).check(sections, roots);
        if (!readUnits(roots.stream().flatMap(UnitDraft::all).toList())) {
            faults.error(Place.EVERYWHERE, "import-cancelled");
            return Optional.empty();
        }
        SortedMap<String, SourceFile> files = files(course);
        counts(sections.size(), files);
        CourseManifest manifest = manifest(course, sections, kinds, files);
        Set<String> used = new TreeSet<>(files.keySet());
        used.add(COURSE);
        files.values().forEach(file -> used.add(file.place().file()));
        UnusedFiles.note(tree, used, faults);
        return faults.hasErrors() ? Optional.empty() : Optional.of(new Course(manifest, files));
    }

    private boolean readUnits(List<UnitDraft> units) {
        int done = 0;
        for (UnitDraft unit : units) {
            if (!watch.goOn(unit.file(), done++, units.size())) {
                return false;
            }
            ActivityFormat format = formats.get(unit.kind());
            if (format != null) {
                readUnit(unit, format);
            }
        }
        return true;
    }

    private void readUnit(UnitDraft unit, ActivityFormat format) {
        Place at = unit.fields().place(unit.kind());
        Optional<String> path = unit.path();
        Optional<SourceFile> file = path.flatMap(tree::file);
        if (path.isEmpty()) {
            faults.error(at, "file-outside", unit.file());
        } else if (file.isEmpty()) {
            missing(at, path.get());
        } else {
            ActivityFacts facts = format.check(file.get(), tree::file, faults);
            read.put(unit.fields().pointer(), new ReadUnit(unit, path.get(), file.get(), facts));
        }
    }

    private void missing(Place at, String path) {
        Suggestions.nearest(path, tree.files().keySet())
                .ifPresentOrElse(
                        near -> faults.error(at, "file-missing-like", path, near),
                        () -> faults.error(at, "file-missing", path));
    }

    private SortedMap<String, SourceFile> files(YamlFields course) {
        ReferenceChecks references = new ReferenceChecks(tree, read.values(), faults);
        read.values().forEach(references::check);
        SortedMap<String, SourceFile> files = new TreeMap<>(references.files());
        read.values().forEach(unit -> files.put(unit.path(), unit.file()));
        course.text("cover").ifPresent(cover -> {
            Optional<String> path = SourcePaths.resolve("", cover);
            Optional<SourceFile> file = path.flatMap(tree::file);
            if (file.isEmpty()) {
                missing(course.place("cover"), cover);
            } else if (!MediaTypes.isPicture(cover)) {
                faults.error(course.place("cover"), "cover-no-picture", cover);
            } else if (file.get().size() > LARGEST_COVER) {
                faults.error(course.place("cover"), "cover-too-large", cover);
            } else {
                files.put(path.get(), file.get());
            }
        });
        List<String> globs = course.texts("files");
        for (int i = 0; i < globs.size(); i++) {
            Pattern pattern = Globs.compile(globs.get(i));
            Map<String, SourceFile> found = tree.under("").entrySet().stream()
                    .filter(file -> pattern.matcher(file.getKey()).matches())
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            if (found.isEmpty()) {
                faults.warning(course.yaml().place("/files/" + i), "files-none", globs.get(i));
            }
            files.putAll(found);
        }
        return files;
    }

    private void counts(int sections, SortedMap<String, SourceFile> files) {
        ActivityCounts activities = read.values().stream()
                .map(unit -> unit.facts().counts())
                .reduce(ActivityCounts.NONE, ActivityCounts::plus);
        counts = new ImportCounts(
                sections,
                read.size(),
                (int) read.values().stream().map(ReadUnit::path).distinct().count(),
                activities,
                files.size(),
                files.values().stream().mapToLong(SourceFile::size).sum());
    }

    private CourseManifest manifest(
            YamlFields course, List<YamlFields> sections, List<String> kinds, SortedMap<String, SourceFile> files) {
        int minutes = read.values().stream().mapToInt(CourseReader::minutes).sum();
        boolean hasQuiz =
                read.values().stream().anyMatch(unit -> unit.facts().counts().questions() > 0);
        CourseMetadata metadata = new Metadata(course, faults).read(options.partner(), minutes, hasQuiz);
        skillsKnown(
                metadata.skills().stream().map(CourseMetadata.CourseSkill::key).toList());
        List<CourseSection> outline = sections.stream()
                .map(section -> new CourseSection(
                        section.text("key").orElse(""),
                        section.text("title").orElse(""),
                        section.text("summary").orElse(null),
                        units(UnitDraft.read(section, kinds))))
                .toList();
        return new CourseManifest(metadata, outline, faults.hasErrors() ? Map.of() : courseFiles(files));
    }

    private void skillsKnown(List<String> known) {
        read.values().stream().flatMap(unit -> unit.facts().skills().stream()).forEach(skill -> {
            if (!known.contains(skill.key())) {
                faults.blocking(skill.at(), "skill-unknown", skill.key());
            }
        });
    }

    private static int minutes(ReadUnit unit) {
        return unit.draft()
                .fields()
                .number("minutes")
                .map(Double::intValue)
                .orElse(unit.facts().minutes());
    }

    private List<CourseUnit> units(List<UnitDraft> drafts) {
        List<CourseUnit> units = new ArrayList<>();
        for (UnitDraft draft : drafts) {
            ReadUnit unit = read.get(draft.fields().pointer());
            if (unit == null) {
                continue;
            }
            YamlFields fields = draft.fields();
            String found = unit.facts().title();
            String title = fields.text("title").orElseGet(() -> found.isEmpty() ? untitled(unit) : found);
            units.add(new CourseUnit(
                    draft.key(),
                    title,
                    draft.kind(),
                    unit.path(),
                    minutes(unit),
                    fields.flag("sample", false),
                    fields.flag("required", true),
                    fields.flag("exercise", false),
                    fields.text("solutionOf").orElse(null),
                    unit.facts().counts().questions(),
                    units(draft.units())));
        }
        return units;
    }

    private String untitled(ReadUnit unit) {
        faults.warning(unit.file().place(1, 0), "unit-untitled", unit.draft().key());
        return unit.draft().key().replace('-', ' ');
    }

    private static Map<String, CourseFile> courseFiles(SortedMap<String, SourceFile> files) {
        return files.entrySet().stream()
                .map(file -> new CourseFile(
                        file.getKey(), file.getValue().sha256(), file.getValue().size(), MediaTypes.of(file.getKey())))
                .collect(Collectors.toMap(CourseFile::path, Function.identity()));
    }
}
