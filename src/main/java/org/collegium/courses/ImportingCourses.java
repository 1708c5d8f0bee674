package org.collegium.courses;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.collegium.content.BlobId;
import org.collegium.content.StagedBlobs;
import org.collegium.courses.format.CourseReader;
import org.collegium.partners.PartnerId;
import org.collegium.partners.Partners;
import org.collegium.shared.RuleViolation;
import org.collegium.source.FaultList;
import org.collegium.source.Place;
import org.collegium.source.SourceFile;
import org.collegium.source.SourceOpener;
import org.collegium.source.SourceTree;
import org.collegium.source.UnpackingEnded;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Brings courses in from files, all or nothing: first the contents are kept under their hashes, which changes nothing for
 * anybody, then one transaction makes or updates the draft. Ended anywhere, by whatever, it leaves nothing half done.
 */
@Service
public class ImportingCourses {

    private static final int TRIES = 3;

    private final CourseImports imports;
    private final CourseRepository courses;
    private final CourseFiles files;
    private final KeepingImports keeping;
    private final Partners partners;

    ImportingCourses(
            CourseImports imports,
            CourseRepository courses,
            CourseFiles files,
            KeepingImports keeping,
            Partners partners) {
        this.imports = imports;
        this.courses = courses;
        this.files = files;
        this.keeping = keeping;
        this.partners = partners;
    }

    /**
     * Imports a zip that somebody handed over.
     *
     * @throws RuleViolation when there is no such partner
     */
    @PreAuthorize("@access.mayFor('" + CoursesPermissions.EDIT + "', #partner.value())")
    public ImportResult importZip(PartnerId partner, Path zip, EditedThings edits, ImportWatch watch) {
        if (Files.isDirectory(zip)) {
            throw new RuleViolation("courses.import.no-zip");
        }
        return importInto(partner, zip, edits, watch);
    }

    /**
     * Imports a folder, a Git checkout or a zip of the machine on which the platform runs.
     *
     * @throws RuleViolation when there is no such partner
     */
    @PreAuthorize("@access.mayFor('" + CoursesPermissions.EDIT + "', #partner.value()) and @access.may('"
            + CoursesPermissions.IMPORT_FOLDER + "')")
    public ImportResult importPath(PartnerId partner, Path path, EditedThings edits, ImportWatch watch) {
        return importInto(partner, path, edits, watch);
    }

    /**
     * Imports a commit of a repository, for whichever course of the partner it describes.
     *
     * @throws RuleViolation when there is no such partner
     */
    @PreAuthorize("@access.mayFor('" + CoursesPermissions.EDIT + "', #partner.value())")
    public ImportResult importNew(PartnerId partner, SourceCommit commit, EditedThings edits, ImportWatch watch) {
        return importInto(partner, commit.files(), commit.origin(), edits, watch);
    }

