package org.collegium.courses;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.collegium.identity.Access;
import org.collegium.identity.SignedIn;
import org.collegium.partners.PartnerId;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.Unguarded;
import org.collegium.source.FaultList;
import org.collegium.source.FaultSeverity;
import org.collegium.source.SourceFile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes drafts and changes them as a whole. */
@Component
@Unguarded("services call it that have asked whether the person may change the draft")
public class DraftChanges {

    private final CourseRepository courses;
    private final DraftRepository drafts;
    private final KeepingImports keeping;
    private final DraftRules rules;
    private final UnitFacts facts;
    private final CourseFiles files;
    private final DraftFiles draftFiles;
    private final Contributions contributions;
    private final TriedActivities tried;
    private final CheckingUnits checking;
    private final Access access;
    private final Clock clock;

    DraftChanges(
            CourseRepository courses,
            DraftRepository drafts,
            KeepingImports keeping,
            DraftRules rules,
            UnitFacts facts,
            CourseFiles files,
            DraftFiles draftFiles,
            Contributions contributions,
            TriedActivities tried,
            CheckingUnits checking,
            Access access,
            Clock clock) {
        this.courses = courses;
        this.drafts = drafts;
        this.keeping = keeping;
        this.rules = rules;
        this.facts = facts;
        this.files = files;
        this.draftFiles = draftFiles;
        this.contributions = contributions;
        this.tried = tried;
        this.checking = checking;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Makes a course with a draft whose files are kept already.
     *
     * @throws RuleViolation when the partner has a course with this key
     */
    @Transactional
    public CourseId begin(PartnerId partner, CourseManifest manifest) {
        String key = manifest.metadata().key();
        if (courses.findByKey(partner, key).isPresent()) {
            throw new RuleViolation("courses.derive.key.taken", key);
        }
        ImportReport report = new ImportReport(List.of(), ImportCounts.NONE);
        ImportOutcome.Accepted accepted = new ImportOutcome.Accepted(manifest, new TreeMap<>(), report);
        if (keeping.keep(partner, accepted, EditedThings.KEEP) instanceof ImportResult.Created created) {
            return created.course();
        }
        throw new RuleViolation("courses.derive.key.taken", key);
    }

    /**
     * Puts another state in the place of a draft, as one change.
     *
     * @param revision that was changed
     * @param made contents of files that are kept nowhere yet
     * @throws RuleViolation when there is no draft, somebody else changed it meanwhile, or a file that was made cannot be
     *     read as what its unit is
     */
    @Transactional
    public void replace(CourseId course, int revision, CourseManifest next, Collection<SourceFile> made) {
        DraftRecord draft = existing(course, revision);
        Map<String, SourceFile> byPath = made.stream().collect(Collectors.toMap(SourceFile::path, Function.identity()));
        CourseManifest counted = next;
        for (CourseUnit unit : next.units()) {
            SourceFile file = byPath.get(unit.file());
            CourseFile kept = next.files().get(unit.file());
            if (file != null && kept != null) {
                counted = new EditedManifest(counted).withFile(unit.key(), kept, questions(unit, file));
            }
        }
        made.forEach(files::keep);
        edit(course, draft, counted);
    }

    private int questions(CourseUnit unit, SourceFile file) {
        FaultList faults = new FaultList();
        int questions = facts.check(unit.kind(), file, faults).counts().questions();
        faults.faults().stream()
                .filter(fault -> fault.severity() == FaultSeverity.ERROR)
                .findFirst()
                .ifPresent(fault -> {
                    throw new RuleViolation("courses.draft.unit-broken", unit.title(), fault.reason(), fault.remedy());
                });
        return questions;
    }

    /** The content of a file of a draft or version. */
    public SourceFile open(CourseFile file) {
        return files.open(file);
    }

    void edit(CourseId course, DraftRecord draft, CourseManifest next) {
        tried.ask(next);
        checking.ask(course, next);
        draft.edit(
                next,
                new DraftRecord.Change(
                        clock.instant(),
                        access.current().map(SignedIn::account).orElse(null),
                        rules.blocks(next, draft.report())));
        courses.findById(course)
                .orElseThrow(() -> new RuleViolation("courses.unknown"))
                .drafted(next.metadata(), clock.instant());
        draftFiles.note(course, next);
        contributions.note(course);
    }

    DraftRecord existing(CourseId course, int revision) {
        DraftRecord draft = drafts.findById(course).orElseThrow(() -> new RuleViolation("courses.draft.none"));
        if (draft.revision() != revision) {
            throw new RuleViolation("courses.draft.changed-meanwhile");
        }
        return draft;
    }
}
