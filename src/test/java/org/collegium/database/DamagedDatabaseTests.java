package org.collegium.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.collegium.database.EmbeddedDatabase.DatabaseUnavailable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A server that cannot read its files ends, and the start with it. */
@Tag("module")
class DamagedDatabaseTests {

    private static final List<String> SMALL = List.of("--innodb-buffer-pool-size=32M");

    @Test
    void aDamagedFolderIsSaidInASentenceAsSoonAsTheServerGivesUp() throws IOException {
        Path folder = Path.of("target", "test-data", "damaged").toAbsolutePath();
        EmbeddedDatabase.start(folder, SMALL).stop();
        Path tables = folder.resolve("tables/ibdata1");
        byte[] sound = Files.readAllBytes(tables);
        long began = System.nanoTime();
        try {
            Files.write(tables, new byte[sound.length]);

            assertThatThrownBy(() -> EmbeddedDatabase.start(folder, SMALL))
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining("the embedded MariaDB does not start over " + folder)
                    .hasMessageContaining("./start --fresh");
            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .as("the patience with a server that recovers is not spent on one that is gone")
                    .isLessThan(EmbeddedDatabase.PATIENCE.dividedBy(2));
        } finally {
            Files.write(tables, sound);
        }
        EmbeddedDatabase.start(folder, SMALL).stop();
    }
}
