package org.collegium.courses;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.collegium.identity.Access;
import org.collegium.partners.PartnerId;
import org.collegium.source.SourceFile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes or updates the draft of an import, in one transaction. */
@Component
class KeepingImports {

    private final CourseRepository courses;
    private final DraftRepository drafts;
    private final DraftRules rules;
    private final DraftFiles draftFiles;
    private final Contributions contributions;
    private final CourseFiles files;
    private final TriedActivities tried;
    private final CheckingUnits checking;
    private final Access access;
    private final Clock clock;

    KeepingImports(
            CourseRepository courses,
            DraftRepository drafts,
            DraftRules rules,
            DraftFiles draftFiles,
            Contributions contributions,
            CourseFiles files,
            TriedActivities tried,
            CheckingUnits checking,
            Access access,
            Clock clock) {
        this.courses = courses;
        this.drafts = drafts;
        this.rules = rules;
        this.draftFiles = draftFiles;
        this.contributions = contributions;
        this.files = files;
        this.tried = tried;
        this.checking = checking;
        this.access = access;
        this.clock = clock;
    }

    /** Keeps what was read, whose files are kept already and which nobody follows. */
    @Transactional
    public ImportResult keep(
            PartnerId partner, ImportOutcome.Accepted accepted, EditedThings edits, @Nullable SourceOrigin origin) {
        return keep(partner, accepted, Arrival.unseen(edits, origin));
    }

    /**
     * Keeps what was read. Its contents are placed only when the draft is going to refer to them, so that nothing is left of what comes to
     * nothing.
     */
    @Transactional
    public ImportResult keep(PartnerId partner, ImportOutcome.Accepted accepted, Arrival arrival) {
        ImportResult result = kept(partner, accepted, arrival);
        arrival.watch().kept(result);
        return result;
    }

    private ImportResult kept(PartnerId partner, ImportOutcome.Accepted accepted, Arrival arrival) {
        CourseManifest brought = accepted.manifest();
        Optional<CourseRecord> known =
                courses.findByKey(partner, brought.metadata().key());
        if (known.isEmpty()) {
            arrival.place();
            CourseRecord course = courses.save(CourseRecord.begin(partner, brought.metadata(), clock.instant()));
            begin(course, accepted, arrival);
            return new ImportResult.Created(course.id(), accepted.report());
        }
        CourseRecord course = known.get();
        Optional<DraftRecord> draft = drafts.findById(course.id());
        if (draft.isEmpty()) {
            arrival.place();
            begin(course, accepted, arrival);
            return new ImportResult.Updated(course.id(), List.of(), accepted.report());
        }
        return update(course, draft.get(), accepted, arrival);
    }

    /** Makes the draft of a course that begins here; part of the transaction that makes the course. */
    void begin(CourseRecord course, DraftChange first) {
        SortedMap<String, SourceFile> contents = new TreeMap<>();
        first.contents().forEach(file -> {
            String unused = files.keep(file);
            contents.put(file.path(), file);
        });
        begin(
                course,
                new ImportOutcome.Accepted(first.manifest(), contents, new ImportReport(List.of(), ImportCounts.NONE)),
                Arrival.unseen(EditedThings.KEEP, null));
    }

    /** What would become of the draft; nothing is changed. */
    @Transactional(readOnly = true)
    public ImportPreview look(CourseId course, ImportOutcome.Accepted accepted) {
        return drafts.findById(course)
                .map(draft -> {
                    EditedManifest.Merged merged =
                            new EditedManifest(draft.manifest()).onto(draft.importedManifest(), accepted.manifest());
                    boolean same =
                            draft.manifestHash().equals(accepted.manifest().hash());
                    return new ImportPreview(
                            accepted.report(),
                            Optional.of(VersionDifference.between(draft.manifest(), merged.manifest())),
                            same ? List.of() : merged.lost());
                })
                .orElseGet(() -> new ImportPreview(
                        accepted.report(),
                        Optional.of(new VersionDifference(accepted.manifest().units(), List.of(), List.of(), true)),
                        List.of()));
    }

    private void begin(CourseRecord course, ImportOutcome.Accepted accepted, Arrival arrival) {
        DraftRecord draft = DraftRecord.of(course.id());
        draft.from(arrival.origin());
        put(course, draft, accepted, accepted.manifest(), arrival);
        drafts.save(draft);
        draftFiles.note(course.id(), accepted.manifest());
        contributions.note(course.id());
    }

    private ImportResult update(
            CourseRecord course, DraftRecord draft, ImportOutcome.Accepted accepted, Arrival arrival) {
        if (draft.broughtBefore(accepted.manifest())) {
            arrival.place();
            draft.describedBy(courseFile(accepted));
            draft.from(arrival.origin());
            return new ImportResult.Unchanged(course.id(), accepted.report());
        }
        if (draft.manifestHash().equals(accepted.manifest().hash())) {
            arrival.place();
            draft.from(arrival.origin());
            put(course, draft, accepted, accepted.manifest(), arrival);
            return new ImportResult.Unchanged(course.id(), accepted.report());
        }
        EditedManifest.Merged merged =
                new EditedManifest(draft.manifest()).onto(draft.importedManifest(), accepted.manifest());
        if (!merged.lost().isEmpty() && arrival.edits() == EditedThings.KEEP) {
            return new ImportResult.Conflicting(course.id(), merged.lost(), accepted.report());
        }
        arrival.place();
        draft.from(arrival.origin());
        put(course, draft, accepted, merged.manifest(), arrival);
        draftFiles.note(course.id(), merged.manifest());
        contributions.note(course.id());
        return new ImportResult.Updated(course.id(), merged.lost(), accepted.report());
    }

    private void put(
            CourseRecord course,
            DraftRecord draft,
            ImportOutcome.Accepted accepted,
            CourseManifest next,
            Arrival arrival) {
        Instant now = clock.instant();
        tried.ask(next);
        checking.ask(course.id(), next);
        draft.describedBy(courseFile(accepted));
        draft.imported(
                accepted.manifest(),
                next,
                accepted.report(),
                new DraftRecord.Change(
                        now,
                        access.account().or(arrival.watch()::askedBy).orElse(null),
                        rules.blocks(next, accepted.report())));
        course.drafted(next.metadata(), now);
    }

    private static @Nullable String courseFile(ImportOutcome.Accepted accepted) {
        return accepted.described().map(SourceFile::sha256).orElse(null);
    }
}
