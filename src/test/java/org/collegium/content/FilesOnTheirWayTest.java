package org.collegium.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("unit")
class FilesOnTheirWayTest {

    /** As file systems of a network name what was removed while somebody had it open. */
    private static final String OF_THE_FILE_SYSTEM = ".nfs000000000a3b2c0100000012";

    private static final byte[] PIECE = "piece".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private final UUID id = UUID.randomUUID();

    @Test
    void whatTheFileSystemPutsBesideThemIsNoneOfThem() throws IOException {
        IncomingFiles incoming = new IncomingFiles(folder);
        incoming.write(id, "course.zip", 0, PIECE);
        Files.createFile(folder.resolve("arriving").resolve(OF_THE_FILE_SYSTEM));
        PersonalFiles personal = new PersonalFiles(folder);
        personal.write(id, 0, PIECE);
        Files.createFile(folder.resolve("personal/drafts").resolve(OF_THE_FILE_SYSTEM));

        assertThat(incoming.all()).containsExactly(id);
        assertThat(personal.drafts()).containsExactly(id);
    }
}
