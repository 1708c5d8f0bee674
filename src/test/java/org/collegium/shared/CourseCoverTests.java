package org.collegium.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.StringReader;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xml.sax.InputSource;

@Tag("unit")
class CourseCoverTests {

    private static final BrandColour COLOUR = new BrandColour("#003a8c");

    @Test
    void aCourseAlwaysLooksTheSame() {
        CourseCover cover = new CourseCover("first-course", COLOUR);

        assertThat(cover.svg()).isEqualTo(new CourseCover("first-course", COLOUR).svg());
        assertThat(cover.path()).isEqualTo("/covers/1/003a8c/first-course.svg");
    }

    @Test
    void coursesLookDifferent() {
        assertThat(IntStream.range(0, 200)
                        .mapToObj(number -> new CourseCover("course-" + number, COLOUR).svg())
                        .distinct())
                .hasSize(200);
    }

    @Test
    void everyCoverIsASmallWellFormedPicture() throws Exception {
        for (int number = 0; number < 400; number++) {
            String svg = new CourseCover("course-" + number, COLOUR).svg();

            assertThat(svg.length()).isLessThan(4096);
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        }
    }

    @ParameterizedTest
    @EnumSource(CoverPattern.class)
    void everyPatternStaysSmall(CoverPattern pattern) {
        for (int seed = 0; seed < 100; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            CoverCanvas canvas = new CoverCanvas("#000000");
            pattern.draw(canvas, CoverPalette.of(COLOUR, random), random);

            assertThat(canvas.svg().length()).isBetween(500, 4095);
        }
    }

    @Test
    void onlyCourseKeysHaveCovers() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CourseCover("../secret", COLOUR));
    }
}
