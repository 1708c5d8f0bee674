package org.collegium.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class MarkedTextsTest {

    private final LessonRenderer renderer = new LessonRenderer();

    @Test
    void wordsThatDifferAreMarkedAndNumberedOnBothSides() {
        MarkedTexts marked = marked(
                "# T\n\nA model is *a rule* made from examples.\n\nThe end.",
                "# T\n\nA model is *a good rule* made of many examples.\n\nThe end.");

        assertThat(marked.newer())
                .contains("<em>a <ins data-change=\"1\">good</ins> rule</em>")
                .contains("made <ins data-change=\"2\">of many</ins> examples");
        assertThat(marked.older())
                .contains("made <del data-change=\"2\">from</del> examples")
                .doesNotContain("data-change=\"1\"");
        assertThat(marked.changes()).isEqualTo(2);
    }

    @Test
    void blocksComeAndGoWhole() {
        MarkedTexts marked = marked("# T\n\nOne.\n\nTwo.", "# T\n\nOne.\n\n- a *new* point\n\nTwo.");

        assertThat(marked.older()).doesNotContain("<del");
        assertThat(marked.newer())
                .contains("<ins data-change=\"1\">a</ins>")
                .contains("<em><ins data-change=\"1\">new</ins></em>");
        assertThat(marked.changes()).isEqualTo(1);
    }

    @Test
    void formulasAndPicturesAreMarkedAsOneThing() {
        MarkedTexts marked = marked("# T\n\nIt is $a + b$ here.", "# T\n\nIt is $a + c$ here.");

        assertThat(marked.newer()).contains("<ins data-change=\"1\"><span class=\"math\"");
        assertThat(Jsoup.parse(marked.newer()).select("ins span.math").text()).isEqualTo("a + c");
    }

    @Test
    void marksTakeNothingAndAddNothing() {
        String before =
                "# T\n\nOne `code` & <b>two</b>.\n\n```python\nx = 1\ny = 2\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n";
        String now =
                "# T\n\nOne `more code` & <b>three</b>!\n\n```python\nx = 1\ny = 3\n```\n\n| a | b |\n|---|---|\n| 1 | 4 |\n";
        MarkedTexts marked = marked(before, now);

        assertThat(text(marked.older())).isEqualTo(text(render(before).html()));
        assertThat(text(marked.newer())).isEqualTo(text(render(now).html()));
        assertThat(Jsoup.parse(marked.newer()).select("ins").eachText()).contains("more", "three", "3", "4");
        assertThat(marked(before, before).changes()).isZero();
    }

    private MarkedTexts marked(String before, String now) {
        return MarkedTexts.of(render(before), render(now));
    }

    private RenderedText render(String text) {
        return renderer.render(text, reference -> java.util.Optional.empty());
    }

    private static String text(String html) {
        Element body = Jsoup.parseBodyFragment(html).body();
        return body.wholeText();
    }
}
