package org.collegium.assessment.studio;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.collegium.assessment.Quiz;
import org.collegium.assessment.QuizRules;
import org.collegium.assessment.QuizRules.Counts;
import org.collegium.assessment.QuizRules.Order;
import org.collegium.assessment.QuizRules.Pages;
import org.collegium.assessment.Review;
import org.collegium.assessment.Review.When;
import org.collegium.assessment.exam.ui.Numbers;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.KeptTyping;
import org.jspecify.annotations.Nullable;

/** How a quiz is taken: what passes, how often and how long, what is shown when. What it asks stays as it is. */
final class QuizRulesForm extends NativeDetails {

    private static final int MOST_ATTEMPTS = 100;
    private static final int LONGEST = 10_080;
    private static final double PERCENT = 100;

    private final transient QuizDesk desk;
    private final TextArea intro = new TextArea();
    private final IntegerField passMark = new IntegerField();
    private final IntegerField attempts = new IntegerField();
    private final Select<Counts> counts = new Select<>();
    private final IntegerField minutes = new IntegerField();
    private final IntegerField penalty = new IntegerField();
    private final Select<Pages> pages = new Select<>();
    private final Select<Order> order = new Select<>();
    private final Checkbox shuffleQuestions = new Checkbox();
    private final Checkbox shuffleOptions = new Checkbox();
    private final Select<When> score = new Select<>();
    private final Select<When> answers = new Select<>();
    private final Select<When> right = new Select<>();
    private final Select<When> feedback = new Select<>();
    private final TextArea honour = new TextArea();
    private final Checkbox rehearsal = new Checkbox();
    private final Checkbox trace = new Checkbox();
    private final Paragraph told = new Paragraph();
    private final transient KeptTyping typing;
    private transient @Nullable Quiz held;

    QuizRulesForm(QuizDesk desk) {
        this.desk = desk;
        setSummaryText(getTranslation("assessment.rules.title"));
        addClassName("c-quiz-part");
        text(intro, "intro");
        number(passMark, "pass-mark", 0, (int) PERCENT);
        number(attempts, "attempts", 0, MOST_ATTEMPTS);
        number(minutes, "minutes", 0, LONGEST);
        number(penalty, "penalty", 0, (int) PERCENT);
        choice(counts, "counts", Counts.values());
        choice(pages, "pages", Pages.values());
        choice(order, "order", Order.values());
        choice(score, "score", When.values());
        choice(answers, "answers", When.values());
        choice(right, "right", When.values());
        choice(feedback, "feedback", When.values());
        text(honour, "honour");
        shuffleQuestions.setLabel(getTranslation("assessment.rules.shuffle-questions"));
        shuffleOptions.setLabel(getTranslation("assessment.rules.shuffle-options"));
        rehearsal.setLabel(getTranslation("assessment.rules.rehearsal"));
        trace.setLabel(getTranslation("assessment.rules.trace"));
        told.getElement().setAttribute("role", "status");
        Button save = new Button(getTranslation("assessment.rules.save"), Glyph.SAVE.create(), click -> save());
        save.addThemeNames("primary");
        Div foot = new Div(save, told);
        foot.addClassName("c-bank-foot");
        Div fields = new Div(
                intro,
                row(passMark, attempts, counts),
                row(minutes, penalty),
                row(pages, order),
                shuffleQuestions,
                shuffleOptions,
                new H2(getTranslation("assessment.rules.review")),
                row(score, answers, right, feedback),
                honour,
                rehearsal,
                trace,
                foot);
        fields.addClassNames("c-studio-form", "c-quiz-rules");
        setContent(fields);
        typing = new KeptTyping(fields, "quiz-rules/" + desk.place())
                .with("intro", intro)
                .with("pass-mark", passMark, Integer::valueOf)
                .with("attempts", attempts, Integer::valueOf)
                .with("counts", counts, Counts::valueOf)
                .with("minutes", minutes, Integer::valueOf)
                .with("penalty", penalty, Integer::valueOf)
                .with("pages", pages, Pages::valueOf)
                .with("order", order, Order::valueOf)
                .with("shuffle-questions", shuffleQuestions, Boolean::valueOf)
                .with("shuffle-options", shuffleOptions, Boolean::valueOf)
                .with("score", score, When::valueOf)
                .with("answers", answers, When::valueOf)
                .with("right", right, When::valueOf)
                .with("feedback", feedback, When::valueOf)
                .with("honour", honour)
                .with("rehearsal", rehearsal, Boolean::valueOf)
                .with("trace", trace, Boolean::valueOf);
    }

