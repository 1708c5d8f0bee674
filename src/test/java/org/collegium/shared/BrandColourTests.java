package org.collegium.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class BrandColourTests {

    private static final Oklch PAPER = new Oklch(0.958, 0.006, 90);
    private static final Oklch NIGHT = new Oklch(0.222, 0.007, 90);

    @ParameterizedTest
    @ValueSource(strings = {"#000000", "#ffffff", "#ffee00", "#1c5f47", "#ff0000", "#00ffff", "#808080", "#12007a"})
    void anyBrandColourIsReadableWhereItIsUsed(String hex) {
        BrandColour brand = new BrandColour(hex);

        assertThat(brand.onLight().contrast(PAPER)).isGreaterThanOrEqualTo(4.5);
        assertThat(brand.onDark().contrast(NIGHT)).isGreaterThanOrEqualTo(4.5);
        assertThat(brand.ground().contrast(new Oklch(1, 0, 0))).isGreaterThanOrEqualTo(4.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#1c5f47", "#12007a", "#8a1c3b"})
    void aColourThatIsReadableAlreadyStaysAsItIs(String hex) {
        assertThat(new BrandColour(hex).onLight().hex()).isEqualTo(hex);
    }
}
