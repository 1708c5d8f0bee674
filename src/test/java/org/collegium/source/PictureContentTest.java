package org.collegium.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A picture is what can be shown, not what is called one. */
class PictureContentTest {

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif"})
    void aWholePictureIsOneAndOneThatIsCutOffIsNone(String kind) {
        byte[] whole = PictureFixtures.picture(kind, 0xff3311);
        String name = "curve." + kind;

        assertThat(PictureContent.isPicture(name, whole)).isTrue();
        assertThat(PictureContent.isPicture(name, Arrays.copyOf(whole, whole.length / 2)))
                .isFalse();
        assertThat(PictureContent.isPicture(name, Arrays.copyOf(whole, 12))).isFalse();
        assertThat(PictureContent.isPicture(name, Arrays.copyOf(whole, 1))).isFalse();
    }

    @Test
    void aPictureUnderTheNameOfAnotherKindIsShown() {
        assertThat(PictureContent.isPicture("curve.png", PictureFixtures.picture("jpg", 0xff3311)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MZ is a program",
                "<html>;</html>",
                "GIF89a;",
                "%PDF-1.7",
                "\u0089PNG\r\n\u001a\nIEND",
                "RIFF1234WEBPVP8 "
            })
    void whatIsSomethingElseIsNone(String content) {
        assertThat(PictureContent.isPicture("curve.png", content.getBytes(StandardCharsets.ISO_8859_1)))
                .isFalse();
        assertThat(PictureContent.isPicture("curve.svg", content.getBytes(StandardCharsets.ISO_8859_1)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns='http://www.w3.org/2000/svg'/>",
                "\ufeff<?xml version='1.0'?>\n<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'x'>\n<svg width='1'><path/></svg>\n<!-- made -->",
                "<svg:svg xmlns:svg='http://www.w3.org/2000/svg'></svg:svg>"
            })
    void aDrawingIsTextThatBeginsAndEndsAsOne(String drawing) {
        byte[] content = drawing.getBytes(StandardCharsets.UTF_8);

        assertThat(PictureContent.isPicture("curve.svg", content)).isTrue();
        assertThat(PictureContent.isPicture("curve.svg", Arrays.copyOf(content, content.length / 2)))
                .isFalse();
    }

    @Test
    void aWebpAndAnAvifAreAsLongAsTheySay() {
        byte[] webp = bytes("RIFF\u0010\0\0\0WEBPVP8 \u0004\0\0\0abcd");
        assertThat(PictureContent.isPicture("a.webp", webp)).isTrue();
        assertThat(PictureContent.isPicture("a.webp", Arrays.copyOf(webp, 20))).isFalse();

        byte[] avif = bytes("\0\0\0\u0010ftypavif\0\0\0\0\0\0\0\u000cmeta\0\0\0\0\0\0\0\u000cmdatabcd");
        assertThat(PictureContent.isPicture("a.avif", avif)).isTrue();
        assertThat(PictureContent.isPicture("a.avif", Arrays.copyOf(avif, avif.length - 3)))
                .isFalse();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
