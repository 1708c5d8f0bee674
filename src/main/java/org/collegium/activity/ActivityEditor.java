package org.collegium.activity;

import com.vaadin.flow.component.Component;

/**
 * Lets an author complete or change one kind of activity in a draft; the module that owns the kind contributes a bean. A
 * kind without one is changed in its source and imported again.
 */
public interface ActivityEditor {

    /** The kind it edits, as the course format names it, for instance {@code quiz}. */
    String kind();

    /** Opens an activity of a draft; what is changed is handed to {@link EditedActivity#keep()}. */
    Component open(EditedActivity activity);
}
