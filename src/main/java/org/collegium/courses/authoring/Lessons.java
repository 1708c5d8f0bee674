package org.collegium.courses.authoring;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.collegium.activity.journal.NewWork;
import org.collegium.activity.journal.WorkHistory;
import org.collegium.activity.journal.WorkJournal;
import org.collegium.content.LessonRenderer;
import org.collegium.courses.CourseFile;
import org.collegium.courses.CourseFiles;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseSection;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.DraftChange;
import org.collegium.courses.Drafts;
import org.collegium.courses.authoring.LessonVersion.Kind;
import org.collegium.courses.authoring.LessonVersion.Row;
import org.collegium.identity.Access;
import org.collegium.identity.AccountId;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RetriedTransactions;
import org.collegium.shared.RuleViolation;
import org.collegium.source.SourceFile;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The lessons of drafts, written by one or by several at once. What is typed is safe in the work journal; from there it comes
 * here whenever its author pauses, and is put together with what others wrote meanwhile.
 */
@Service
public class Lessons {

    static final String KIND = "lesson";

    private static final String MAY_EDIT = "@courseAccess.may('" + CoursesPermissions.EDIT + "', #course)";
    private static final String MAY_SEE = "@courseAccess.may('" + CoursesPermissions.VIEW_DRAFT + "', #course)";
    private static final int LONGEST = 1_000_000;

    private final Drafts drafts;
    private final CourseFiles files;
    private final LessonRows rows;
    private final LessonRenderer renderer;
    private final WorkJournal journal;
    private final Access access;
    private final RetriedTransactions transactions;
    private final Clock clock;

