package org.collegium.courses.imports.book;

import java.util.List;
import org.collegium.source.Place;

/**
 * A page in the table of contents of a Jupyter Book.
 *
 * @param file as written, without its extension as a rule
 * @param title that replaces the one of the page; may be empty
 * @param at where the file is named
 */
record BookEntry(String file, String title, Place at, List<BookEntry> sections) {}
