package org.collegium.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.collegium.SmallStack;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("unit")
class SanitiserTest {

    @ParameterizedTest
    @CsvSource({"class, 'a '", "lang, aa-"})
    void aLongAttributeNeedsNoDeepStack(String name, String part) throws InterruptedException {
        String value = part.repeat(20_000) + "b";

        String clean = SmallStack.in(() -> Sanitiser.clean("<p " + name + "=\"" + value + "\">Text</p>"));

        assertThat(clean).isEqualTo("<p " + name + "=\"" + value + "\">Text</p>");
    }
}
