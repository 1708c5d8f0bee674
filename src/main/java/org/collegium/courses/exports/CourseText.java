package org.collegium.courses.exports;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeSet;
import org.collegium.activity.ActivityFormat;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.ImportOptions;
import org.collegium.courses.ImportWatch;
import org.collegium.courses.format.CourseReader;
import org.collegium.source.FaultList;
import org.collegium.source.SourceFile;
import org.collegium.source.SourceTree;

/**
 * Writes the {@code course.yaml} with which the files of a course are read as that course again. Each text is proved by
 * reading it: the one that was brought is taken as it is when it still says all, else with as few changes as are needed,
 * else all is written anew.
 */
public final class CourseText {

    /** Units first, then what follows from them; then the whole outline, then the rest. */
    private static final int STEPS = 5;

    private final CourseManifest wanted;
    private final Collection<SourceFile> files;
    private final List<ActivityFormat> formats;

    /** @param files those of the manifest */
    public CourseText(CourseManifest wanted, Collection<SourceFile> files, List<ActivityFormat> formats) {
        this.wanted = wanted;
        this.files = files;
        this.formats =
                formats.stream().<ActivityFormat>map(RememberedFormat::new).toList();
    }

    /**
     * What was written.
     *
     * @param exact whether it is read as the very same course; where not, the platform no longer understands a file that
     *     it once accepted
     */
    public record Written(SourceFile file, boolean exact) {}

    /** @param brought the file as the last import brought it */
    public Written write(Optional<SourceFile> brought) {
        return brought.flatMap(this::kept).orElseGet(this::anew);
    }

    /** The file that was brought, changed where it must be; empty when that does not lead to the same course. */
    private Optional<Written> kept(SourceFile brought) {
        SourceFile text = brought;
        boolean unitByUnit = true;
        for (int step = 0; step < STEPS; step++) {
            Optional<CourseManifest> now = read(text);
            if (now.isEmpty()) {
                return Optional.empty();
            }
            if (now.get().equals(wanted)) {
                return Optional.of(new Written(text, true));
            }
            Optional<SourceFile> next = new EditedYaml(text, now.get(), wanted).edited(unitByUnit);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            unitByUnit = unitByUnit && now.get().sections().equals(wanted.sections());
            text = next.get();
        }
        return Optional.empty();
    }

    private Written anew() {
        SourceFile text = new CourseFields(wanted).file(List.of());
        Optional<CourseManifest> now = read(text);
        if (now.isPresent()) {
            SequencedSet<String> apart = new TreeSet<>(wanted.files().keySet());
            apart.removeAll(now.get().files().keySet());
            if (!apart.isEmpty()) {
                text = new CourseFields(wanted).file(List.copyOf(apart));
                now = read(text);
            }
        }
        return new Written(text, now.filter(wanted::equals).isPresent());
    }

    private Optional<CourseManifest> read(SourceFile text) {
        SourceTree tree = SourceTree.of(files).with(List.of(text));
        ImportOptions options = ImportOptions.forPartner(wanted.metadata().partner());
        return new CourseReader(tree, formats, options, ImportWatch.NOBODY, new FaultList())
                .read()
                .map(CourseReader.Course::manifest);
    }
}
