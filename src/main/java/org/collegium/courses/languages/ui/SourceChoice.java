package org.collegium.courses.languages.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Section;
import java.util.Locale;
import java.util.Optional;
import org.collegium.courses.CourseFilter;
import org.collegium.courses.CourseListItem;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseState;
import org.collegium.courses.Courses;
import org.collegium.courses.Draft;
import org.collegium.courses.languages.Languages;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Toasts;
import org.jspecify.annotations.Nullable;

/** Which course a draft translates: one of those that its partner has published. */
final class SourceChoice extends Section {

    /** Courses that have the key of another one in their title are few. */
    private static final int SAME_WORDS = 100;

    private final transient CourseReference course;
    private final transient Courses courses;
    private final ComboBox<CourseListItem> source = new ComboBox<>();

    SourceChoice(CourseReference course, Draft draft, Courses courses, Languages languages, Runnable saved) {
        this.course = course;
        this.courses = courses;
        addClassNames("c-surface", "c-studio-stack");
        source.setLabel(getTranslation("courses.languages.source"));
        source.setHelperText(getTranslation("courses.languages.source.help"));
        source.setItemLabelGenerator(item -> getTranslation(
                "courses.languages.source.item",
                item.title(),
                Locale.forLanguageTag(item.language()).getDisplayLanguage(getLocale()),
                item.key()));
        source.setClearButtonVisible(true);
        source.setWidthFull();
        source.setItems(
                query -> courses
                        .list(
                                published(query.getFilter().orElse("")),
                                new PageRequest(query.getOffset(), query.getLimit()))
                        .stream());
        source.setValue(withKey(draft.manifest().metadata().variantOf()));
        add(source, new Button(getTranslation("courses.languages.source.save"), Glyph.LINK.create(), click -> {
            CourseListItem chosen = source.getValue();
            try {
                languages.link(course.id(), draft.revision(), chosen == null ? "" : chosen.key());
                Toasts.show(getTranslation("courses.languages.source.saved"));
                saved.run();
            } catch (RuleViolation violation) {
                source.setInvalid(true);
                source.setErrorMessage(
                        getTranslation(violation.code(), violation.arguments().toArray()));
            }
        }));
    }

    private CourseFilter published(String text) {
        return new CourseFilter(
                text, Optional.of(course.partner()), Optional.of(CourseState.PUBLISHED), CourseFilter.Sort.TITLE);
    }

    private @Nullable CourseListItem withKey(@Nullable String key) {
        return key == null
                ? null
                : courses.list(published(key), new PageRequest(0, SAME_WORDS)).stream()
                        .filter(item -> item.key().equals(key))
                        .findFirst()
                        .orElse(null);
    }
}
