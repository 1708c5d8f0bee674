package org.collegium.assessment.bank;

import java.util.Optional;
import org.collegium.assessment.Quiz;
import org.collegium.assessment.QuizReader;
import org.collegium.assessment.QuizWriter;
import org.collegium.source.KeptYaml;
import org.collegium.source.SourceFile;

/**
 * The text of a quiz in which a form has changed something, as {@link KeptYaml} does. What comes of it is read again, and where it says
 * anything else than what was meant the whole quiz is written anew.
 */
public final class KeptLines {

    private static final String FILE = "quiz.yaml";

    private KeptLines() {}

    /** The text of a quiz that became another one. */
    public static String changed(String text, Quiz quiz) {
        String anew = QuizWriter.write(quiz);
        return read(text)
                .flatMap(old -> KeptYaml.changed(text, QuizWriter.write(old), anew))
                .filter(kept -> read(kept).map(QuizWriter::write).equals(Optional.of(anew)))
                .orElse(anew);
    }

    /** Whether another text has lost a comment that one had. */
    public static boolean lost(String text, String other) {
        return KeptYaml.comments(other) < KeptYaml.comments(text);
    }

    private static Optional<Quiz> read(String text) {
        return QuizReader.read(SourceFile.of(FILE, text), fault -> {});
    }
}
