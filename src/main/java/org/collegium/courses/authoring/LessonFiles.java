package org.collegium.courses.authoring;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.collegium.courses.CourseFile;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.DraftChange;
import org.collegium.courses.Drafts;
import org.collegium.courses.format.MediaTypes;
import org.collegium.shared.RetriedTransactions;
import org.collegium.shared.RuleViolation;
import org.collegium.source.PictureContent;
import org.collegium.source.PlainNames;
import org.collegium.source.SourceFile;
import org.collegium.source.SourcePaths;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Pictures, films and other files that authors bring into a draft while they write. */
@Service
public class LessonFiles {

    /** Bytes of one file. */
    public static final long LARGEST = 64L << 20;

    private static final long LARGEST_PICTURE = 20L << 20;
    private static final String FOLDER = "assets";

    /** What would be taken for a part of the course rather than for something that a lesson shows or offers. */
    private static final Set<String> OF_COURSES = Set.of("md", "yaml", "yml", "html", "htm", "js", "exe");

    private final Drafts drafts;
    private final RetriedTransactions transactions;

    LessonFiles(Drafts drafts, RetriedTransactions transactions) {
        this.drafts = drafts;
        this.transactions = transactions;
    }

    /**
     * Brings a file into the draft. The same content under the same name is there once.
     *
     * @param unitKey of the lesson that will point at it
     * @param name as its owner calls it; folders in it are left out
     * @throws RuleViolation when there is no such unit, the file is empty, too large, or of a kind that lessons do not offer
     */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.EDIT + "', #course)")
    public AddedFile add(CourseId course, String unitKey, String name, byte[] content) {
        String plain = PlainNames.of(name);
        check(plain, content);
        SourceFile file = SourceFile.of(plain, content);
        return transactions.run(() -> {
            AtomicReference<AddedFile> added = new AtomicReference<>();
            CourseManifest unused = drafts.change(course, now -> {
                CourseUnit unit =
                        now.unit(unitKey).orElseThrow(() -> new RuleViolation("courses.draft.unit-unknown", unitKey));
                CourseFile placed = placed(now, file);
                added.set(new AddedFile(
                        placed,
                        SourcePaths.relative(unit.file(), placed.path()),
                        placed.mediaType().startsWith("image/")));
                Map<String, CourseFile> all = new HashMap<>(now.files());
                all.put(placed.path(), placed);
                return new DraftChange(
                        new CourseManifest(now.metadata(), now.sections(), all), List.of(file.at(placed.path())));
            });
            return added.get();
        });
    }

    private static void check(String name, byte[] content) {
        String extension = SourcePaths.extension(name);
        String type = MediaTypes.of(name);
        if (content.length == 0) {
            throw new RuleViolation("courses.lesson.file.empty", name);
        }
        if (OF_COURSES.contains(extension) || type.equals("application/octet-stream")) {
            throw new RuleViolation("courses.lesson.file.kind", name);
        }
        long most = type.startsWith("image/") ? LARGEST_PICTURE : LARGEST;
        if (content.length > most) {
            throw new RuleViolation("courses.lesson.file.size", name, most >> 20);
        }
        if (type.startsWith("image/") && !PictureContent.isPicture(name, content)) {
            throw new RuleViolation("courses.lesson.file.broken", name);
        }
        if (extension.equals("vtt")) {
            WebVtt.check(name, content);
        }
    }

    /** Where the file goes: where it is already, else under its name, with a number where another has that. */
    private static CourseFile placed(CourseManifest now, SourceFile file) {
        String stem = SourcePaths.stem(file.path());
        String end = "." + SourcePaths.extension(file.path());
        for (int i = 1; ; i++) {
            String path = FOLDER + "/" + stem + (i == 1 ? "" : "-" + i) + end;
            CourseFile there = now.files().get(path);
            if (there == null) {
                return new CourseFile(path, file.sha256(), file.size(), MediaTypes.of(path));
            }
            if (there.sha256().equals(file.sha256())) {
                return there;
            }
        }
    }
}
