package org.collegium.courses;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.collegium.activity.ActivityFormat;
import org.collegium.source.ImportFault;
import org.collegium.source.SourceFile;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Imports as the application does them, without the application. */
final class ImportFixtures {

    private static final AnnotationConfigApplicationContext CONTEXT = context();

    private ImportFixtures() {}

    private static AnnotationConfigApplicationContext context() {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.register(
                CourseImports.class,
                org.collegium.activity.ActivityTexts.class,
                org.collegium.content.LessonRenderer.class,
                org.collegium.content.NotebookReader.class,
                org.collegium.content.NotebookRenderer.class);
        for (String part : List.of(
                "org.collegium.courses.format.LessonFormat",
                "org.collegium.courses.format.NotebookFormat",
                "org.collegium.courses.imports.book.JupyterBookImporter",
                "org.collegium.courses.imports.cartridge.CartridgeImporter",
                "org.collegium.courses.imports.olx.OlxImporter",
                "org.collegium.courses.imports.moodle.MoodleImporter",
                "org.collegium.courses.imports.slides.SlidesImporter",
                "org.collegium.courses.imports.slides.OpenSlidesImporter",
                "org.collegium.courses.imports.carpentries.CarpentriesImporter",
                "org.collegium.courses.imports.repository.RepositoryImporter",
                "org.collegium.assessment.QuizFormat",
                "org.collegium.labs.LabFormat")) {
            try {
                context.register(Class.forName(part));
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
        context.refresh();
        return context;
    }

    static CourseImports imports() {
        return CONTEXT.getBean(CourseImports.class);
    }

    static List<ActivityFormat> formats() {
        return List.copyOf(CONTEXT.getBeansOfType(ActivityFormat.class).values());
    }

    static ImportOutcome read(Path source) {
        return imports().read(source, ImportOptions.forPartner("north-lakes"), ImportWatch.NOBODY, outcome -> outcome);
    }

    static List<String> faults(ImportOutcome outcome) {
        return outcome.report().faults().stream()
                .map(fault -> fault.place() + " " + fault.code())
                .toList();
    }

    static List<ImportFault> faults(ImportOutcome outcome, String code) {
        return outcome.report().faults().stream()
                .filter(fault -> fault.code().equals(code))
                .toList();
    }

    /** The text of a file that came in. */
    static String text(ImportOutcome.Accepted outcome, String path) {
        SourceFile file = Optional.ofNullable(outcome.files().get(path)).orElseThrow(() -> new AssertionError(path));
        return new String(file.bytes(), StandardCharsets.UTF_8);
    }

    /** A folder of real courses; tests that need it are skipped where it is absent. */
    static Path corpus(String name) {
        String place = System.getenv().getOrDefault("COLLEGIUM_CORPUS", "../shared/corpus");
        Path corpus = Path.of(place, name);
        assumeThat(Files.isDirectory(corpus)).as("the corpus is at %s", corpus).isTrue();
        return corpus;
    }
}
