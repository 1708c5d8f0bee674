package org.collegium.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class GlyphTests {

    @Test
    void theSpriteIsBuiltFromTheSameNames() throws IOException {
        assertThat(Files.readAllLines(Path.of("frontend/site/icons.txt")))
                .containsExactlyElementsOf(
                        Arrays.stream(Glyph.values()).map(Glyph::symbol).toList());
    }
}
