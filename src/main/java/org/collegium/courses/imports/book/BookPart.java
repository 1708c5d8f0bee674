package org.collegium.courses.imports.book;

import java.util.List;
import org.collegium.source.Place;

/**
 * A part of a Jupyter Book.
 *
 * @param caption may be empty
 */
record BookPart(String caption, Place at, List<BookEntry> chapters) {}
