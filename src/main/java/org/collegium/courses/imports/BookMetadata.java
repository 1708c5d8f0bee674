package org.collegium.courses.imports;

import java.util.List;
import java.util.Optional;
import org.collegium.source.FaultList;
import org.collegium.source.FaultSink;
import org.collegium.source.Place;
import org.collegium.source.SourceFile;
import org.collegium.source.SourcePaths;
import org.collegium.source.SourceTree;

/**
 * What a book says about itself as a whole, with defaults where it says nothing.
 *
 * @param at the place to which faults in it are attached
 */
record BookMetadata(
        String title, String summary, List<String> authors, String language, Optional<String> licence, Place at) {

    private static final int LONGEST = 200;

    static BookMetadata of(
            SourceTree tree, BookSettings settings, TableOfContents contents, List<BookPage> pages, FaultSink faults) {
        Place at = contents.file().place();
        String title = settings.title();
        if (title.isEmpty()) {
            title = pages.stream()
                    .flatMap(page -> text(page).flatMap(Prose::title).stream())
                    .findFirst()
                    .orElse("Course");
            faults.note(at, "title-assumed", title);
        }
        Optional<LicenceText.Found> licence = LicenceText.in(tree);
        licence.ifPresent(
                found -> faults.note(Place.of(found.file()), "licence-found", found.identifier(), found.file()));
        String language = settings.language().orElse("en");
        if (settings.language().isEmpty()) {
            faults.note(settings.place("language", at), "language-assumed", language);
        }
        faults.note(at, "level-assumed");
        return new BookMetadata(
                shortened(title),
                summary(settings, title, pages, at, faults),
                settings.authors(),
                language,
                licence.map(LicenceText.Found::identifier),
                at);
    }

    private static String summary(
            BookSettings settings, String title, List<BookPage> pages, Place at, FaultSink faults) {
        String description = settings.description();
        if (!description.isEmpty() && !description.equalsIgnoreCase(title)) {
            return Prose.summary(description).orElse(shortened(description));
        }
        String found = pages.stream()
                .filter(page -> page.kind().equals("lesson"))
                .flatMap(page -> text(page).flatMap(Prose::summary).stream())
                .findFirst()
                .orElse(title);
        faults.note(settings.place("description", at), "summary-assumed", found);
        return found;
    }

    private static Optional<String> text(BookPage page) {
        SourceFile file = page.file();
        return SourcePaths.extension(file.path()).equals("md") ? file.text(new FaultList()) : Optional.empty();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
