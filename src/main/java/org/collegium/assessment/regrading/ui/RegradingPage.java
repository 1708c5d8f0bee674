package org.collegium.assessment.regrading.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.NotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseStudioPage;
import org.collegium.courses.CourseUnit;

/** What the views of corrected keys share: their style sheet and the way back. */
@StyleSheet("styles/grades.css")
abstract class RegradingPage extends CourseStudioPage {

    /** The way from the list of courses to a quiz. */
    Nav crumbs(CourseReference course, CourseUnit quiz, Crumb... further) {
        List<Crumb> way = new ArrayList<>();
        way.add(new Crumb(
                RegradingNavigation.quizzes(course.id().value()), getTranslation("assessment.quizzes.title")));
        way.add(new Crumb(RegradingNavigation.quiz(course.id().value(), quiz.key()), quiz.title()));
        way.addAll(List.of(further));
        return crumbs(course, way.toArray(Crumb[]::new));
    }

    static <T> T sure(Optional<T> found) {
        return found.orElseThrow(NotFoundException::new);
    }
}
