package org.collegium.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class HtmlElementTest {

    private static final String TRICKY = "</p><script>alert(\"1\")</script> & 'x' ⟦1⟧";

    @Test
    void textsAndAttributesSayWhatTheyWereGivenAndNothingElse() {
        Element read = read(HtmlElement.of("p", "one two")
                .with("title", TRICKY)
                .with("hidden", true)
                .with("disabled", false)
                .text(TRICKY));

        assertThat(read.tagName()).isEqualTo("p");
        assertThat(read.classNames()).containsExactly("one", "two");
        assertThat(read.attr("title")).isEqualTo(TRICKY);
        assertThat(read.hasAttr("hidden")).isTrue();
        assertThat(read.hasAttr("disabled")).isFalse();
        assertThat(read.wholeText()).isEqualTo(TRICKY);
        assertThat(read.childrenSize()).isZero();
    }

    @Test
    void whatIsInItStandsInItsOrder() {
        HtmlElement list = HtmlElement.of("ul")
                .add(HtmlElement.of("li").add(HtmlElement.of("input").with("value", "a")))
                .add(List.of(
                        HtmlElement.of("li").text("b"), HtmlElement.of("li").html("<b>c</b>")))
                .add(Optional.of(HtmlElement.of("li").text("d")))
                .add(Optional.empty());

        assertThat(list).hasToString("<ul><li><input value=\"a\"></li><li>b</li><li><b>c</b></li><li>d</li></ul>");
        assertThat(list.content()).startsWith("<li>").endsWith("</li>");
    }

    private static Element read(HtmlElement element) {
        return Jsoup.parseBodyFragment(element.toString()).body().child(0);
    }
}
