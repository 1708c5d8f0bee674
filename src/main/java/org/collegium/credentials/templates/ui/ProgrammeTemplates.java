package org.collegium.credentials.templates.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Optional;
import org.collegium.credentials.templates.CertificateTemplates;
import org.collegium.credentials.templates.ProgrammeLook;
import org.collegium.credentials.templates.TemplateListItem;
import org.collegium.credentials.templates.TemplateUses;
import org.collegium.partners.Partner;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.Toasts;

/** Which template each programme uses that a partner or the alliance issues; not there while there is no programme. */
final class ProgrammeTemplates extends Section {

    private static final int ROWS = 25;
    private static final PageRequest CHOICES = new PageRequest(0, 100);

    private final transient TemplateUses uses;
    private final transient Partner owner;
    private final transient List<TemplateListItem> usable;
    private final UnorderedList list = new UnorderedList();

    ProgrammeTemplates(CertificateTemplates templates, TemplateUses uses, Partner owner) {
        this.uses = uses;
        this.owner = owner;
        this.usable = templates.list(owner.id(), CHOICES).stream()
                .filter(template -> template.published() != null && !template.retired())
                .toList();
        addClassNames("c-surface", "design-courses");
        add(new H2(BlockWords.text("use.programmes")), new Paragraph(BlockWords.text("use.programmes.lead")), list);
        more(0);
        setVisible(list.getChildren().findAny().isPresent());
    }

    private void more(int from) {
        List<ProgrammeLook> page = uses.programmes(owner.id(), new PageRequest(from, ROWS));
        page.forEach(programme -> list.add(new ListItem(choice(programme))));
        if (page.size() == ROWS) {
            Button button = new Button(BlockWords.text("use.programmes.more"));
            button.addClickListener(click -> {
                button.removeFromParent();
                more(from + ROWS);
            });
            add(button);
        }
    }

    private Select<TemplateListItem> choice(ProgrammeLook programme) {
        Select<TemplateListItem> select = new Select<>();
        select.setLabel(programme.title());
        select.setItems(usable);
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(BlockWords.text("use.platform"));
        select.setItemLabelGenerator(template -> template == null ? BlockWords.text("use.platform") : template.name());
        usable.stream()
                .filter(template -> template.id().equals(programme.template()))
                .findFirst()
                .ifPresent(select::setValue);
        select.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                try {
                    uses.chooseForProgramme(
                            owner.id(),
                            programme.programme(),
                            Optional.ofNullable(change.getValue()).map(TemplateListItem::id));
                    Toasts.show(BlockWords.text("use.changed", programme.title()));
                } catch (RuleViolation violation) {
                    Toasts.problem(getTranslation(
                            violation.code(), violation.arguments().toArray()));
                }
            }
        });
        return select;
    }
}
