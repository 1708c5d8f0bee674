package org.collegium.assessment.bank;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("unit")
class ItemFactsTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A **deep** tree.               | A deep tree.
            Is $\\hat y = a\\sqrt{S}$ so?    | Is … so?
            Of $S$ and $a$, which?         | Of S and a, which?
            It costs $5, or \\$6 in all.    | It costs 5, or \\6 in all.
            """)
    void aListShowsTheWordsAlone(String stem, String title) {
        String yaml = "key: q\ntype: true-false\nstem: '" + stem + "'\nanswer: true\n";
        assertThat(ItemFacts.of(yaml).title()).isEqualTo(title);
    }
}
