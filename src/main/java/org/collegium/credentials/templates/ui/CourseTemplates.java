package org.collegium.credentials.templates.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.collegium.courses.CourseFilter;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseListItem;
import org.collegium.courses.Courses;
import org.collegium.credentials.templates.CertificateTemplates;
import org.collegium.credentials.templates.TemplateId;
import org.collegium.credentials.templates.TemplateListItem;
import org.collegium.credentials.templates.TemplateUses;
import org.collegium.partners.Partner;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.Toasts;

/** Which template each course of a partner uses. */
final class CourseTemplates extends Section {

    private static final int ROWS = 25;
    private static final PageRequest CHOICES = new PageRequest(0, 100);

    private final transient TemplateUses uses;
    private final transient Courses courses;
    private final transient Partner partner;
    private final transient List<TemplateListItem> usable;
    private final UnorderedList list = new UnorderedList();

    CourseTemplates(CertificateTemplates templates, TemplateUses uses, Courses courses, Partner partner) {
        this.uses = uses;
        this.courses = courses;
        this.partner = partner;
        this.usable = templates.list(partner.id(), CHOICES).stream()
                .filter(template -> template.published() != null && !template.retired())
                .toList();
        addClassNames("c-surface", "design-courses");
        add(new H2(BlockWords.text("use")), new Paragraph(BlockWords.text("use.lead")), list);
        more(0);
    }

    private void more(int from) {
        CourseFilter ofPartner =
                new CourseFilter("", Optional.of(partner.id()), Optional.empty(), CourseFilter.Sort.TITLE);
        List<CourseListItem> page = courses.list(ofPartner, new PageRequest(from, ROWS));
        Map<CourseId, TemplateId> used =
                uses.of(partner.id(), page.stream().map(CourseListItem::id).toList());
        page.forEach(course -> list.add(new ListItem(choice(course, Optional.ofNullable(used.get(course.id()))))));
        if (page.size() == ROWS) {
            Button button = new Button(BlockWords.text("use.more"));
            button.addClickListener(click -> {
                button.removeFromParent();
                more(from + ROWS);
            });
            add(button);
        }
    }

    private Select<TemplateListItem> choice(CourseListItem course, Optional<TemplateId> used) {
        Select<TemplateListItem> select = new Select<>();
        select.setLabel(BlockWords.text("in", course.title(), BlockWords.language(course.language())));
        select.setItems(usable);
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(BlockWords.text("use.standard"));
        select.setItemLabelGenerator(template -> template == null ? BlockWords.text("use.standard") : template.name());
        used.flatMap(id -> usable.stream()
                        .filter(template -> template.id().equals(id))
                        .findFirst())
                .ifPresent(select::setValue);
        select.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                try {
                    uses.choose(
                            partner.id(),
                            course.id(),
                            Optional.ofNullable(change.getValue()).map(TemplateListItem::id));
                    Toasts.show(BlockWords.text("use.changed", course.title()));
                } catch (RuleViolation violation) {
                    Toasts.problem(getTranslation(
                            violation.code(), violation.arguments().toArray()));
                }
            }
        });
        return select;
    }
}
