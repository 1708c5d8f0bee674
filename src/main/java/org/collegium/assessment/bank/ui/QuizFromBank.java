package org.collegium.assessment.bank.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.collegium.assessment.bank.BankedQuizzes;
import org.collegium.assessment.bank.ItemFilter;
import org.collegium.assessment.bank.ItemListed;
import org.collegium.assessment.bank.MadeQuiz;
import org.collegium.assessment.bank.QuestionBank;
import org.collegium.courses.CourseReference;
import org.collegium.courses.UnitSource;
import org.collegium.partners.PartnerId;
import org.collegium.shared.PageRequest;
import org.collegium.shared.ui.Glyph;
import org.collegium.source.SourceFile;

/** A quiz for an outline, of questions that the bank of the partner has. */
@org.springframework.stereotype.Component
class QuizFromBank implements UnitSource {

    private static final int MINUTES_OF_A_QUESTION = 2;

    private final QuestionBank bank;
    private final BankedQuizzes quizzes;

    QuizFromBank(QuestionBank bank, BankedQuizzes quizzes) {
        this.bank = bank;
        this.quizzes = quizzes;
    }

    @Override
    public String label() {
        return "assessment.bank.unit";
    }

    @Override
    public Form form(CourseReference course) {
        return new Choice(course);
    }

    private final class Choice implements Form {

        private final CourseReference course;
        private final PartnerId partner;
        private final ComboBox<ItemListed> question = new ComboBox<>();
        private final OrderedList rows = new OrderedList();
        private final List<ItemListed> chosen = new ArrayList<>();
        private final Div all = new Div(question, rows);

        Choice(CourseReference course) {
            this.course = course;
            this.partner = course.partner();
            question.setLabel(all.getTranslation("assessment.bank.unit.question"));
            question.setHelperText(all.getTranslation("assessment.bank.unit.question.help"));
            question.setItemLabelGenerator(item -> all.getTranslation(
                    "assessment.bank.unit.item",
                    item.title(),
                    all.getTranslation("assessment.bank.kind." + item.kind())));
            question.setItems(query -> bank
                    .list(
                            partner,
                            having(query.getFilter().orElse("")),
                            new PageRequest(query.getOffset(), query.getLimit()))
                    .stream());
            question.addValueChangeListener(change -> {
                if (change.getValue() != null) {
                    take(change.getValue());
                    question.clear();
                }
            });
            rows.addClassName("c-bank-chosen");
            rows.getElement().setAttribute("aria-label", all.getTranslation("assessment.bank.unit.chosen"));
            rows.setVisible(false);
            all.addClassName("c-studio-stack");
        }

        private static ItemFilter having(String words) {
            return new ItemFilter(
                    words,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    ItemFilter.ALL.state(),
                    ItemFilter.Sort.LAST_CHANGED);
        }

        private void take(ItemListed item) {
            if (chosen.stream().anyMatch(other -> other.key().equals(item.key()))) {
                return;
            }
            chosen.add(item);
            question.setInvalid(false);
            ListItem row = new ListItem(new Span(item.title()));
            Button remove = new Button(Glyph.X.create(), click -> {
                chosen.remove(item);
                rows.remove(row);
                rows.setVisible(!chosen.isEmpty());
                question.focus();
            });
            remove.setAriaLabel(all.getTranslation("assessment.bank.unit.remove", item.title()));
            remove.addThemeNames("tertiary");
            row.add(remove);
            rows.add(row);
            rows.setVisible(true);
        }

        @Override
        public Component component() {
            return all;
        }

        @Override
        public Optional<Made> made(String title) {
            if (chosen.isEmpty()) {
                question.setErrorMessage(all.getTranslation("assessment.bank.unit.none"));
                question.setInvalid(true);
                question.focus();
                return Optional.empty();
            }
            MadeQuiz quiz = quizzes.quizOf(
                    partner,
                    course.id(),
                    title,
                    chosen.stream().map(ItemListed::key).toList());
            return Optional.of(new Made(
                    "quiz",
                    MINUTES_OF_A_QUESTION * chosen.size(),
                    SourceFile.of("quiz.yaml", quiz.text()),
                    quiz.files()));
        }
    }
}
