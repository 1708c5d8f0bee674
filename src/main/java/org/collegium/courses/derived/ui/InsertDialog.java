package org.collegium.courses.derived.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Optional;
import org.collegium.courses.CourseFilter;
import org.collegium.courses.CourseListItem;
import org.collegium.courses.CourseSection;
import org.collegium.courses.Courses;
import org.collegium.courses.Draft;
import org.collegium.courses.Drafts;
import org.collegium.courses.derived.Library;
import org.collegium.courses.derived.LibraryItem;
import org.collegium.courses.ui.CoursesNavigation;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.Toasts;

/** Asks into which section of which draft a unit shall be put. */
final class InsertDialog extends Dialog {

    private final transient Drafts drafts;
    private final ComboBox<CourseListItem> course = new ComboBox<>();
    private final Select<CourseSection> section = new Select<>();
    private final Button insert = new Button();

    InsertDialog(LibraryItem item, Library library, Courses courses, Drafts drafts) {
        this.drafts = drafts;
        addClassName("c-dialog");
        setHeaderTitle(getTranslation("courses.library.insert.what", item.title()));
        course.setLabel(getTranslation("courses.library.insert.course"));
        course.setItemLabelGenerator(CourseListItem::title);
        course.setItems(query -> courses
                .list(
                        new CourseFilter(
                                query.getFilter().orElse(""),
                                Optional.empty(),
                                Optional.empty(),
                                CourseFilter.Sort.LAST_CHANGED),
                        new PageRequest(query.getOffset(), query.getLimit()))
                .stream());
        course.addValueChangeListener(change -> sections());
        course.setWidthFull();
        section.setLabel(getTranslation("courses.library.insert.section"));
        section.setWidthFull();
        section.setItemLabelGenerator(CourseSection::title);
        section.setVisible(false);
        section.addValueChangeListener(change -> insert.setEnabled(change.getValue() != null));
        Div fields = new Div(new Paragraph(getTranslation("courses.library.insert.text")), course, section);
        fields.addClassName("c-studio-stack");
        add(fields);
        insert.setText(getTranslation("courses.library.insert"));
        insert.addThemeNames("primary");
        insert.setEnabled(false);
        insert.addClickListener(click -> insert(item, library));
        getFooter().add(new Button(getTranslation("shared.cancel"), click -> close()), insert);
    }

    private void sections() {
        List<CourseSection> sections = Optional.ofNullable(course.getValue())
                .flatMap(chosen -> drafts.find(chosen.id()))
                .map(draft -> draft.manifest().sections())
                .orElse(List.of());
        course.setInvalid(course.getValue() != null && sections.isEmpty());
        course.setErrorMessage(getTranslation("courses.library.insert.no-draft"));
        section.setItems(sections);
        section.setVisible(!sections.isEmpty());
        if (!sections.isEmpty()) {
            section.setValue(sections.getLast());
        }
    }

    private void insert(LibraryItem item, Library library) {
        try {
            Draft draft =
                    drafts.find(course.getValue().id()).orElseThrow(() -> new RuleViolation("courses.draft.none"));
            String key = library.insert(
                    draft.course().id(),
                    draft.revision(),
                    section.getValue().key(),
                    item.course().course(),
                    item.unit().orElseThrow().key());
            close();
            Toasts.show(getTranslation(
                    "courses.library.inserted", draft.manifest().metadata().title()));
            ReusePage.go(CoursesNavigation.preview(draft.course().id(), key));
        } catch (RuleViolation violation) {
            course.setInvalid(true);
            course.setErrorMessage(
                    getTranslation(violation.code(), violation.arguments().toArray()));
        }
    }
}
