package org.collegium.assessment.bank.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.collegium.assessment.bank.BankedQuizzes;
import org.collegium.assessment.bank.MadeQuiz;
import org.collegium.courses.CourseReference;
import org.collegium.courses.UnitOfPartner;
import org.collegium.courses.UnitSource;
import org.collegium.shared.RuleViolation;
import org.collegium.source.SourceFile;

/** A quiz for an outline as it is in another draft of the partner, with what it shows. */
@org.springframework.stereotype.Component
class QuizFromDraft implements UnitSource {

    private static final int MINUTES_OF_A_QUESTION = 2;

    private final BankedQuizzes quizzes;

    QuizFromDraft(BankedQuizzes quizzes) {
        this.quizzes = quizzes;
    }

    @Override
    public String label() {
        return "assessment.bank.other-draft";
    }

    @Override
    public Form form(CourseReference course) {
        return new Choice(course);
    }

    private final class Choice implements Form {

        private final CourseReference course;
        private final ComboBox<UnitOfPartner> quiz = new ComboBox<>();

        Choice(CourseReference course) {
            this.course = course;
            quiz.setLabel(quiz.getTranslation("assessment.bank.other-draft.quiz"));
            quiz.setHelperText(quiz.getTranslation("assessment.bank.other-draft.help"));
            quiz.setItemLabelGenerator(this::said);
            quiz.setItems(query -> all(query.getFilter().orElse("")).stream()
                    .skip(query.getOffset())
                    .limit(query.getLimit()));
        }

        private List<UnitOfPartner> all(String words) {
            String wanted = words.strip().toLowerCase(Locale.ROOT);
            return quizzes.drafts(course.partner()).stream()
                    .filter(unit -> said(unit).toLowerCase(Locale.ROOT).contains(wanted))
                    .toList();
        }

        private String said(UnitOfPartner unit) {
            return quiz.getTranslation("assessment.bank.put.quiz.of", unit.unitTitle(), unit.courseTitle());
        }

        @Override
        public Component component() {
            return quiz;
        }

        @Override
        public Optional<Made> made(String title) {
            UnitOfPartner chosen = quiz.getValue();
            if (chosen == null) {
                return refused("assessment.bank.other-draft.none");
            }
            try {
                MadeQuiz copy = quizzes.copyOf(course.partner(), chosen.course(), chosen.unitKey(), course.id());
                return Optional.of(new Made(
                        "quiz",
                        MINUTES_OF_A_QUESTION * Math.max(1, copy.questions()),
                        SourceFile.of("quiz.yaml", copy.text()),
                        copy.files()));
            } catch (RuleViolation gone) {
                return refused(gone.code(), gone.arguments().toArray());
            }
        }

        private Optional<Made> refused(String key, Object... arguments) {
            quiz.setErrorMessage(quiz.getTranslation(key, arguments));
            quiz.setInvalid(true);
            quiz.focus();
            return Optional.empty();
        }
    }
}
