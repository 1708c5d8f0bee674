package org.collegium.assessment.bank;

import java.util.List;
import java.util.Optional;
import org.collegium.activity.ActivityFormat;
import org.collegium.activity.FileReference;
import org.collegium.assessment.Quiz;
import org.collegium.assessment.QuizReader;
import org.collegium.shared.RuleViolation;
import org.collegium.source.FaultList;
import org.collegium.source.SourceFile;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Reads the text of a whole quiz while its author writes it, and begins questions in it. */
@Component
public class QuizDrafting {

    private final ActivityFormat quizzes;

    QuizDrafting(ObjectProvider<ActivityFormat> formats) {
        this.quizzes = formats.stream()
                .filter(format -> format.kind().equals("quiz"))
                .findFirst()
                .orElseThrow();
    }

    /** The quiz, where there is no error in its text, and all that is wrong in it. */
    public ReadItem read(SourceFile file) {
        FaultList faults = new FaultList();
        List<FileReference> references = quizzes.check(file, faults).references();
        Optional<Quiz> quiz = faults.hasErrors() ? Optional.empty() : QuizReader.read(file, fault -> {});
        return new ReadItem(quiz, faults.faults(), references);
    }

    /**
     * The text of a quiz with one question more at its end, which is to be written over; one of its sections asks it, and the rest stays as
     * it is.
     *
     * @param kind one of {@link ItemTemplates#kinds()}
     * @throws RuleViolation when the quiz cannot be read
     */
    public String begun(SourceFile file, String kind) {
        QuizText quiz = QuizText.of(file);
        String question = ItemTemplates.of(kind);
        String key = QuestionText.read(question).orElseThrow().at("/key").asString("");
        return PlacedQuestions.put(file, QuestionText.withKey(question, quiz.freeKey(key)), null);
    }
}
