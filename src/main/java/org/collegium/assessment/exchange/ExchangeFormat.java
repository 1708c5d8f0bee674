package org.collegium.assessment.exchange;

/** The formats in which questions go from platform to platform. */
public enum ExchangeFormat {
    /** General Import Format Technology: plain text, of Moodle. */
    GIFT(".gift.txt", "text/plain; charset=utf-8"),
    /** The XML of Moodle's question bank. */
    MOODLE_XML(".moodle.xml", "application/xml"),
    /** A package of Question and Test Interoperability 2.1. */
    QTI_2_1(".qti21.zip", "application/zip"),
    /** A package of Question and Test Interoperability 2.2. */
    QTI_2_2(".qti22.zip", "application/zip"),
    /** A package of Question and Test Interoperability 3.0. */
    QTI_3_0(".qti3.zip", "application/zip");

    private final String ending;
    private final String mediaType;

    ExchangeFormat(String ending, String mediaType) {
        this.ending = ending;
        this.mediaType = mediaType;
    }

    /** How the name of a file in this format ends. */
    public String ending() {
        return ending;
    }

    public String mediaType() {
        return mediaType;
    }
}
