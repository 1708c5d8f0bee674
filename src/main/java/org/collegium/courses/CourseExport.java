package org.collegium.courses;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.collegium.source.SourceFile;

/** A draft or version that is about to be written as a folder; nothing of its files is in memory. */
public final class CourseExport {

    /** The first moment that a zip can name: the same course is the same zip whenever it is written. */
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

    /** Larger files are not packed, so that none unpacks to more than an import believes. */
    private static final long LARGEST_PACKED = 8L << 20;

    private final String name;
    private final SourceFile description;
    private final boolean exact;
    private final List<CourseFile> contents;
    private final List<SourceFile> accompanying;
    private final CourseFiles files;

    CourseExport(
            String name,
            SourceFile description,
            boolean exact,
            List<CourseFile> contents,
            List<SourceFile> accompanying,
            CourseFiles files) {
        this.name = name;
        this.description = description;
        this.exact = exact;
        this.contents = List.copyOf(contents);
        this.accompanying = List.copyOf(accompanying);
        this.files = files;
    }

    /** What the folder may be called, for instance {@code first-course-3}. */
    public String name() {
        return name;
    }

    /** Whether an import reads the very same course from it; see {@code CourseText}. */
    public boolean exact() {
        return exact;
    }

    /** The {@code course.yaml}. */
    public SourceFile description() {
        return description;
    }

    /** The paths of the other files, in order. */
    public List<String> paths() {
        return contents.stream().map(CourseFile::path).toList();
    }

    /** All files of the folder, each read when it is asked for. */
    public List<SourceFile> files() {
        return Stream.concat(Stream.of(description), contents.stream().map(files::kept))
                .toList();
    }

    /** Writes all as a zip to a stream, which stays open. */
    public void writeZip(OutputStream target) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(target);
        zip.putNextEntry(entry(description.path()));
        zip.write(description.bytes());
        zip.closeEntry();
        for (SourceFile file : accompanying) {
            zip.putNextEntry(entry(file.path()));
            zip.write(file.bytes());
            zip.closeEntry();
        }
        for (CourseFile file : contents) {
            zip.putNextEntry(file.size() > LARGEST_PACKED ? unpacked(file) : entry(file.path()));
            files.copy(file, zip);
            zip.closeEntry();
        }
        zip.finish();
    }

    private static ZipEntry entry(String path) {
        ZipEntry entry = new ZipEntry(path);
        entry.setTimeLocal(ALWAYS);
        return entry;
    }

    private ZipEntry unpacked(CourseFile file) throws IOException {
        CRC32 sum = new CRC32();
        files.copy(file, new CheckedOutputStream(OutputStream.nullOutputStream(), sum));
        ZipEntry entry = entry(file.path());
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(file.size());
        entry.setCompressedSize(file.size());
        entry.setCrc(sum.getValue());
        return entry;
    }
}
