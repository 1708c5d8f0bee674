package org.collegium.assessment.exam.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.collegium.assessment.exam.QuizSetting;
import org.collegium.assessment.exam.TimedQuiz;
import org.collegium.shared.ui.Glyph;
import org.jspecify.annotations.Nullable;

/** The quizzes of a run with their dates, limits and attempts. */
final class QuizTimesTable extends Section {

    private static final List<String> COLUMNS = List.of(
            "assessment.times.quiz",
            "assessment.times.opens",
            "assessment.times.closes",
            "assessment.times.limit",
            "assessment.times.attempts",
            "assessment.times.password",
            "assessment.times.change");

    private final transient LocalTimes times = LocalTimes.here();

    QuizTimesTable(List<TimedQuiz> quizzes, Consumer<TimedQuiz> change) {
        addClassName("c-studio-stack");
        TimesTable table = new TimesTable(COLUMNS);
        for (TimedQuiz quiz : quizzes) {
            QuizSetting setting = quiz.setting();
            Button button = new Button(
                    getTranslation("assessment.times.change"), Glyph.PENCIL.create(), click -> change.accept(quiz));
            button.setAriaLabel(getTranslation("assessment.times.change.of", quiz.title()));
            button.addThemeNames("tertiary");
            table.row(List.of(
                    TimesTable.text(quiz.title()),
                    TimesTable.text(date(setting.opens(), "assessment.times.opens.always")),
                    TimesTable.text(date(setting.closes(), "assessment.times.closes.never")),
                    TimesTable.text(number(setting.minutes(), "assessment.times.limit.minutes")),
                    TimesTable.text(number(setting.attempts(), "assessment.times.attempts.number")),
                    TimesTable.text(getTranslation(
                            quiz.password() ? "assessment.times.password.yes" : "assessment.times.password.no")),
                    button));
        }
        add(new H2(getTranslation("assessment.times.heading")), new Div(table));
    }

    private String date(@Nullable Instant time, String never) {
        return time == null ? getTranslation(never) : times.said(time);
    }

    private String number(@Nullable Integer number, String key) {
        return number == null ? getTranslation("assessment.times.usual") : getTranslation(key, number);
    }
}
