package org.collegium.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.collegium.SmallStack;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class YamlWriterTest {

    @Test
    void aLongTextNeedsNoDeepStack() throws InterruptedException {
        String title = "a/".repeat(50_000) + "b";

        String written =
                SmallStack.in(() -> new YamlWriter().field("title", title).text());

        assertThat(written.strip()).isEqualTo("title: " + title);
    }
}
