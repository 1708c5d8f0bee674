package org.collegium.assessment.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.collegium.activity.ActivityPlace;

/** What a learner finds below the result of a quiz beside it; a package that has something there contributes a bean. */
@FunctionalInterface
public interface QuizAddition {

    /** @param place of the quiz, which is no preview */
    Optional<Component> of(ActivityPlace place);
}
