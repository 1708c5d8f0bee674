package org.collegium.assessment.exam.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.collegium.assessment.exam.AccommodationData;
import org.collegium.assessment.exam.TimedQuiz;
import org.collegium.shared.ui.Moments;

/** How it is said what somebody was given in quizzes. */
final class GivenWords {

    private final Component page;
    private final List<TimedQuiz> quizzes;
    private final Moments times = Moments.here();

    /** @param page in whose language it is said */
    GivenWords(Component page, List<TimedQuiz> quizzes) {
        this.page = page;
        this.quizzes = List.copyOf(quizzes);
    }

    String by(Instant at, String name) {
        return page.getTranslation(
                name.isEmpty() ? "assessment.given.at" : "assessment.given.by-at", times.minute(at), name);
    }

    String quiz(String unitKey) {
        return unitKey.isEmpty()
                ? page.getTranslation("assessment.given.all-quizzes")
                : quizzes.stream()
                        .filter(quiz -> quiz.unitKey().equals(unitKey))
                        .map(TimedQuiz::title)
                        .findFirst()
                        .orElse(unitKey);
    }

    Component what(AccommodationData data) {
        List<String> parts = new ArrayList<>();
        if (data.extraPercent() > 0) {
            parts.add(page.getTranslation("assessment.given.what.percent", data.extraPercent()));
        }
        if (data.extraMinutes() > 0) {
            parts.add(page.getTranslation("assessment.given.what.minutes", data.extraMinutes()));
        }
        if (data.extraAttempts() > 0) {
            parts.add(page.getTranslation("assessment.given.what.attempts", data.extraAttempts()));
        }
        Instant opens = data.opens();
        if (opens != null) {
            parts.add(page.getTranslation("assessment.intro.opens", times.minute(opens)));
        }
        Instant closes = data.closes();
        if (closes != null) {
            parts.add(page.getTranslation("assessment.given.what.closes", times.minute(closes)));
        }
        Div list = new Div();
        list.addClassName("c-studio-stack");
        parts.forEach(part -> list.add(new Span(part)));
        return list;
    }
}
