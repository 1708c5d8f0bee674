package org.collegium.courses.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.collegium.content.IncomingFiles;
import org.collegium.courses.EditedThings;
import org.collegium.identity.AccountId;
import org.collegium.partners.PartnerId;
import org.collegium.shared.RetriedTransactions;
import org.springframework.context.ApplicationContext;

/** Courses on their way in, for tests. */
public final class ImportingFixtures {

    public static final String COURSE = """
            format: collegium-course/1
            key: first-course
            title: A first course
            summary: Learn what a model is.
            language: en
            level: introductory
            audience: [students]
            sections:
              - key: start
                title: Start
                units:
                  - key: one
                    lesson: lessons/one.md
            """;

    private ImportingFixtures() {}

    public static byte[] zip(String course, String lesson) {
        return zip(Map.of("course.yaml", course, "lessons/one.md", lesson));
    }

    static byte[] zip(Map<String, String> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream archive = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
                archive.putNextEntry(new ZipEntry(file.getKey()));
                archive.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                archive.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** An import of a file that has come whole; the scheduler works on it, if it does not rest. */
    public static UUID uploaded(
            ApplicationContext beans, PartnerId partner, AccountId by, String name, byte[] content) {
        UUID id = UUID.randomUUID();
        UploadRows rows = beans.getBean(UploadRows.class);
        try {
            beans.getBean(IncomingFiles.class).write(id, name, 0, content);
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
        return beans.getBean(RetriedTransactions.class).run(() -> {
            rows.begin(
                    new UploadRows.Upload(
                            id, partner, by, name, content.length, 0, "0".repeat(64), content.length, null),
                    beans.getBean(Clock.class).instant());
            UUID job =
                    beans.getBean(ImportTask.class).begin(partner, by, UploadSource.WAY, name, "", EditedThings.KEEP);
            rows.whole(id, job);
            return job;
        });
    }
}
