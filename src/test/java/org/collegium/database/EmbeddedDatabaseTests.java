package org.collegium.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class EmbeddedDatabaseTests {

    @Test
    void dataBelowTheFolderForTemporaryFilesAreKept() throws IOException {
        Path folder = Files.createTempDirectory("collegium-database-");

        Path named = EmbeddedDatabase.unlikeTemporary(folder);

        assertThat(named.toFile().getAbsolutePath()).doesNotStartWith(System.getProperty("java.io.tmpdir"));
        assertThat(Files.isSameFile(named, folder)).isTrue();
        Files.delete(folder);
    }
}
