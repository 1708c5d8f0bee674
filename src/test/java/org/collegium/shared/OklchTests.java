package org.collegium.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class OklchTests {

    @Test
    void blackAndWhiteDifferByTwentyOne() {
        assertThat(new Oklch(0, 0, 0).contrast(new Oklch(1, 0, 0))).isCloseTo(21, within(0.01));
    }

    @Test
    void theGreyThatJustPassesOnWhiteHasTheContrastThatWcagGivesIt() {
        assertThat(Oklch.ofHex("#767676").contrast(new Oklch(1, 0, 0))).isCloseTo(4.54, within(0.01));
    }

    @ParameterizedTest
    @ValueSource(strings = {"#000000", "#ffffff", "#ff0000", "#1c5f47", "#e6a100", "#5b2a86", "#0090a8", "#7f7f7f"})
    void aColourSurvivesTheWayThereAndBack(String hex) {
        assertThat(Oklch.ofHex(hex).hex()).isEqualTo(hex);
    }

    @Test
    void aColourBeyondTheScreenIsMadePalerNotWrong() {
        assertThat(Oklch.ofHex(new Oklch(0.7, 0.4, 150).hex()).hue()).isCloseTo(150, within(2.0));
    }

    @Test
    void whatIsNoColourIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Oklch.ofHex("pine"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Oklch(1.2, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Oklch(0.5, 0.9, 0));
    }
}