    private static Div row(Component... fields) {
        Div row = new Div(fields);
        row.addClassName("c-quiz-rules-row");
        return row;
    }

    private void text(TextArea field, String name) {
        field.setLabel(getTranslation("assessment.rules." + name));
        field.setHelperText(getTranslation("assessment.rules." + name + ".help"));
    }

    private void number(IntegerField field, String name, int least, int most) {
        Numbers.describe(
                field,
                getTranslation("assessment.rules." + name),
                getTranslation("assessment.rules." + name + ".help"),
                null);
        field.setMin(least);
        field.setMax(most);
        field.setRequiredIndicatorVisible(true);
    }

    private <E extends Enum<E>> void choice(Select<E> field, String name, E[] values) {
        field.setLabel(getTranslation("assessment.rules." + name));
        field.setItems(List.of(values));
        String options = values[0] instanceof When ? "when" : name;
        field.setItemLabelGenerator(value -> getTranslation("assessment.rules." + options + "."
                + value.name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    /** Shows what holds; where nothing of it has changed, what is typed and not saved stays. */
    void show(Quiz quiz) {
        Quiz bare = new Quiz(
                "",
                quiz.intro(),
                quiz.passMark(),
                quiz.attempts(),
                quiz.shuffleOptions(),
                quiz.rules(),
                List.of(),
                List.of());
        if (bare.equals(held)) {
            return;
        }
        held = bare;
        QuizRules rules = quiz.rules();
        intro.setValue(quiz.intro());
        passMark.setValue((int) Math.round(quiz.passMark() * PERCENT));
        attempts.setValue(quiz.attempts());
        counts.setValue(rules.counts());
        minutes.setValue(rules.timeLimit());
        penalty.setValue((int) Math.round(rules.penalty() * PERCENT));
        pages.setValue(rules.pages());
        order.setValue(rules.order());
        shuffleQuestions.setValue(rules.shuffleQuestions());
        shuffleOptions.setValue(quiz.shuffleOptions());
        score.setValue(rules.review().score());
        answers.setValue(rules.review().answers());
        right.setValue(rules.review().right());
        feedback.setValue(rules.review().feedback());
        honour.setValue(rules.honour());
        rehearsal.setValue(rules.rehearsal());
        trace.setValue(rules.trace());
    }

    private void save() {
        List<IntegerField> numbers = List.of(passMark, attempts, minutes, penalty);
        numbers.forEach(this::check);
        Optional<IntegerField> wrong =
                numbers.stream().filter(IntegerField::isInvalid).findFirst();
        if (wrong.isPresent()) {
            tell(getTranslation("assessment.keys.wrong"), true);
            wrong.get().focus();
            return;
        }
        try {
            desk.change(this::with);
            typing.forget();
            tell(getTranslation("assessment.keys.saved"), false);
        } catch (RuleViolation violation) {
            tell(
                    getTranslation(
                            "assessment.keys.unsaved",
                            getTranslation(
                                    violation.code(), violation.arguments().toArray())),
                    true);
        }
    }

    private void check(IntegerField field) {
        Integer value = field.getValue();
        boolean wrong = value == null || value < field.getMin() || value > field.getMax();
        field.setErrorMessage(getTranslation("assessment.rules.range", field.getMin(), field.getMax()));
        field.setInvalid(wrong);
    }

    private Quiz with(Quiz quiz) {
        QuizRules rules = new QuizRules(
                minutes.getValue(),
                counts.getValue(),
                new Review(score.getValue(), answers.getValue(), right.getValue(), feedback.getValue()),
                pages.getValue(),
                order.getValue(),
                honour.getValue().strip(),
                shuffleQuestions.getValue(),
                share(penalty, quiz.rules().penalty()),
                rehearsal.getValue(),
                trace.getValue());
        return new Quiz(
                quiz.title(),
                intro.getValue().strip(),
                share(passMark, quiz.passMark()),
                attempts.getValue(),
                shuffleOptions.getValue(),
                rules,
                quiz.sections(),
                quiz.questions());
    }

    /** A share that has more digits than its field shows stays as it is until another is typed. */
    private static double share(IntegerField percent, double before) {
        int typed = Objects.requireNonNull(percent.getValue());
        return typed == Math.round(before * PERCENT) ? before : typed / PERCENT;
    }

    private void tell(String text, boolean trouble) {
        told.setClassName("c-bank-trouble", trouble);
        told.setText(text);
    }
}
