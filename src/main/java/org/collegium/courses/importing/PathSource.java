package org.collegium.courses.importing;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.collegium.courses.ImportResult;
import org.collegium.courses.ImportWatch;
import org.collegium.courses.ImportingCourses;
import org.springframework.stereotype.Component;

/** A folder or an archive of the machine on which the platform runs. */
@Component
final class PathSource implements ImportSource {

    static final String WAY = "PATH";

    private final ImportingCourses importing;

    PathSource(ImportingCourses importing) {
        this.importing = importing;
    }

    @Override
    public String way() {
        return WAY;
    }

    @Override
    public ImportResult run(ImportJob job, ImportWatch watch) {
        try {
            return importing.importPath(job.partner(), Path.of(job.place()), job.edits(), watch);
        } catch (InvalidPathException unreadable) {
            throw new ImportFailure("PATH", job.place());
        }
    }
}
