package org.collegium.courses.imports.book;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.collegium.courses.CourseImporter;
import org.collegium.courses.imports.CourseAbout;
import org.collegium.courses.imports.CourseYamlText;
import org.collegium.courses.imports.Keys;
import org.collegium.courses.imports.OutlineSection;
import org.collegium.courses.imports.OutlineUnit;
import org.collegium.source.FaultSink;
import org.collegium.source.Place;
import org.collegium.source.SourceFile;
import org.collegium.source.SourcePaths;
import org.collegium.source.SourceTree;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Reads Jupyter Books: {@code _toc.yml} and {@code _config.yml}, in the root of the source or in a folder of it, pages in
 * MyST Markdown, notebooks, and scripts in jupytext's percent format. See {@code docs/import-jupyter-book.md}.
 */
@Component
@Order(CourseImporter.NAMED)
final class JupyterBookImporter implements CourseImporter {

    private static final List<String> CONTENTS = List.of("_toc.yml", "_toc.yaml");
    private static final int DEEPEST = 3;

    @Override
    public String name() {
        return "Jupyter Book";
    }

    @Override
    public boolean recognises(SourceTree tree) {
        return contents(tree).isPresent();
    }

    private static Optional<SourceFile> contents(SourceTree tree) {
        return tree.files().values().stream()
                .filter(file -> CONTENTS.contains(SourcePaths.name(file.path())) && depth(file) <= DEEPEST)
                .min(Comparator.comparingInt(JupyterBookImporter::depth).thenComparing(SourceFile::path));
    }

    private static int depth(SourceFile file) {
        return (int) file.path().chars().filter(c -> c == '/').count();
    }

    @Override
    public Optional<SourceTree> convert(SourceTree tree, FaultSink faults) {
        return contents(tree)
                .flatMap(file -> TableOfContents.read(file, faults))
                .map(contents -> convert(tree, contents, faults));
    }

    private static SourceTree convert(SourceTree tree, TableOfContents contents, FaultSink faults) {
        String folder = SourcePaths.folder(contents.file().path());
        BookSettings settings = BookSettings.read(tree, folder, faults);
        BookPages pages = new BookPages(tree, folder, faults);
        List<BookPart> parts = new ArrayList<>(contents.parts());
        List<List<OutlineUnit>> found = new ArrayList<>();
        Optional<OutlineUnit> root = contents.root().flatMap(pages::page);
        for (BookPart part : parts) {
            found.add(pages.pages(part.chapters(), 1));
        }
        root.ifPresent(page -> found.getFirst().addFirst(page));
        List<OutlineUnit> outside =
                settings.onlyTableOfContents() ? List.of() : outside(tree, folder, settings, pages, faults);
        if (!outside.isEmpty()) {
            parts.add(new BookPart(
                    "Outside the table of contents", contents.file().place(), List.of()));
            found.add(outside);
        }
        List<List<OutlineUnit>> linked = new Exercises(faults).link(found);
        List<OutlineSection> sections = sections(parts, linked, outside.isEmpty() ? parts.size() : parts.size() - 1);
        List<OutlineUnit> all = linked.stream().flatMap(List::stream).toList();
        CourseAbout about = CourseAbout.of(tree, settings.said(contents.file().place()), all, faults);
        List<SourceFile> made = new ArrayList<>(pages.made());
        Optional<OutlineUnit> sample = sample(all, root);
        sample.ifPresent(page -> faults.note(page.at(), "sample-assumed", page.key()));
        made.add(new CourseYamlText(sample.map(OutlineUnit::key).orElse("")).file(about, sections));
        return tree.with(made);
    }

    /** The first lesson that is not only the front page, to show everyone what the course is like. */
    private static Optional<OutlineUnit> sample(List<OutlineUnit> pages, Optional<OutlineUnit> root) {
        return pages.stream()
                .filter(page -> page.kind().equals("lesson"))
                .filter(page ->
                        root.map(OutlineUnit::key).filter(page.key()::equals).isEmpty())
                .findFirst();
    }

    private static List<OutlineSection> sections(List<BookPart> parts, List<List<OutlineUnit>> pages, int required) {
        Keys keys = new Keys();
        List<OutlineSection> sections = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            if (!pages.get(i).isEmpty()) {
                String caption = parts.get(i).caption();
                String title = caption.isEmpty() ? (i == 0 ? "Start" : "Part " + (i + 1)) : caption;
                sections.add(new OutlineSection(
                        keys.unique(title), title, parts.get(i).at(), i < required, pages.get(i)));
            }
        }
        return sections;
    }

    /** The pages in the folder of the book that its table of contents does not name; the book has them all the same. */
    private static List<OutlineUnit> outside(
            SourceTree tree, String folder, BookSettings settings, BookPages pages, FaultSink faults) {
        List<OutlineUnit> found = new ArrayList<>();
        for (SourceFile file : tree.under(folder).values()) {
            String path = folder.isEmpty() ? file.path() : file.path().substring(folder.length() + 1);
            if (isPage(path) && !pages.has(file) && !settings.excludes(path)) {
                Place at = file.place();
                pages.page(file, "", at).ifPresent(page -> {
                    faults.note(at, "page-outside", path);
                    found.add(page);
                });
            }
        }
        return found;
    }

    private static boolean isPage(String path) {
        boolean hidden = path.startsWith("_") || path.startsWith(".") || path.contains("/_") || path.contains("/.");
        boolean about = SourcePaths.stem(path).matches("(?i)readme|licen[cs]e|contributing|changelog|code_of_conduct");
        return !hidden && !about && List.of("md", "ipynb", "py").contains(SourcePaths.extension(path));
    }
}
