package org.collegium.credentials.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.collegium.courses.CourseId;
import org.collegium.courses.Courses;
import org.collegium.courses.PublishedCourse;
import org.collegium.shared.PageRequest;
import org.collegium.shared.ui.Glyph;
import org.jspecify.annotations.Nullable;

/** Courses of a programme: all of them needed, or some. */
class CourseChoice extends Div {

    private final transient Map<CourseId, String> titles;
    private final transient List<CourseId> courses = new ArrayList<>();
    private final IntegerField least = new IntegerField();
    private final ComboBox<PublishedCourse> add = new ComboBox<>();
    private final UnorderedList list = new UnorderedList();

    /**
     * @param titles of courses, to which those that are chosen here are added
     * @param number how many are needed; 0 for all
     * @param removed hears that the whole choice is taken out; null where it cannot be
     */
    CourseChoice(
            Courses all,
            Map<CourseId, String> titles,
            List<CourseId> chosen,
            int number,
            @Nullable Consumer<CourseChoice> removed) {
        this.titles = titles;
        courses.addAll(chosen);
        addClassNames("rule-nested", "rule-panel");
        least.setLabel(getTranslation("credentials.programme.choice.least"));
        least.setValue(Math.max(1, number));
        least.setMin(1);
        least.setVisible(number > 0);
        add.setLabel(getTranslation(
                number > 0 ? "credentials.programme.choice.course" : "credentials.programme.required.course"));
        add.setItems(
                query -> all
                        .published(query.getFilter().orElse(""), new PageRequest(query.getOffset(), query.getLimit()))
                        .stream());
        add.setItemLabelGenerator(PublishedCourse::title);
        add.setWidthFull();
        add.setManualValidation(true);
        add.addValueChangeListener(change -> {
            PublishedCourse course = change.getValue();
            if (course != null) {
                add.setInvalid(false);
                titles.put(course.id(), course.title());
                if (!courses.contains(course.id())) {
                    courses.add(course.id());
                }
                add.clear();
                show();
            }
        });
        list.addClassName("rule-courses");
        add(least, list, add);
        if (removed != null) {
            Button remove = new Button(
                    getTranslation("credentials.programme.choice.remove"),
                    Glyph.TRASH_2.create(),
                    click -> removed.accept(this));
            remove.addThemeVariants(ButtonVariant.TERTIARY);
            add(remove);
        }
        show();
    }

    ComboBox<PublishedCourse> field() {
        return add;
    }

    List<CourseId> courses() {
        return List.copyOf(courses);
    }

    int least() {
        return least.getValue() == null ? 0 : least.getValue();
    }

    private void show() {
        list.removeAll();
        list.setVisible(!courses.isEmpty());
        courses.forEach(course -> {
            String title = titles.getOrDefault(course, course.toString());
            Button remove = new Button(Glyph.TRASH_2.create(), click -> {
                courses.remove(course);
                show();
            });
            remove.addThemeVariants(ButtonVariant.TERTIARY);
            remove.setAriaLabel(getTranslation("credentials.programme.course.remove", title));
            list.add(new ListItem(new Span(title), remove));
        });
    }
}
