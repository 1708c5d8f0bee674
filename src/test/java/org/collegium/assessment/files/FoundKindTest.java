package org.collegium.assessment.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.collegium.assessment.FileKind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What files are by their content, and what becomes of their names. */
@Tag("unit")
class FoundKindTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            %PDF-1.7 …                      | PDF     | application/pdf
            GIF89a…                         | PICTURE | image/gif
            plain words, ünd möre           | TEXT    | text/plain
            <html><script>alert(1)</script> | TEXT    | text/plain
            <svg onload="alert(1)"/>        | TEXT    | text/plain
            """)
    void whatBeginsAlikeIsAlike(String content, FileKind kind, String mediaType) throws IOException {
        assertThat(found(content.getBytes(StandardCharsets.UTF_8))).isEqualTo(new FoundKind(kind, mediaType));
    }

    @Test
    void picturesAreKnownByTheirFirstBytes() throws IOException {
        assertThat(found(latin("\u0089PNG\r\n\u001a\n....")).mediaType()).isEqualTo("image/png");
        assertThat(found(latin("\u00ff\u00d8\u00ff\u00e0....")).mediaType()).isEqualTo("image/jpeg");
        assertThat(found(latin("RIFF....WEBPVP8 ")).mediaType()).isEqualTo("image/webp");
        assertThat(found(latin("....ftypheic")).kind()).isEqualTo(FileKind.PICTURE);
        assertThat(found(latin("MZ\u0090\u0000\u0003")).kind()).isEqualTo(FileKind.ANY);
    }

    /** Two thousand million zeros as two megabytes; whoever opened it would have them in memory. */
    @Test
    void anArchiveIsNeverOpened() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("../../etc/passwd"));
            byte[] zeros = new byte[1024 * 1024];
            for (int i = 0; i < 200; i++) {
                zip.write(zeros);
            }
        }
        int size = bytes.size();
        CountedReading counted = new CountedReading(bytes.toByteArray());

        assertThat(FoundKind.of(counted)).isEqualTo(new FoundKind(FileKind.ZIP, "application/zip"));
        assertThat(size).isGreaterThan(64 * 1024);
        assertThat(counted.read).isLessThanOrEqualTo(64 * 1024);
    }

    @Test
    void aTextIsOneInEachOfItsBytes() throws IOException {
        byte[] text = "ä€😀 ".repeat(50_000).getBytes(StandardCharsets.UTF_8);
        assertThat(found(text).kind()).isEqualTo(FileKind.TEXT);
        assertThat(found(new byte[0]).kind()).isEqualTo(FileKind.TEXT);

        byte[] broken = text.clone();
        broken[broken.length - 3] = (byte) 0xff;
        assertThat(found(broken).kind()).isEqualTo(FileKind.ANY);
        byte[] cut = Arrays.copyOf(text, text.length - 2);
        assertThat(found(cut).kind()).isEqualTo(FileKind.ANY);
        byte[] withNothing = text.clone();
        withNothing[100_004] = 0;
        assertThat(found(withNothing).kind()).isEqualTo(FileKind.ANY);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"nbformat": 4, "cells": [{"source": ["x"]}]}        | NOTEBOOK
            {"cells": [], "metadata": {}, "nbformat": 4}         | NOTEBOOK
            {"cells": [], "metadata": {"nbformat": 4}}           | TEXT
            {"nbformat": 4, "cells": []                          | TEXT
            {"nbformat": "4", "cells": []}                       | TEXT
            [4]                                                  | TEXT
            """)
    void aNotebookSaysThatItIsOne(String text, FileKind kind) {
        assertThat(FoundKind.ofText(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                        .kind())
                .isEqualTo(kind);
    }

    @Test
    void aTextOfManyBracketsIsNoNotebookAndHarmsNobody() {
        byte[] deep = ("{\"cells\": " + "[".repeat(1_000_000)).getBytes(StandardCharsets.UTF_8);
        assertThat(FoundKind.ofText(new ByteArrayInputStream(deep)).kind()).isEqualTo(FileKind.TEXT);
    }

    @Test
    void namesLeadNobodyAstray() {
        assertThat(FileNames.harmless("work.pdf")).isEqualTo("work.pdf");
        assertThat(FileNames.harmless("Übung 1 – Lösung.ipynb")).isEqualTo("Übung 1 – Lösung.ipynb");
        assertThat(FileNames.harmless("../../etc/passwd")).isEqualTo("passwd");
        assertThat(FileNames.harmless("C:\\Users\\ada\\work.pdf")).isEqualTo("work.pdf");
        assertThat(FileNames.harmless("work\u202Efdp.exe")).isEqualTo("workfdp.exe");
        assertThat(FileNames.harmless("a\u0000b\r\nSet-Cookie: x.txt")).isEqualTo("abSet-Cookie- x.txt");
        assertThat(FileNames.harmless("\u2066\u200f..")).isEqualTo("file");
        assertThat(FileNames.harmless("")).isEqualTo("file");
        assertThat(FileNames.harmless(".htaccess")).isEqualTo("htaccess");
        assertThat(FileNames.harmless("x\"; filename=\"y.html")).doesNotContain("\"");
        assertThat(FileNames.harmless("😀".repeat(200) + ".pdf"))
                .hasSizeLessThanOrEqualTo(FileNames.LONGEST)
                .endsWith("😀.pdf");
    }

    private static FoundKind found(byte[] content) throws IOException {
        return FoundKind.of(new ByteArrayInputStream(content));
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static final class CountedReading extends ByteArrayInputStream {

        private int read;

        CountedReading(byte[] content) {
            super(content);
        }

        @Override
        public synchronized int read(byte[] target, int offset, int length) {
            int count = super.read(target, offset, length);
            read += Math.max(0, count);
            return count;
        }
    }
}
