package org.collegium.assessment.bank;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.collegium.activity.ActivityFormat;
import org.collegium.activity.FileReference;
import org.collegium.assessment.Quiz;
import org.collegium.assessment.QuizReader;
import org.collegium.source.FaultList;
import org.collegium.source.ImportFault;
import org.collegium.source.Place;
import org.collegium.source.SourceFile;
import org.collegium.source.YamlDocument;
import org.collegium.source.YamlSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Reads one question by the reader of quizzes: it is put into a quiz around it, and what is wrong is told at its place in the
 * question.
 */
@Component
class ItemReader {

    static final String FILE = "question.yaml";

    private static final List<String> AROUND =
            List.of("format: " + Quiz.FORMAT, "title: Question", "questions:", "  -");
    private static final String INDENT = "    ";
    private static final int LONGEST = 200_000;

    private final ActivityFormat quizzes;

    ItemReader(ObjectProvider<ActivityFormat> formats) {
        this.quizzes = formats.stream()
                .filter(format -> format.kind().equals("quiz"))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Reads a question.
     *
     * @param key that it must have; null when it may have any
     */
    ReadItem read(String yaml, @Nullable String key) {
        FaultList faults = new FaultList();
        Optional<Quiz> quiz = Optional.empty();
        List<FileReference> references = List.of();
        if (yaml.length() > LONGEST) {
            faults.error(Place.of(FILE), "yaml-too-large", FILE);
        } else {
            Optional<YamlDocument> own = YamlSource.read(SourceFile.of(FILE, yaml), faults);
            if (own.isPresent() && !own.get().root().isObject()) {
                faults.error(own.get().place(""), "bank-no-question");
            } else if (own.isPresent()) {
                own(own.get(), key, faults);
                SourceFile around = around(yaml);
                references = quizzes.check(around, fault -> faults.report(inQuestion(fault)))
                        .references();
                quiz = QuizReader.read(around, fault -> {});
            }
        }
        return new ReadItem(faults.hasErrors() ? Optional.empty() : quiz, faults.faults(), references);
    }

    /** What a question points at beside itself, as it is written with percent signs decoded; empty where it cannot be read. */
    Set<String> pointers(String yaml) {
        return pointers(around(yaml));
    }

    /** The same for a whole quiz. */
    Set<String> pointers(SourceFile quiz) {
        return quizzes.check(quiz, fault -> {}).references().stream()
                .map(FileReference::target)
                .filter(target -> !target.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static void own(YamlDocument yaml, @Nullable String key, FaultList faults) {
        if (yaml.root().has(QuizText.BANK)) {
            faults.error(yaml.keyPlace("/" + QuizText.BANK), "bank-in-item");
        }
        String has = yaml.at("/key").asString("");
        if (key != null && !has.isEmpty() && !has.equals(key)) {
            faults.error(yaml.place("/key"), "bank-other-key", key, has);
        }
    }

    /** A quiz with this question alone, whose places are those in the question. */
    static SourceFile around(String yaml) {
        String text = String.join("\n", AROUND) + "\n"
                + yaml.lines().map(line -> line.isBlank() ? "" : INDENT + line).collect(Collectors.joining("\n"))
                + "\n";
        return SourceFile.of(FILE, text.getBytes(StandardCharsets.UTF_8)).madeFrom(ItemReader::inQuestion);
    }

    private static Place inQuestion(Place place) {
        int line = place.line() - AROUND.size();
        return line < 1
                ? Place.of(place.file())
                : new Place(place.file(), line, Math.max(0, place.column() - INDENT.length()));
    }

    /** Faults of the schema name fields from the quiz on. */
    private static ImportFault inQuestion(ImportFault fault) {
        Function<String, String> fromQuestion =
                text -> text.replace("questions[1].", "").replace("questions[1]", "the question");
        return new ImportFault(
                fault.severity(),
                fault.blocksPublishing(),
                fault.file(),
                fault.line(),
                fault.column(),
                fault.code(),
                fault.arguments().stream().map(fromQuestion).toList(),
                fromQuestion.apply(fault.reason()),
                fromQuestion.apply(fault.remedy()));
    }
}
