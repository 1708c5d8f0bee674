package org.collegium.credentials.templates.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.annotation.security.PermitAll;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.collegium.credentials.CredentialsPermissions;
import org.collegium.credentials.templates.CertificateTemplates;
import org.collegium.credentials.templates.Example;
import org.collegium.credentials.templates.Saved;
import org.collegium.credentials.templates.Template;
import org.collegium.credentials.templates.TemplateOwners;
import org.collegium.credentials.templates.TemplateVersion;
import org.collegium.identity.Access;
import org.collegium.identity.AccountId;
import org.collegium.identity.ViewPermission;
import org.collegium.partners.Partner;
import org.collegium.shared.PageRequest;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.Toasts;

/** The versions of a template: who published each, when and why, how it looks, and how many certificates bear it. */
@Route(
        value = TemplatesNavigation.STUDIO + "/:partner/:template" + TemplatesNavigation.HISTORY,
        layout = MainLayout.class)
@RouteAlias(
        value = TemplatesNavigation.REGISTRY + "/:partner/:template" + TemplatesNavigation.HISTORY,
        layout = MainLayout.class)
@PermitAll
@ViewPermission(CredentialsPermissions.SEE_TEMPLATES)
@StyleSheet("styles/certificate-design.css")
class TemplateHistoryView extends TemplatePage {

    private static final int ROWS = 20;

    TemplateHistoryView(CertificateTemplates templates, TemplateOwners owners, Access access) {
        super(templates, owners, access);
    }

    @Override
    void show(Partner partner, Template template) {
        name(BlockWords.text("history.of", template.name()));
        content()
                .add(new PageHeader(getPageTitle(), BlockWords.text("history.lead"))
                        .above(crumbs(
                                new Crumb(TemplatesNavigation.of(access, partner), BlockWords.text("title")),
                                new Crumb(TemplatesNavigation.of(access, partner, template.id()), template.name()))));
        OrderedList list = new OrderedList();
        list.addClassName("design-versions");
        content().add(list);
        more(partner, template, list, 0);
        if (list.getChildren().findAny().isEmpty()) {
            content().add(new Paragraph(BlockWords.text("history.none")));
        }
    }

    private void more(Partner partner, Template template, OrderedList list, int from) {
        List<TemplateVersion> versions = templates.versions(partner.id(), template.id(), new PageRequest(from, ROWS));
        Map<AccountId, String> names = templates.names(
                partner.id(),
                versions.stream()
                        .map(TemplateVersion::publishedBy)
                        .filter(Objects::nonNull)
                        .toList());
        versions.forEach(version -> list.add(item(partner, template, version, names)));
        if (versions.size() == ROWS) {
            Button button = new Button(BlockWords.text("history.more"));
            button.addClickListener(click -> {
                button.removeFromParent();
                more(partner, template, list, from + ROWS);
            });
            content().add(button);
        }
    }

    private ListItem item(Partner partner, Template template, TemplateVersion version, Map<AccountId, String> names) {
        String who = Optional.ofNullable(version.publishedBy())
                .map(person -> names.getOrDefault(person, BlockWords.text("somebody")))
                .orElse(BlockWords.text("somebody"));
        ListItem item = new ListItem(
                new H2(BlockWords.text("version", version.number())),
                muted(BlockWords.text("history.when", who, moment(version.publishedAt()), version.certificates())));
        item.addClassName("c-surface");
        if (!version.note().isEmpty()) {
            item.add(new Paragraph(version.note()));
        }
        Optional.ofNullable(version.forgottenAt())
                .ifPresent(at -> item.add(muted(BlockWords.text("history.forgotten", moment(at)))));
        Anchor file = new Anchor();
        file.setHref(DownloadHandler.fromInputStream(event -> {
                    byte[] pdf = templates
                            .preview(
                                    partner.id(),
                                    version.design(),
                                    Example.TYPICAL,
                                    version.design().languages().getFirst())
                            .page()
                            .pdf();
                    return new DownloadResponse(
                            new ByteArrayInputStream(pdf), "certificate.pdf", "application/pdf", pdf.length);
                })
                .inline());
        file.add(Glyph.FILE_TEXT.create(), new Span(BlockWords.text("pdf.version", version.number())));
        file.setTarget("_blank");
        file.addClassName("c-button");
        Div acts = new Div(file);
        acts.addClassName("c-studio-actions");
        if (mayDesign(partner) && !template.retired()) {
            acts.add(new Button(
                    BlockWords.text("history.back", version.number()), click -> back(partner, template, version)));
        }
        item.add(acts);
        return item;
    }

    private void back(Partner partner, Template template, TemplateVersion version) {
        switch (templates.save(partner.id(), template.id(), template.revision(), template.name(), version.design())) {
            case Saved.Kept kept -> UI.getCurrent().navigate(TemplatesNavigation.of(access, partner, template.id()));
            case Saved.ChangedMeanwhile changed -> Toasts.problem(getTranslation("credentials.template.changed"));
        }
    }
}
