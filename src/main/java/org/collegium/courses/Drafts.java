package org.collegium.courses;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.collegium.courses.checks.UnitResult;
import org.collegium.identity.Access;
import org.collegium.partners.PartnerId;
import org.collegium.shared.RuleViolation;
import org.collegium.source.FaultList;
import org.collegium.source.FaultSeverity;
import org.collegium.source.SourceFile;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Courses before they are published. Each change names the revision it was made on, so that nobody's work is overwritten. */
@Service
public class Drafts {

    /** So that a number still fits behind it. */
    private static final int LONGEST_KEY = 58;

    private final CourseRepository courses;
    private final DraftRepository drafts;
    private final DraftRules rules;
    private final UnitFacts facts;
    private final CourseFiles files;
    private final DraftFiles draftFiles;
    private final Contributions contributions;
    private final TriedActivities tried;
    private final UnitResults results;
    private final CheckingUnits checking;
    private final KeepingImports keeping;
    private final Access access;
    private final Clock clock;

    Drafts(
            CourseRepository courses,
            DraftRepository drafts,
            DraftRules rules,
            UnitFacts facts,
            CourseFiles files,
            DraftFiles draftFiles,
            Contributions contributions,
            TriedActivities tried,
            UnitResults results,
            CheckingUnits checking,
            KeepingImports keeping,
            Access access,
            Clock clock) {
        this.courses = courses;
        this.drafts = drafts;
        this.rules = rules;
        this.facts = facts;
        this.files = files;
        this.draftFiles = draftFiles;
        this.contributions = contributions;
        this.tried = tried;
        this.results = results;
        this.checking = checking;
        this.keeping = keeping;
        this.access = access;
        this.clock = clock;
    }

