package org.collegium.courses.imports.book;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.collegium.courses.imports.Keys;
import org.collegium.courses.imports.OutlineUnit;
import org.collegium.courses.imports.book.QuizPage.Questions;
import org.collegium.source.FaultSink;
import org.collegium.source.Place;
import org.collegium.source.SourceFile;
import org.collegium.source.SourcePaths;
import org.collegium.source.SourceTree;
import org.collegium.source.Suggestions;

/** Turns the pages of a book into units: finds their files, tells quizzes from lessons, takes outputs from notebooks. */
final class BookPages {

    private static final List<String> EXTENSIONS = List.of(".md", ".ipynb", ".py", ".rst", ".txt");
    private static final int DEEPEST = 4;

    private final SourceTree tree;
    private final String folder;
    private final FaultSink faults;
    private final Outputs outputs;
    private final Set<String> taken = new HashSet<>();
    private final Keys keys = new Keys();
    private final List<SourceFile> made = new ArrayList<>();

    BookPages(SourceTree tree, String folder, FaultSink faults) {
        this.tree = tree;
        this.folder = folder;
        this.faults = faults;
        this.outputs = new Outputs(tree, faults);
    }

    /** The files that were made. */
    List<SourceFile> made() {
        outputs.close();
        return made;
    }

    /** The pages of entries at a depth from 1; what is nested too deep moves up beside the page above it. */
    List<OutlineUnit> pages(List<BookEntry> entries, int depth) {
        List<OutlineUnit> pages = new ArrayList<>();
        for (BookEntry entry : entries) {
            Optional<OutlineUnit> page = page(entry);
            boolean deep = depth == DEEPEST || page.isEmpty();
            List<OutlineUnit> below = pages(entry.sections(), deep ? depth : depth + 1);
            if (depth == DEEPEST && !below.isEmpty()) {
                faults.note(entry.at(), "toc-deep", entry.file(), DEEPEST);
            }
            page.ifPresent(found -> pages.add(deep ? found : found.with(found.exercise(), found.solutionOf(), below)));
            if (deep) {
                pages.addAll(below);
            }
        }
        return pages;
    }

    Optional<OutlineUnit> page(BookEntry entry) {
        if (entry.file().isEmpty()) {
            return Optional.empty();
        }
        Optional<SourceFile> file = find(entry.file());
        if (file.isEmpty()) {
            missing(entry);
            return Optional.empty();
        }
        if (!taken.add(real(file.get()))) {
            faults.warning(entry.at(), "toc-twice", entry.file());
            return Optional.empty();
        }
        return page(file.get(), entry.title(), entry.at());
    }

    /** Whether a page was made from this file already. */
    boolean has(SourceFile file) {
        return taken.contains(real(file));
    }

    private String real(SourceFile file) {
        return tree.real(file.path()).orElse(file.path());
    }

    private Optional<SourceFile> find(String name) {
        Optional<String> path = SourcePaths.resolve(folder, name);
        if (path.isEmpty()) {
            return Optional.empty();
        }
        Optional<SourceFile> exact = SourcePaths.extension(name).isEmpty() ? Optional.empty() : tree.file(path.get());
        return exact.or(() -> EXTENSIONS.stream()
                .flatMap(extension -> tree.file(path.get() + extension).stream())
                .findFirst());
    }

    private void missing(BookEntry entry) {
        String sought = SourcePaths.join(folder, entry.file());
        String name = SourcePaths.name(entry.file());
        List<String> pages = tree.under(folder).keySet().stream()
                .filter(path -> EXTENSIONS.stream().anyMatch(path::endsWith))
                .map(path -> path.substring(0, path.lastIndexOf('.')))
                .toList();
        Suggestions.nearest(sought, pages)
                .or(() ->
                        pages.stream().filter(page -> page.endsWith("_" + name)).findFirst())
                .map(near -> folder.isEmpty() ? near : near.substring(folder.length() + 1))
                .ifPresentOrElse(
                        near -> faults.warning(entry.at(), "toc-missing-like", entry.file(), near),
                        () -> faults.warning(entry.at(), "toc-missing", entry.file()));
    }

    /** The page in a file; empty, and reported, when it is of no kind that can be read. */
    Optional<OutlineUnit> page(SourceFile file, String title, Place at) {
        taken.add(real(file));
        String below = folder.isEmpty() ? file.path() : file.path().substring(folder.length() + 1);
        String key = keys.unique(
                below.substring(0, below.length() - SourcePaths.extension(below).length()));
        return switch (SourcePaths.extension(file.path())) {
            case "md" -> text(file, key, title, at);
            case "ipynb" -> Optional.of(unit(key, "notebook", file, title, at));
            case "py" -> script(file, key, title, at);
            default -> {
                faults.warning(at, "page-kind", file.path());
                yield Optional.empty();
            }
        };
    }

    private Optional<OutlineUnit> text(SourceFile file, String key, String title, Place at) {
        return file.text(faults).map(text -> {
            Optional<Questions> questions = QuizPage.read(file, text, faults);
            if (questions.isPresent()) {
                String path = withExtension(file.path(), ".yaml");
                SourceFile quiz = new QuizFileText(file, faults).file(path, questions.get(), key.replace('-', ' '));
                made.add(quiz);
                return unit(key, "quiz", quiz, title, at);
            }
            SourceFile shown = MystPage.adapt(file, text, tree, faults);
            if (!shown.equals(file)) {
                made.add(shown);
            }
            return unit(key, "lesson", shown, title, at);
        });
    }

    private Optional<OutlineUnit> script(SourceFile file, String key, String title, Place at) {
        Optional<String> text = file.text(faults);
        if (text.isPresent() && !PercentCells.isNotebook(text.get())) {
            faults.warning(at, "page-script", file.path());
            return Optional.empty();
        }
        return text.map(script -> {
            Optional<SourceFile> notebook =
                    outputs.of(file, script).map(found -> found.at(withExtension(file.path(), ".ipynb")));
            notebook.ifPresent(made::add);
            return unit(key, "notebook", notebook.orElse(file), title, at);
        });
    }

    private static OutlineUnit unit(String key, String kind, SourceFile file, String title, Place at) {
        return OutlineUnit.of(key, kind, file, title, at);
    }

    private static String withExtension(String path, String extension) {
        return path.substring(0, path.lastIndexOf('.')) + extension;
    }
}