    Lessons(
            Drafts drafts,
            CourseFiles files,
            LessonRows rows,
            LessonRenderer renderer,
            WorkJournal journal,
            Access access,
            RetriedTransactions transactions,
            Clock clock) {
        this.drafts = drafts;
        this.files = files;
        this.rows = rows;
        this.renderer = renderer;
        this.journal = journal;
        this.access = access;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Opens a lesson to be written by the person who is signed in.
     *
     * @throws RuleViolation when the draft has no such lesson
     */
    @PreAuthorize(MAY_EDIT)
    public OpenLesson open(CourseId course, String unitKey) {
        AccountId author = author().orElseThrow(() -> new RuleViolation("courses.lesson.nobody"));
        return transactions.run(() -> {
            CourseFile file = file(manifest(course), unitKey);
            rows.noticed(course, unitKey, file.sha256(), clock.instant());
            return new OpenLesson(
                    journal.open(new NewWork(author, KIND, subject(course, unitKey), WorkHistory.BY_MINUTE, null)),
                    text(file.path(), file.sha256()),
                    file.sha256());
        });
    }

    /** SHA-256 of what the lesson says now, empty when there is no such lesson. */
    @PreAuthorize(MAY_SEE)
    @Transactional(readOnly = true)
    public Optional<String> head(CourseId course, String unitKey) {
        return drafts.find(course)
                .flatMap(draft -> lesson(draft.manifest(), unitKey).flatMap(draft.manifest()::file))
                .map(CourseFile::sha256);
    }

    /**
     * Takes what somebody wrote into the draft.
     *
     * @param base SHA-256 of the text on which it was written, one that this lesson had
     * @param text at most 1,000,000 characters
     * @throws RuleViolation when there is no such lesson, it never had such a text, or the text is too long
     */
    @PreAuthorize(MAY_EDIT)
    public KeepResult keep(CourseId course, String unitKey, String base, String text) {
        if (text.length() > LONGEST) {
            throw new RuleViolation("courses.lesson.length", text.length(), LONGEST);
        }
        return transactions.run(() -> keptNow(course, unitKey, base, text));
    }

    private KeepResult keptNow(CourseId course, String unitKey, String base, String text) {
        CourseFile file = file(manifest(course), unitKey);
        String head = file.sha256();
        rows.noticed(course, unitKey, head, clock.instant());
        String theirs = text(file.path(), head);
        if (text.equals(theirs)) {
            return new KeepResult.Kept(head, theirs);
        }
        if (base.equals(head)) {
            return put(course, unitKey, text, Kind.WRITTEN);
        }
        if (!rows.has(course, unitKey, base)) {
            throw new RuleViolation("courses.lesson.base-unknown");
        }
        List<LineMerge.Part> parts = LineMerge.of(text(file.path(), base), text, theirs);
        if (!LineMerge.isClean(parts)) {
            String aside = files.keep(SourceFile.of(file.path(), text));
            rows.add(course, unitKey, Kind.ASIDE, aside, author().orElse(null), clock.instant());
            return new KeepResult.Clashing(head, parts, authorOf(course, unitKey));
        }
        String merged = LineMerge.text(parts);
        return merged.equals(theirs)
                ? new KeepResult.Kept(head, theirs)
                : put(course, unitKey, merged, text.equals(merged) ? Kind.WRITTEN : Kind.MERGED);
    }

    /** A lesson whose time is what its text was estimated to take keeps being that. */
    private KeepResult put(CourseId course, String unitKey, String text, Kind kind) {
        CourseManifest after = drafts.change(course, now -> {
            CourseFile before = file(now, unitKey);
            SourceFile written = SourceFile.of(before.path(), withEnds(text, before));
            Map<String, CourseFile> all = new HashMap<>(now.files());
            all.put(before.path(), new CourseFile(before.path(), written.sha256(), written.size(), before.mediaType()));
            int estimated =
                    renderer.inspect(text(before.path(), before.sha256())).minutes();
            int next = renderer.inspect(text).minutes();
            List<CourseSection> sections = EditedOutline.each(
                    now.sections(),
                    unit -> unit.key().equals(unitKey) && unit.minutes() == estimated ? unit.lasting(next) : unit);
            return new DraftChange(new CourseManifest(now.metadata(), sections, all), List.of(written));
        });
        String head = file(after, unitKey).sha256();
        rows.add(course, unitKey, kind, head, author().orElse(null), clock.instant());
        return new KeepResult.Kept(head, text);
    }

    /** The versions of a lesson, the latest first; one query. */
    @PreAuthorize(MAY_SEE)
    @Transactional(readOnly = true)
    public List<LessonVersion> history(CourseId course, String unitKey, PageRequest page) {
        return rows.history(course, unitKey, page);
    }

    /** How many versions that are; one query. */
    @PreAuthorize(MAY_SEE)
    @Transactional(readOnly = true)
    public int versions(CourseId course, String unitKey) {
        return rows.sittings(course, unitKey);
    }

    /** The text of a version, empty when there is none of this number. */
    @PreAuthorize(MAY_SEE)
    @Transactional(readOnly = true)
    public Optional<String> text(CourseId course, String unitKey, int number) {
        return rows.numbered(course, unitKey, number).map(row -> text(unitKey, row.content()));
    }

    /**
     * Has a lesson say again what it said once; what it says now stays in the history.
     *
     * @return the number of the version that it was before
     * @throws RuleViolation when there is no such lesson or version
     */
    @PreAuthorize(MAY_EDIT)
    public int restore(CourseId course, String unitKey, int number) {
        return transactions.run(() -> {
            CourseFile file = file(manifest(course), unitKey);
            rows.noticed(course, unitKey, file.sha256(), clock.instant());
            int before = rows.head(course, unitKey).map(Row::number).orElseThrow();
            String text = rows.numbered(course, unitKey, number)
                    .map(row -> text(file.path(), row.content()))
                    .orElseThrow(() -> new RuleViolation("courses.lesson.version-unknown", number));
            if (!text.equals(text(file.path(), file.sha256()))) {
                KeepResult unused = put(course, unitKey, text, Kind.RESTORED);
            }
            return before;
        });
    }

    private String authorOf(CourseId course, String unitKey) {
        return rows.history(course, unitKey, new PageRequest(0, 10)).stream()
                .filter(version -> version.kind() != Kind.ASIDE)
                .findFirst()
                .map(LessonVersion::author)
                .orElse("");
    }

    private CourseManifest manifest(CourseId course) {
        return drafts.find(course)
                .orElseThrow(() -> new RuleViolation("courses.draft.none"))
                .manifest();
    }

    private static CourseFile file(CourseManifest manifest, String unitKey) {
        return lesson(manifest, unitKey)
                .flatMap(manifest::file)
                .orElseThrow(() -> new RuleViolation("courses.draft.unit-unknown", unitKey));
    }

    private static Optional<CourseUnit> lesson(CourseManifest manifest, String unitKey) {
        return manifest.unit(unitKey).filter(unit -> unit.kind().equals(KIND));
    }

    private String text(String path, String content) {
        byte[] bytes = files.content(content)
                .orElseThrow(() -> new IllegalStateException("The blob store has lost " + content));
        return SourceFile.of(path, bytes).text(fault -> {}).orElse("").replace("\r\n", "\n");
    }

    /** A file that had the line ends of Windows keeps them, so that its history in Git shows what was written alone. */
    private String withEnds(String text, CourseFile before) {
        byte[] bytes = files.content(before.sha256()).orElse(new byte[0]);
        boolean ofWindows = new String(bytes, StandardCharsets.UTF_8).contains("\r\n");
        return ofWindows ? text.replace("\n", "\r\n") : text;
    }

    private Optional<AccountId> author() {
        return access.account();
    }

    /** What the work journal calls a lesson. */
    private static UUID subject(CourseId course, String unitKey) {
        return UUID.nameUUIDFromBytes((course + "/" + unitKey).getBytes(StandardCharsets.UTF_8));
    }
}
