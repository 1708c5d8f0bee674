package org.collegium.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class PageLinksTest {

    @Test
    void addressesCountPagesFromOne() {
        assertThat(PageLinks.asked(QueryParameters.of("page", "3"))).isEqualTo(2);
        assertThat(PageLinks.asked(QueryParameters.of("moves", "3"), "moves")).isEqualTo(2);
        assertThat(PageLinks.asked(QueryParameters.empty())).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "x", "1000000", "2147483648", "٣", "1 "})
    void whatIsNoPageIsTheFirst(String text) {
        assertThat(PageLinks.asked(QueryParameters.of("page", text))).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0,0,0", "5,0,0", "0,50,0", "1,50,1", "2,50,1", "99,51,2"})
    void whereTheListHasBecomeShorterItsLastPageIsShown(int asked, int all, int shown) {
        assertThat(PageLinks.shown(asked, 25, all)).isEqualTo(shown);
    }
}
