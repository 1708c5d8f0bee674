package org.collegium.courses.authoring;

import java.util.Locale;
import org.collegium.shared.Rules;

/**
 * A course that begins with nothing.
 *
 * @param title 1 to 300 characters
 * @param language BCP 47
 * @param licence SPDX identifier
 * @param section title of the first section
 * @param lesson title of the first lesson
 * @param text of the first lesson
 */
public record NewCourse(String title, String language, String licence, String section, String lesson, String text) {

    private static final int LONGEST_TITLE = 300;

    public NewCourse {
        title = title.strip();
        new Rules()
                .that(
                        !title.isEmpty() && title.length() <= LONGEST_TITLE,
                        "courses.new.title.length",
                        title.length(),
                        LONGEST_TITLE)
                .that(!Locale.forLanguageTag(language).getLanguage().isEmpty(), "courses.new.language.missing")
                .that(!licence.isBlank(), "courses.new.licence.missing")
                .hold();
    }
}
