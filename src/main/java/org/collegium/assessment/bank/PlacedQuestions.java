package org.collegium.assessment.bank;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.collegium.assessment.Question;
import org.collegium.assessment.Quiz;
import org.collegium.assessment.QuizReader;
import org.collegium.assessment.SectionPlace;
import org.collegium.shared.RuleViolation;
import org.collegium.source.SourceFile;
import org.jspecify.annotations.Nullable;

/** Puts a question at the end of a quiz, and sees that a section asks it where the quiz has sections. */
final class PlacedQuestions {

    private PlacedQuestions() {}

    /**
     * The text of the quiz with the question. It keeps what its author wrote; only a question that would spoil a draw unless a section
     * names it is written anew.
     *
     * @param question as YAML, with a key that no other question of the quiz has
     * @param place where it is asked; null for the usual place
     * @throws RuleViolation when the quiz cannot be read, or has no such place
     */
    static String put(SourceFile file, String question, @Nullable SectionPlace place) {
        String text = QuizText.of(file).plus(question).text();
        Optional<Quiz> quiz = read(file);
        Optional<Question> more =
                read(ItemReader.around(question)).map(alone -> alone.questions().getFirst());
        if (quiz.isEmpty() || more.isEmpty()) {
            return text;
        }
        Quiz grown = grown(quiz.get(), more.get(), place);
        if (grown.sections().equals(quiz.get().sections())) {
            return text;
        }
        return read(SourceFile.of(file.path(), text))
                .map(unplaced -> KeptLines.changed(text, unplaced.asking(grown.sections())))
                .orElseGet(() -> KeptLines.changed(new String(file.bytes(), StandardCharsets.UTF_8), grown));
    }

    private static Quiz grown(Quiz quiz, Question question, @Nullable SectionPlace place) {
        if (place == null) {
            return SectionPlace.more(quiz, List.of(question));
        }
        if (!SectionPlace.all(quiz, question).contains(place)) {
            throw new RuleViolation("assessment.bank.put.section-gone", place.title());
        }
        return place.taking(quiz, question);
    }

    private static Optional<Quiz> read(SourceFile file) {
        return QuizReader.read(file, fault -> {});
    }
}