    /** The draft of a course, empty when there is none; two queries. */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.VIEW_DRAFT + "', #course)")
    @Transactional(readOnly = true)
    public Optional<Draft> find(CourseId course) {
        return drafts.findById(course)
                .flatMap(draft -> courses.findById(course).map(found -> draft.seen(found.reference())));
    }

    /** What to look at before the draft is published, what blocks first; empty when there is no draft. */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.VIEW_DRAFT + "', #course)")
    @Transactional(readOnly = true)
    public List<DraftCheck> checks(CourseId course) {
        return all(course).filter(check -> !check.notes()).toList();
    }

    /** The same with what is merely worth knowing; at most three queries when all units were looked at. */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.VIEW_DRAFT + "', #course)")
    @Transactional(readOnly = true)
    public List<DraftCheck> checksAndNotes(CourseId course) {
        return all(course).toList();
    }

    private Stream<DraftCheck> all(CourseId course) {
        return drafts.findById(course).stream()
                .flatMap(draft -> rules.check(course, draft.manifest(), draft.report()).stream());
    }

    /** How much of the draft was looked at, empty when there is no draft; at most three queries. */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.VIEW_DRAFT + "', #course)")
    @Transactional(readOnly = true)
    public Optional<CheckProgress> checking(CourseId course) {
        return drafts.findById(course).map(draft -> checking.progress(draft.manifest()));
    }

    /**
     * Sees to it that activities which must be tried before the draft is published are tried, and all units are looked at,
     * if they were not yet.
     */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.VIEW_DRAFT + "', #course)")
    @Transactional
    public void haveTried(CourseId course) {
        drafts.findById(course).map(DraftRecord::manifest).ifPresent(draft -> {
            tried.ask(draft);
            checking.ask(course, draft);
        });
    }

    /** A file of the draft as it is now, empty when there is none at this path. */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.VIEW_DRAFT + "', #course)")
    @Transactional(readOnly = true)
    public Optional<SourceFile> file(CourseId course, String path) {
        return drafts.findById(course)
                .flatMap(draft -> Optional.ofNullable(draft.manifest().files().get(path)))
                .map(files::open);
    }

    /**
     * Changes what the course says about itself.
     *
     * @param revision that was changed
     * @throws RuleViolation when there is no draft, or somebody else changed it meanwhile
     */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.EDIT + "', #course)")
    @Transactional
    public void describe(CourseId course, int revision, CourseDetails details) {
        DraftRecord draft = existing(course, revision);
        CourseManifest now = draft.manifest();
        edit(course, draft, new CourseManifest(details.in(now.metadata()), now.sections(), now.files()));
    }

    /**
     * Puts another content in the place of a unit's file. The content is kept before the draft names it.
     *
     * @param revision that was changed
     * @param unitKey of the unit
     * @throws RuleViolation when there is no such unit, somebody else changed the draft meanwhile, or the content cannot
     *     be read as what the unit is
     */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.EDIT + "', #course)")
    @Transactional
    public void replaceFile(CourseId course, int revision, String unitKey, byte[] content) {
        replaceFile(course, revision, unitKey, content, List.of());
    }

    /** The same with files that come along, under their paths in the draft; refused where other files are there. */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.EDIT + "', #course)")
    @Transactional
    public void replaceFile(CourseId course, int revision, String unitKey, byte[] content, List<SourceFile> more) {
        DraftRecord draft = existing(course, revision);
        CourseManifest now = files.with(draft.manifest(), more);
        CourseUnit unit = now.unit(unitKey).orElseThrow(() -> new RuleViolation("courses.draft.unit-unknown", unitKey));
        CourseFile before = now.file(unit).orElseThrow(() -> new RuleViolation("courses.draft.unit-unknown", unitKey));
        SourceFile file = SourceFile.of(unit.file(), content);
        int questions = questions(
                unit, file, path -> Optional.ofNullable(now.files().get(path)).map(files::open));
        CourseFile after = new CourseFile(before.path(), files.keep(file), content.length, before.mediaType());
        CourseManifest next = new EditedManifest(now).withFile(unitKey, after, questions);
        results.look(next, unit, clock.instant());
        edit(course, draft, next);
    }

    /**
     * Changes the draft as it is now, whatever it was when somebody looked: for changes that say what they are about and hold
     * for any state of the rest.
     *
     * @param change makes what it shall be of what it is; the same manifest changes nothing
     * @return the draft afterwards
     * @throws RuleViolation when there is no draft, or the change is not possible
     */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.EDIT + "', #course)")
    @Transactional
    public CourseManifest change(CourseId course, Function<CourseManifest, DraftChange> change) {
        DraftRecord draft = drafts.held(course).orElseThrow(() -> new RuleViolation("courses.draft.none"));
        CourseManifest now = draft.manifest();
        DraftChange made = change.apply(now);
        CourseManifest next = made.manifest();
        if (!next.equals(now)) {
            next = withBrought(next, made.contents());
            edit(course, draft, next);
        }
        return next;
    }

    /** Keeps new contents, refuses those that cannot be read as what their units are, and counts what is in the others. */
    private CourseManifest withBrought(CourseManifest manifest, List<SourceFile> contents) {
        CourseManifest next = manifest;
        Map<String, SourceFile> brought = new HashMap<>();
        for (SourceFile content : contents) {
            String unused = files.keep(content);
            brought.put(content.path(), content);
        }
        for (SourceFile content : contents) {
            for (CourseUnit unit : manifest.units()) {
                CourseFile file = manifest.files().get(content.path());
                if (file != null && unit.file().equals(content.path())) {
                    int questions = questions(
                            unit,
                            content,
                            path -> Optional.ofNullable(brought.get(path))
                                    .or(() -> Optional.ofNullable(
                                                    manifest.files().get(path))
                                            .map(files::open)));
                    next = new EditedManifest(next).withFile(unit.key(), file, questions);
                    UnitResult looked = results.look(next, unit, clock.instant());
                }
            }
        }
        return next;
    }

    /** @param others finds the other files of the course */
    private int questions(CourseUnit unit, SourceFile file, Function<String, Optional<SourceFile>> others) {
        FaultList faults = new FaultList();
        int questions = facts.check(unit.kind(), file, others, faults).counts().questions();
        faults.faults().stream()
                .filter(fault -> fault.severity() == FaultSeverity.ERROR)
                .findFirst()
                .ifPresent(fault -> {
                    throw new RuleViolation("courses.draft.file-broken", fault.reason(), fault.remedy());
                });
        return questions;
    }

    /**
     * Makes a course with a draft that no import brought.
     *
     * @param key that it has unless another course of the partner has it; then a number follows
     * @param made the draft under the key that it gets
     */
    @PreAuthorize("@access.mayFor('" + CoursesPermissions.EDIT + "', #partner.value())")
    @Transactional
    public CourseId begin(PartnerId partner, String key, Function<String, DraftChange> made) {
        String free = key;
        for (int i = 2; courses.findByKey(partner, free).isPresent(); i++) {
            free = key.substring(0, Math.min(key.length(), LONGEST_KEY)) + "-" + i;
        }
        DraftChange first = made.apply(free);
        CourseRecord course =
                courses.save(CourseRecord.begin(partner, first.manifest().metadata(), clock.instant()));
        keeping.begin(course, first);
        return course.id();
    }

    /**
     * Throws the draft away; a course that was never published goes with it.
     *
     * @return whether the course is gone
     * @throws RuleViolation when there is no draft, or somebody else changed it meanwhile
     */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.EDIT + "', #course)")
    @Transactional
    public boolean discard(CourseId course, int revision) {
        drafts.delete(existing(course, revision));
        CourseRecord owner = owner(course);
        if (owner.everPublished()) {
            return false;
        }
        courses.delete(owner);
        return true;
    }

    private void edit(CourseId course, DraftRecord draft, CourseManifest next) {
        tried.ask(next);
        checking.ask(course, next);
        draft.edit(next, new DraftRecord.Change(clock.instant(), access.actor(), rules.blocks(next, draft.report())));
        owner(course).drafted(next.metadata(), clock.instant());
        draftFiles.note(course, next);
        contributions.note(course);
    }

    private DraftRecord existing(CourseId course, int revision) {
        DraftRecord draft = drafts.held(course).orElseThrow(() -> new RuleViolation("courses.draft.none"));
        if (draft.revision() != revision) {
            throw new RuleViolation("courses.draft.changed-meanwhile");
        }
        return draft;
    }

    private CourseRecord owner(CourseId course) {
        return courses.findById(course).orElseThrow(() -> new RuleViolation("courses.unknown"));
    }
}
