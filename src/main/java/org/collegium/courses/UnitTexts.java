package org.collegium.courses;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.collegium.content.BlobId;
import org.collegium.content.LessonRenderer;
import org.collegium.content.LinkResolver;
import org.collegium.content.Notebook;
import org.collegium.content.NotebookReader;
import org.collegium.content.NotebookReading;
import org.collegium.content.NotebookRenderer;
import org.collegium.content.Reference;
import org.collegium.content.RenderedContent;
import org.collegium.content.RenderedText;
import org.collegium.content.TextParts;
import org.collegium.source.SourceFile;
import org.springframework.stereotype.Component;

/** The texts of units that are read: lessons and notebooks, rendered once for all who read them in the same place. */
@Component
public class UnitTexts {

    private static final String NOTEBOOK = "notebook";
    private static final Set<String> READ = Set.of("lesson", NOTEBOOK);

    private final CourseFiles files;
    private final RenderedContent rendered;
    private final LessonRenderer lessons;
    private final NotebookReader notebookReader;
    private final NotebookRenderer notebooks;

    UnitTexts(
            CourseFiles files,
            RenderedContent rendered,
            LessonRenderer lessons,
            NotebookReader notebookReader,
            NotebookRenderer notebooks) {
        this.files = files;
        this.rendered = rendered;
        this.lessons = lessons;
        this.notebookReader = notebookReader;
        this.notebooks = notebooks;
    }

    /** Whether a unit of this kind is a text. */
    public static boolean isRead(String kind) {
        return READ.contains(kind);
    }

    /**
     * The text of a unit; rendered on first use, then remembered.
     *
     * @param place names the page and the course version, so that the same text with links to elsewhere is another one, for
     *     instance {@code learn/<version id>}
     * @param addresses where its links to other units lead
     * @throws IllegalArgumentException when the unit is no text, or its file is not in the manifest
     */
    public RenderedText text(
            CourseManifest manifest, CourseUnit unit, String place, Function<CourseUnit, Optional<String>> addresses) {
        CourseFile file = file(manifest, unit);
        return rendered.get(
                new BlobId(file.sha256()),
                place + "/" + unit.key(),
                () -> render(manifest, unit, files.open(file), new CourseLinks(manifest, unit.file(), addresses)));
    }

    /** The files of the course that the text of a unit shows or offers; none for a unit that is no text. */
    public Set<CourseFile> filesIn(CourseManifest manifest, CourseUnit unit) {
        if (!isRead(unit.kind())) {
            return Set.of();
        }
        SourceFile source = files.open(file(manifest, unit));
        List<Reference> references = unit.kind().equals(NOTEBOOK)
                ? notebooks.inspect(notebook(source)).references()
                : lessons.inspect(text(source)).references();
        CourseLinks links = new CourseLinks(manifest, unit.file(), other -> Optional.empty());
        return references.stream()
                .flatMap(reference -> links.file(reference).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What is checked in the text of a file of this kind; empty for other kinds and where it cannot be read. */
    Optional<TextParts> parts(String kind, SourceFile file) {
        if (!isRead(kind)) {
            return Optional.empty();
        }
        Optional<String> text = file.text(fault -> {});
        return kind.equals(NOTEBOOK)
                ? text.flatMap(found -> notebookReader.read(file.path(), found) instanceof NotebookReading.Read read
                        ? Optional.of(notebooks.parts(read.notebook()))
                        : Optional.empty())
                : text.map(lessons::parts);
    }

    private RenderedText render(CourseManifest manifest, CourseUnit unit, SourceFile source, LinkResolver links) {
        Locale language = Locale.forLanguageTag(manifest.metadata().language());
        return unit.kind().equals(NOTEBOOK)
                ? notebooks.render(notebook(source), links, language)
                : lessons.render(text(source), links, language);
    }

    private Notebook notebook(SourceFile source) {
        return switch (notebookReader.read(source.path(), text(source))) {
            case NotebookReading.Read(Notebook notebook) -> notebook;
            case NotebookReading.Refused(var fault) -> throw new IllegalStateException(source.path() + ": " + fault);
        };
    }

    private static String text(SourceFile source) {
        return source.text(fault -> {}).orElseThrow(() -> new IllegalStateException(source.path() + " is no text"));
    }

    private static CourseFile file(CourseManifest manifest, CourseUnit unit) {
        if (!isRead(unit.kind())) {
            throw new IllegalArgumentException("A " + unit.kind() + " is no text: " + unit.key());
        }
        return manifest.file(unit).orElseThrow(() -> new IllegalArgumentException("No file " + unit.file()));
    }
}
