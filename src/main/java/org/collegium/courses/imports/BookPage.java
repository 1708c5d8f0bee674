package org.collegium.courses.imports;

import java.util.List;
import java.util.Optional;
import org.collegium.source.Place;
import org.collegium.source.SourceFile;

/**
 * A page of a book as a unit of our own format.
 *
 * @param file that holds it; made, or the one of the book
 * @param title that replaces the one of the page; may be empty
 * @param at where the table of contents names it, or the page itself
 */
record BookPage(
        String key,
        String kind,
        SourceFile file,
        String title,
        Place at,
        boolean exercise,
        Optional<String> solutionOf,
        List<BookPage> below) {

    BookPage with(boolean isExercise, Optional<String> solution, List<BookPage> pages) {
        return new BookPage(key, kind, file, title, at, isExercise, solution, pages);
    }
}
