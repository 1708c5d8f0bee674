package org.collegium.courses.importing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.collegium.content.IncomingFiles;
import org.collegium.courses.ImportResult;
import org.collegium.courses.ImportWatch;
import org.collegium.courses.ImportingCourses;
import org.springframework.stereotype.Component;

/** A file that came in pieces. It stays for a day when its import may be begun again, and else goes at once. */
@Component
final class UploadSource implements ImportSource {

    static final String WAY = "UPLOAD";

    private final ImportingCourses importing;
    private final UploadRows rows;
    private final IncomingFiles files;
    private final UploadFiles bytes;

    UploadSource(ImportingCourses importing, UploadRows rows, IncomingFiles files, UploadFiles bytes) {
        this.importing = importing;
        this.rows = rows;
        this.files = files;
        this.bytes = bytes;
    }

    @Override
    public String way() {
        return WAY;
    }

    @Override
    public ImportResult run(ImportJob job, ImportWatch watch) {
        Path file = rows.ofImport(job.id())
                .map(upload -> files.file(upload.id(), upload.name()))
                .filter(Files::isRegularFile)
                .orElseThrow(() -> new ImportFailure("LOST", job.name()));
        return importing.importZip(job.partner(), file, job.edits(), watch);
    }

    @Override
    public boolean there(ImportJob job) {
        return rows.ofImport(job.id()).isPresent();
    }

    @Override
    public void ended(ImportJob job, ImportEnd end) {
        if (!end.again()) {
            rows.ofImport(job.id()).ifPresent(upload -> {
                rows.remove(upload.id());
                bytes.discard(upload.id());
            });
        }
    }
}
