package org.collegium.courses.imports.repository;

import java.util.Optional;
import org.collegium.content.Notebook;
import org.collegium.content.NotebookReader;
import org.collegium.content.NotebookReading;
import org.collegium.courses.imports.Prose;
import org.collegium.source.FaultList;
import org.collegium.source.SourceFile;
import org.collegium.source.SourcePaths;

/** The first heading of a page or notebook. */
final class Headings {

    private Headings() {}

    static Optional<String> of(SourceFile file) {
        Optional<String> text = file.text(new FaultList());
        if (!SourcePaths.extension(file.path()).equals("ipynb")) {
            return text.flatMap(Prose::title);
        }
        return text
                .flatMap(json ->
                        new NotebookReader().read(file.path(), json) instanceof NotebookReading.Read(Notebook notebook)
                                ? Optional.of(notebook)
                                : Optional.empty())
                .stream()
                .flatMap(notebook -> notebook.cells().stream())
                .filter(cell -> cell.kind() == Notebook.Kind.MARKDOWN)
                .flatMap(cell -> Prose.title(cell.source()).stream())
                .map(title -> title.replaceFirst("^#+\\s*", ""))
                .filter(title -> !title.isEmpty())
                .findFirst();
    }
}
