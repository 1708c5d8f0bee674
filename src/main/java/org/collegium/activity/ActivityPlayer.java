package org.collegium.activity;

import com.vaadin.flow.component.Component;

/** Shows one kind of activity to a learner; the module that owns the kind contributes a bean. */
public interface ActivityPlayer {

    /** The kind it plays, as the course format names it, for instance {@code quiz}. */
    String kind();

    /** Opens the activity for the learner; completion is told by publishing {@link ActivityCompleted}. */
    Component open(ActivityPlace place);

    /** Key of the sentence that tells the learner what completes it. */
    String completionRuleKey();
}
