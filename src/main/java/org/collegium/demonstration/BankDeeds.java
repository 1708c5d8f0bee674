package org.collegium.demonstration;

import java.util.Optional;
import org.collegium.assessment.Quiz;
import org.collegium.assessment.QuizReader;
import org.collegium.assessment.bank.BankedQuizzes;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.Draft;
import org.collegium.courses.Drafts;
import org.collegium.partners.PartnerId;
import org.springframework.stereotype.Component;

/** Fills the question banks with what quizzes say came from there. */
@Component
class BankDeeds {

    private final BankedQuizzes banked;
    private final Drafts drafts;

    BankDeeds(BankedQuizzes banked, Drafts drafts) {
        this.banked = banked;
        this.drafts = drafts;
    }

    void fill(PartnerId partner, CourseId course) {
        drafts.find(course)
                .map(Draft::manifest)
                .ifPresent(manifest -> manifest.units().stream()
                        .filter(unit -> unit.kind().equals("quiz"))
                        .filter(unit ->
                                quiz(course, unit).filter(BankDeeds::banked).isPresent())
                        .forEach(unit -> banked.takeOver(partner, course, unit.key(), "")));
    }

    private Optional<Quiz> quiz(CourseId course, CourseUnit unit) {
        return drafts.file(course, unit.file()).flatMap(file -> QuizReader.read(file, fault -> {}));
    }

    private static boolean banked(Quiz quiz) {
        return quiz.questions().stream()
                .allMatch(question -> !question.traits().bank().isEmpty());
    }
}