    /**
     * Imports a commit into the draft of a course. What describes another course is refused.
     *
     * @throws RuleViolation when there is no such course
     */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.EDIT + "', #course)")
    public ImportResult importCommit(CourseId course, SourceCommit commit, EditedThings edits) {
        CourseRecord owner = owner(course);
        NotedEnd noted = new NotedEnd(ImportWatch.NOBODY);
        return imports.read(commit.files(), options(owner.partner()), noted, outcome -> switch (ofCourse(
                owner, outcome)) {
            case ImportOutcome.Refused(ImportReport report) ->
                noted.ended() ? new ImportResult.Cancelled(report) : new ImportResult.Refused(report);
            case ImportOutcome.Accepted accepted ->
                keep(owner.partner(), accepted, new Arrival(edits, commit.origin(), noted));
        });
    }

    /**
     * What {@link #importCommit} would do.
     *
     * @throws RuleViolation when there is no such course
     */
    @PreAuthorize("@courseAccess.may('" + CoursesPermissions.EDIT + "', #course)")
    public ImportPreview look(CourseId course, SourceOpener source) {
        CourseRecord owner = owner(course);
        return imports.read(source, options(owner.partner()), ImportWatch.NOBODY, outcome -> switch (ofCourse(
                owner, outcome)) {
            case ImportOutcome.Refused(ImportReport report) -> new ImportPreview(report, Optional.empty(), List.of());
            case ImportOutcome.Accepted accepted -> keeping.look(course, accepted);
        });
    }

    private static ImportOutcome ofCourse(CourseRecord owner, ImportOutcome outcome) {
        if (outcome instanceof ImportOutcome.Accepted accepted
                && !accepted.manifest().metadata().key().equals(owner.key())) {
            FaultList faults = new FaultList();
            accepted.report().faults().forEach(faults::report);
            faults.error(
                    Place.of(CourseReader.COURSE),
                    "git-other-course",
                    accepted.manifest().metadata().key(),
                    owner.key());
            return new ImportOutcome.Refused(
                    new ImportReport(faults.faults(), accepted.report().counts()));
        }
        return outcome;
    }

    private CourseRecord owner(CourseId course) {
        return courses.findById(course).orElseThrow(() -> new RuleViolation("courses.unknown"));
    }

    private ImportOptions options(PartnerId partner) {
        return ImportOptions.forPartner(partners.find(partner)
                .map(found -> found.data().slug().value())
                .orElseThrow(() -> new RuleViolation("partners.unknown")));
    }

    private ImportResult importInto(PartnerId partner, Path source, EditedThings edits, ImportWatch watch) {
        return importInto(
                partner,
                (limits, faults, unpacking) -> SourceTree.open(source, limits, faults, unpacking),
                null,
                edits,
                watch);
    }

    private ImportResult importInto(
            PartnerId partner,
            SourceOpener source,
            @Nullable SourceOrigin origin,
            EditedThings edits,
            ImportWatch watch) {
        NotedEnd noted = new NotedEnd(watch);
        try {
            return imports.read(source, options(partner), noted, outcome -> switch (outcome) {
                case ImportOutcome.Refused(ImportReport report) ->
                    noted.ended() ? new ImportResult.Cancelled(report) : new ImportResult.Refused(report);
                case ImportOutcome.Accepted accepted -> keep(partner, accepted, new Arrival(edits, origin, noted));
            });
        } catch (UnpackingEnded ended) {
            if (ended.noRoom()) {
                throw ended;
            }
            return new ImportResult.Cancelled(new ImportReport(List.of(), ImportCounts.NONE));
        }
    }

    private ImportResult keep(PartnerId partner, ImportOutcome.Accepted accepted, Arrival arrival) {
        arrival.watch().enters(ImportPhase.KEEPING);
        try (StagedBlobs staged = files.stage()) {
            if (!stage(accepted, staged, arrival.watch())) {
                return new ImportResult.Cancelled(accepted.report());
            }
            arrival.watch().enters(ImportPhase.WRITING);
            return write(partner, accepted, arrival.with(staged));
        } catch (ImportEnded unwanted) {
            return new ImportResult.Cancelled(accepted.report());
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    private static boolean stage(ImportOutcome.Accepted accepted, StagedBlobs staged, ImportWatch watch)
            throws IOException {
        if (accepted.described().isPresent()) {
            put(accepted.described().get(), staged);
        }
        int done = 0;
        int all = accepted.files().size();
        for (SourceFile file : accepted.files().values()) {
            if (!watch.goOn(file.path(), done++, all)) {
                return false;
            }
            put(file, staged);
        }
        return watch.goOn("", done, all);
    }

    private static void put(SourceFile file, StagedBlobs staged) throws IOException {
        try (InputStream content = file.open()) {
            staged.put(new BlobId(file.sha256()), content);
        }
    }

    /** Two imports of the same course at once: the one that comes second looks again at what the first one left. */
    private ImportResult write(PartnerId partner, ImportOutcome.Accepted accepted, Arrival arrival) {
        for (int tried = 1; ; tried++) {
            try {
                return keeping.keep(partner, accepted, arrival);
            } catch (DataIntegrityViolationException | ConcurrencyFailureException overtaken) {
                if (tried == TRIES) {
                    throw overtaken;
                }
            }
        }
    }

    /** Remembers that the import was ended, which a reader reports as a fault. */
    private static final class NotedEnd extends ImportWatch.Passed {

        private boolean ended;

        NotedEnd(ImportWatch watch) {
            super(watch);
        }

        @Override
        public boolean goOn(String file, int done, int total) {
            ended = ended || !super.goOn(file, done, total);
            return !ended;
        }

        boolean ended() {
            return ended;
        }
    }
}
