package org.collegium.credentials.shaping;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.font.GlyphVector;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class ShapedTextTests {

    private static final Pattern WORD = Pattern.compile("<svg [^>]*alt=\"\u2063([^\"]*)\"[^>]*></svg>");

    @Test
    void aVowelStandsBeforeItsLetterAndRaAboveTheOneThatFollows() {
        ShapedFont devanagari = ShapedFont.of("NotoSerifDevanagari_400Regular");

        int ka = devanagari.glyphs("क").getGlyphCode(0);
        GlyphVector ki = devanagari.glyphs("कि");
        assertThat(ki.getNumGlyphs()).isEqualTo(2);
        assertThat(ki.getGlyphCode(1)).as("the letter is second").isEqualTo(ka);
        assertThat(ki.getGlyphPosition(1).getX())
                .isGreaterThan(ki.getGlyphPosition(0).getX());

        int ma = devanagari.glyphs("म").getGlyphCode(0);
        GlyphVector rma = devanagari.glyphs("र्म");
        assertThat(rma.getGlyphCode(0)).as("written second, drawn first").isEqualTo(ma);
        assertThat(rma.getGlyphOutline(1).getBounds2D().getMaxY())
                .as("above the middle of the letter")
                .isLessThan(rma.getGlyphOutline(0).getBounds2D().getCenterY());
    }

    @Test
    void anAccentWithoutALetterOfItsOwnStandsAboveItsLetter() {
        GlyphVector word = ShapedFont.of("SourceSerif4_400Regular").glyphs("X\u030c");

        assertThat(word.getGlyphOutline(1).getBounds2D().getCenterX())
                .isBetween(
                        word.getGlyphOutline(0).getBounds2D().getMinX(),
                        word.getGlyphOutline(0).getBounds2D().getMaxX());
        assertThat(word.getGlyphOutline(1).getBounds2D().getMaxY())
                .isLessThanOrEqualTo(word.getGlyphOutline(0).getBounds2D().getMinY());
    }

    @Test
    void onlyWordsThatNeedItAreReplacedAndNothingBesideText() {
        assertThat(words("<p>Ada (किरण शर्मा), ঋতু தமிழ் శ్రీ</p>"))
                .containsExactly("(किरण", "शर्मा),", "ঋতু", "தமிழ்", "శ్రీ");
        assertThat(words("<p>X\u030c\u00e1lish Zoé ผู้ใหญ่ สมชาย กำธร</p>"))
                .containsExactly("X\u030c\u00e1lish", "ผู้ใหญ่");
        for (String same : List.of(
                "<p>Zo\u00e9 Ελένη Олена 王小明 김민수 გიორგი ሰላም</p>",
                "<p>سَلمان שָׁלוֹם</p>",
                "<title>किरण</title><style>p { content: 'क' }</style><meta content=\"किरण\"/><svg alt=\"किरण\"><path d=\"\"/></svg>")) {
            assertThat(ShapedText.marked(same)).isEqualTo(same);
        }
    }

    @Test
    void allFontsHaveTheSignsThatStayWithWords() {
        for (String font : List.of(
                "NotoSerifDevanagari", "NotoSerifBengali", "NotoSansTamil", "NotoSerifTelugu", "NotoSansThai")) {
            for (String weight : List.of("_400Regular", "_600SemiBold")) {
                assertThat(ShapedFont.of(font + weight).has(" ([])],.:!?-"))
                        .as(font + weight)
                        .isTrue();
            }
        }
    }

    @Test
    void aSpaceBesideArabicBelongsToTheWord() {
        assertThat(words("<p>سلمان किरण शर्मा حداد</p>")).containsExactly(" किरण", "शर्मा ");
    }

    @Test
    void aVeryLongWordComesInParts() {
        String word = "धर्मिष्ठा".repeat(12);

        List<String> parts = words("<p>" + word + "</p>");

        assertThat(parts).hasSizeGreaterThan(1);
        assertThat(String.join("", parts)).isEqualTo(word);
    }

    private static List<String> words(String html) {
        return WORD.matcher(ShapedText.marked(html))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
