package org.collegium.gradebook;

/** How a file of grades is written, for the program that opens it. */
public enum SheetForm {
    PLAIN(',', '.', false),
    /** With a byte order mark, by which Excel knows UTF-8. */
    EXCEL(',', '.', true),
    /** For an Excel where decimals have a comma, which takes semicolons for the ends of cells. */
    EXCEL_WITH_SEMICOLONS(';', ',', true);

    private final char separator;
    private final char decimal;
    private final boolean marked;

    SheetForm(char separator, char decimal, boolean marked) {
        this.separator = separator;
        this.decimal = decimal;
        this.marked = marked;
    }

    char separator() {
        return separator;
    }

    /** A number as it stands in the file. */
    String number(String plain) {
        return plain.replace('.', decimal);
    }

    boolean marked() {
        return marked;
    }
}
