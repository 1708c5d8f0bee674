package org.collegium.assessment.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.collegium.assessment.Question;
import org.collegium.assessment.Quiz;
import org.collegium.assessment.QuizReader;
import org.collegium.source.FaultList;
import org.collegium.source.ImportFault;
import org.collegium.source.SourceFile;

/** Files of other platforms, and a quiz with each kind of question. */
final class ExchangeFixtures {

    static final Path FOLDER = Path.of("src/test/resources/exchange");

    /** Keys of options are those that readers give: letters, and p1, p2 for prompts. */
    static final String QUIZ = """
            format: collegium-quiz/1
            title: All kinds
            questions:
              - key: one
                type: single
                stem: |
                  A model that *underfits*, with $x_1^2$ & "signs" such as < and >, {braces}, ~ = # :

                  - one
                  - two
                points: 2
                options:
                  - { key: a, text: is too simple for the data, correct: true, feedback: "Yes: **it is**." }
                  - { key: b, text: "has `too` many parameters" }
                explanation: It has too little freedom.
              - key: several
                type: multiple
                stem: Which are supervised?
                options:
                  - { key: a, text: regression, correct: true }
                  - { key: b, text: classification, correct: true }
                  - { key: c, text: clustering, feedback: It has no labels. }
              - key: truth
                type: true-false
                stem: More data always help.
                answer: false
                feedback: { correct: Right., incorrect: Think of bad data. }
              - key: number
                type: numeric
                stem: A quarter, as a decimal
                answer: 0.25
                tolerance: 0.01
                feedback: { correct: Right., incorrect: No. }
              - key: word
                type: short-text
                stem: The opposite of underfitting
                accept:
                  - overfitting
                  - { text: noise, share: 0.5 }
              - key: match
                type: matching
                stem: What belongs together?
                prompts:
                  - { key: p1, text: mean absolute error, answer: a }
                  - { key: p2, text: mean **squared** error, answer: b }
                options:
                  - { key: a, text: the median }
                  - { key: b, text: the mean }
                  - { key: c, text: the mode }
              - key: order
                type: ordering
                stem: From the first to the last
                options:
                  - { key: a, text: split }
                  - { key: b, text: train }
                  - { key: c, text: test }
              - key: gaps
                type: cloze
                stem: The {{gap-1}} of 2 and 4 is {{gap-2}}, which is {{gap-3}}.
                points: 4
                gaps:
                  - { key: gap-1, type: short-text, accept: [mean] }
                  - { key: gap-2, type: numeric, answer: 3, points: 2 }
                  - key: gap-3
                    type: single
                    options:
                      - { key: a, text: low }
                      - { key: b, text: high, correct: true }
            """;

    private ExchangeFixtures() {}

    static Quiz quiz(String yaml) {
        FaultList faults = new FaultList();
        return QuizReader.read(SourceFile.of("quiz.yaml", yaml), faults)
                .orElseThrow(() -> new AssertionError(faults.faults().toString()));
    }

    static ReadQuestions file(String name) {
        return QuestionExchange.read(FOLDER.resolve(name), name, DraftPictures.NONE, Set.of());
    }

    static ReadQuestions text(String name, String content) {
        return QuestionExchange.read(SourceFile.of(name, content));
    }

    static ReadQuestions gift(String content) {
        return text("a.gift", content);
    }

    static ReadQuestions packed(String folder, Path target) {
        Path root = FOLDER.resolve(folder);
        try (OutputStream out = Files.newOutputStream(target);
                ZipOutputStream zip = new ZipOutputStream(out);
                Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                zip.putNextEntry(new ZipEntry(root.relativize(file).toString()));
                Files.copy(file, zip);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return QuestionExchange.read(target, target.getFileName().toString(), DraftPictures.NONE, Set.of());
    }

    static Question question(ReadQuestions read, String title) {
        return read.questions().stream()
                .filter(one -> one.title().equals(title))
                .map(ReadQuestion::question)
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no " + title + ": " + said(read)));
    }

    static List<String> said(ReadQuestions read) {
        return said(read.faults());
    }

    static List<String> said(List<ImportFault> faults) {
        return faults.stream()
                .map(fault -> fault.place() + " " + fault.code() + " " + fault.arguments())
                .toList();
    }
}
