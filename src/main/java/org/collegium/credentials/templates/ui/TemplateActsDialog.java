package org.collegium.credentials.templates.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import java.util.Optional;
import org.collegium.credentials.templates.CertificateTemplates;
import org.collegium.credentials.templates.TemplateListItem;
import org.collegium.credentials.templates.TemplateOwners;
import org.collegium.credentials.templates.TemplateUses;
import org.collegium.identity.Access;
import org.collegium.partners.Partner;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Toasts;

/** What can be done with a template from the list. */
class TemplateActsDialog extends Dialog {

    private final Div acts = new Div();
    private final transient Runnable changed;

    TemplateActsDialog(
            CertificateTemplates templates,
            TemplateUses uses,
            Access access,
            Partner partner,
            TemplateListItem item,
            Runnable changed) {
        this.changed = changed;
        setHeaderTitle(item.name());
        addClassName("c-dialog");
        acts.addClassName("design-acts");
        act(
                "copy",
                Glyph.COPY,
                () -> templates
                        .find(partner.id(), item.id())
                        .map(known -> templates.create(
                                partner.id(), BlockWords.text("copy.name", shortened(known.name())), known.design()))
                        .ifPresent(copy -> UI.getCurrent().navigate(TemplatesNavigation.of(access, partner, copy))));
        if (item.standard()) {
            act("standard.not", Glyph.STAR, () -> uses.standard(partner.id(), Optional.empty()));
        } else if (item.published() != null && !item.retired() && !partner.id().equals(TemplateOwners.ALLIANCE)) {
            act("standard", Glyph.STAR, () -> uses.standard(partner.id(), Optional.of(item.id())));
        }
        act(
                item.retired() ? "retire.not" : "retire",
                Glyph.ARCHIVE,
                () -> templates.retire(partner.id(), item.id(), !item.retired()));
        add(acts);
        getFooter().add(new Button(getTranslation("shared.close"), click -> close()));
    }

    private void act(String key, Glyph glyph, Runnable deed) {
        Button button = new Button(BlockWords.text(key), glyph.create(), click -> {
            close();
            try {
                deed.run();
                changed.run();
            } catch (RuleViolation violation) {
                Toasts.problem(
                        getTranslation(violation.code(), violation.arguments().toArray()));
            }
        });
        Div help = new Div(BlockWords.text(key + ".help"));
        help.addClassNames("c-muted", "c-small");
        acts.add(new Div(button, help));
    }

    private static String shortened(String name) {
        return name.length() <= 100 ? name : name.substring(0, 100);
    }
}
