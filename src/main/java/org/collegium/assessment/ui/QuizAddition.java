package org.collegium.assessment.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.collegium.activity.ActivityPlace;

/** What a learner finds before a quiz begins and below the score of its result; a package that has something there contributes a bean. */
@FunctionalInterface
public interface QuizAddition {

    /** @param place of the quiz; in a preview there is nothing */
    Optional<Component> of(ActivityPlace place);
}
