package org.collegium.courses.authoring.ui;

import com.vaadin.flow.component.Component;
import java.util.List;

/** Texts to begin a lesson with, in the language of the page. */
public final class LessonTemplates {

    /** The names of the templates. */
    public static final List<String> NAMES = List.of("explanation", "worked-example", "exercise", "summary");

    private LessonTemplates() {}

    /** What a template is called. */
    public static String name(Component component, String template) {
        return component.getTranslation("courses.lesson.template." + template);
    }

    /** The text of a template below a title. */
    public static String text(Component component, String template, String title) {
        return "# " + title + "\n\n" + component.getTranslation("courses.lesson.template." + template + ".text") + "\n";
    }
}
