package org.collegium.assessment.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.collegium.assessment.Quiz;
import org.collegium.assessment.QuizReader;
import org.collegium.source.FaultList;
import org.collegium.source.SourceFile;

/** What a fuzzer calls with bytes of its own in the place of a file of questions. */
public final class QuestionTargets {

    /** The sample that the fuzzer begins with; {@code quiz.yaml} is the format of our own. */
    public static final List<String> ALL = List.of(
            "quiz.yaml",
            "forms.gift.txt",
            "bank.moodle.xml",
            "qti21/choice.xml",
            "qti22/items/gap-match.xml",
            "qti22/items/number.xml",
            "qti30/items/one.xml");

    private static String name = "";

    private QuestionTargets() {}

    /** Called by the fuzzer once, with one of {@link #ALL}; what is slow the first time only is not its concern. */
    public static void fuzzerInitialize(String[] arguments) {
        name = arguments[0];
        try {
            fuzzerTestOneInput(seed(name));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What the fuzzer begins with. */
    public static byte[] seed(String target) throws IOException {
        return target.equals("quiz.yaml")
                ? ExchangeFixtures.QUIZ.getBytes(StandardCharsets.UTF_8)
                : Files.readAllBytes(ExchangeFixtures.FOLDER.resolve(target));
    }

    /** Called by the fuzzer with each input: what is found is carried or left out, and what was read can be written. */
    public static void fuzzerTestOneInput(byte[] input) {
        SourceFile file = SourceFile.of(name, input);
        if (name.equals("quiz.yaml")) {
            FaultList faults = new FaultList();
            QuizReader.read(file, faults).ifPresent(QuestionTargets::write);
            return;
        }
        ReadQuestions read = QuestionExchange.read(file);
        ExchangeCounts counts = read.counts();
        if (counts.carried() + counts.leftOut() != counts.found()
                || read.questions().size() != counts.carried()) {
            throw new AssertionError("The counts do not agree: " + counts);
        }
        if (read.questions().isEmpty() && read.faults().isEmpty()) {
            throw new AssertionError("Nothing was read, and nothing said");
        }
    }

    private static void write(Quiz quiz) {
        for (ExchangeFormat format : ExchangeFormat.values()) {
            QuestionExchange.write(quiz, format, "quiz");
        }
    }
}
