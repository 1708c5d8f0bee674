package org.collegium.courses.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.collegium.activity.ActivityCounts;
import org.collegium.activity.ActivityFacts;
import org.collegium.activity.ActivityFormat;
import org.collegium.activity.ActivityTexts;
import org.collegium.activity.ActivityTexts.Placing;
import org.collegium.activity.FileReference;
import org.collegium.content.Notebook;
import org.collegium.content.NotebookReader;
import org.collegium.content.NotebookReading;
import org.collegium.content.NotebookRenderer;
import org.collegium.content.RenderedText;
import org.collegium.source.FaultSink;
import org.collegium.source.SourceFile;
import org.collegium.source.SourcePaths;
import org.springframework.stereotype.Component;

/** Notebooks: Jupyter's own files, and scripts divided into cells. */
@Component
final class NotebookFormat implements ActivityFormat {

    private static final Set<String> EXTENSIONS = Set.of("ipynb", "py", "r", "jl");

    private final NotebookReader reader;
    private final NotebookRenderer renderer;

    NotebookFormat(NotebookReader reader, NotebookRenderer renderer) {
        this.reader = reader;
        this.renderer = renderer;
    }

    @Override
    public String kind() {
        return "notebook";
    }

    @Override
    public ActivityFacts check(SourceFile file, FaultSink faults) {
        String extension = SourcePaths.extension(file.path());
        if (!EXTENSIONS.contains(extension)) {
            faults.error(file.place(), "kind-extension", file.path(), "notebook", ".ipynb, .py");
            return ActivityFacts.NONE;
        }
        Optional<String> text = file.text(faults);
        if (text.isEmpty()) {
            return ActivityFacts.NONE;
        }
        boolean json = extension.equals("ipynb");
        if (!json && !reader.hasCells(text.get())) {
            faults.warning(file.place(1, 0), "notebook-no-cells", file.path());
        }
        return switch (reader.read(file.path(), text.get())) {
            case NotebookReading.Refused(var fault) -> {
                ActivityTexts.report(List.of(fault), (cell, line, column) -> file.place(line, column), faults);
                yield ActivityFacts.NONE;
            }
            case NotebookReading.Read(Notebook notebook) -> {
                Placing placing =
                        json ? NotebookPlaces.of(file, text.get()) : (cell, line, column) -> file.place(line, column);
                yield facts(notebook, placing, faults);
            }
        };
    }

    private ActivityFacts facts(Notebook notebook, Placing placing, FaultSink faults) {
        RenderedText text = renderer.render(notebook, ActivityTexts.ANYWHERE);
        ActivityTexts.report(text.faults(), placing, faults);
        List<FileReference> references = new ArrayList<>(ActivityTexts.references(text, placing));
        int number = 0;
        for (Notebook.Cell cell : notebook.cells()) {
            number++;
            if (cell.kind() == Notebook.Kind.CODE) {
                Placing inFile = (at, line, column) -> placing.at(at, cell.lines() + line, cell.columns() + column);
                references.addAll(ActivityTexts.data(cell.source(), number, inFile));
            }
        }
        return new ActivityFacts(
                text.title(),
                text.facts().minutes(),
                new ActivityCounts(
                        text.facts().figures(),
                        text.facts().formulas(),
                        text.facts().codeCells(),
                        0,
                        0),
                references,
                List.of());
    }
}
