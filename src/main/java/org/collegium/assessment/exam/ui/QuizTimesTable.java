package org.collegium.assessment.exam.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.collegium.assessment.Quiz;
import org.collegium.assessment.Quizzes;
import org.collegium.assessment.exam.QuizSetting;
import org.collegium.assessment.exam.TimedQuiz;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Moments;
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

    private final transient Moments times = Moments.here();

    /** @param files with what the quizzes themselves say */
    QuizTimesTable(List<TimedQuiz> quizzes, Quizzes files, Consumer<TimedQuiz> change) {
        addClassName("c-studio-stack");
        TimesTable table = new TimesTable(COLUMNS);
        for (TimedQuiz quiz : quizzes) {
            QuizSetting setting = quiz.setting();
            Optional<Quiz> file = files.find(quiz.file());
            Button button = new Button(
                    getTranslation("assessment.times.change"), Glyph.PENCIL.create(), click -> change.accept(quiz));
            button.setAriaLabel(getTranslation("assessment.times.change.of", quiz.title()));
            button.addThemeNames("tertiary");
            table.row(List.of(
                    TimesTable.text(quiz.title()),
                    TimesTable.text(date(setting.opens(), "assessment.times.opens.always")),
                    TimesTable.text(date(setting.closes(), "assessment.times.closes.never")),
                    TimesTable.text(number(
                            setting.minutes(),
                            file.map(own -> own.rules().timeLimit()),
                            "assessment.times.limit.minutes")),
                    TimesTable.text(
                            number(setting.attempts(), file.map(Quiz::attempts), "assessment.times.attempts.number")),
                    TimesTable.text(getTranslation(
                            quiz.password() ? "assessment.times.password.yes" : "assessment.times.password.no")),
                    button));
        }
        add(new H2(getTranslation("assessment.times.heading")), new Div(table));
    }

    private String date(@Nullable Instant time, String never) {
        return time == null ? getTranslation(never) : times.minute(time);
    }

    /** @param own what the quiz itself says */
    private String number(@Nullable Integer set, Optional<Integer> own, String key) {
        return set != null
                ? getTranslation(key, set)
                : own.map(usual -> getTranslation("assessment.times.usual.value", getTranslation(key, usual)))
                        .orElseGet(() -> getTranslation("assessment.times.usual"));
    }
}
