package org.collegium.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class CertificateCodeTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0123ABCD1X0Z",
                "0123-ABCD-1X0Z",
                " o123 abcd lxoz ",
                "O123–ABCD–IX0Z",
                "0123.abcd_1x0z",
                "0123\u00a0ABCD\u00a01X0Z"
            })
    void peopleMayTypeACodeInManyWays(String typed) {
        assertThat(CertificateCode.read(typed)).contains(new CertificateCode("0123ABCD1X0Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0123ABCD1X0", "0123ABCD1X0Z9", "0123ABCD1X0U", "<script>alert(1)", "0123ABCD1X0é"})
    void whatIsNoCodeIsNone(String typed) {
        assertThat(CertificateCode.read(typed)).isEmpty();
    }

    @Test
    void newCodesAreReadBackAsTheyAreShown() {
        assertThat(Stream.generate(CertificateCode::next).limit(1000))
                .allSatisfy(
                        code -> assertThat(CertificateCode.read(code.grouped())).contains(code));
        assertThat(Stream.generate(CertificateCode::next).limit(1000).collect(Collectors.toSet()))
                .hasSize(1000);
    }

    @Test
    void aVeryLongTextIsRefusedAtOnce() {
        assertThat(CertificateCode.read("0".repeat(1_000_000))).isEmpty();
    }
}
