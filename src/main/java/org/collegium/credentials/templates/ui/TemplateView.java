package org.collegium.credentials.templates.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.collegium.credentials.CredentialsPermissions;
import org.collegium.credentials.templates.Block;
import org.collegium.credentials.templates.CertificateTemplates;
import org.collegium.credentials.templates.Design;
import org.collegium.credentials.templates.Template;
import org.collegium.credentials.templates.TemplateOwners;
import org.collegium.identity.Access;
import org.collegium.identity.ViewPermission;
import org.collegium.partners.Partner;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.Toasts;
import org.jspecify.annotations.Nullable;

/** Designs a template: its blocks, the certificate as it would be issued, and what can be said of the block that is chosen. */
@Route(value = TemplatesNavigation.STUDIO + "/:partner/:template", layout = MainLayout.class)
@RouteAlias(value = TemplatesNavigation.REGISTRY + "/:partner/:template", layout = MainLayout.class)
@PermitAll
@ViewPermission(CredentialsPermissions.SEE_TEMPLATES)
@StyleSheet("styles/certificate-design.css")
class TemplateView extends TemplatePage {

    private final Button undo = new Button(Glyph.UNDO_2.create(), click -> step(true));
    private final Button redo = new Button(Glyph.ROTATE_CCW.create(), click -> step(false));
    private final Span state = new Span();
    private final Div conflict = new Div();
    private final Section panel = new Section();
    private final Button remove = new Button(Glyph.TRASH_2.create(), click -> remove());
    private transient @Nullable Draft draft;
    private transient @Nullable Partner partner;
    private @Nullable PreviewPane preview;
    private final BlockList blocks = new BlockList(this::choose, this::move);
    private Set<String> faulty = Set.of();
    private boolean page;
    private @Nullable TextField name;
    private @Nullable BlockForm open;
    private @Nullable String selected;

    TemplateView(CertificateTemplates templates, TemplateOwners owners, Access access) {
        super(templates, owners, access);
        undo.setText(getTranslation("shared.undo"));
        redo.setText(BlockWords.text("redo"));
        remove.setText(BlockWords.text("remove"));
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        state.getElement().setAttribute("role", "status");
        state.addClassNames("c-muted", "c-small");
        panel.addClassName("design-panel");
    }

    @Override
    void show(Partner of, Template template) {
        partner = of;
        Draft begun = new Draft(templates, template);
        draft = begun;
        selected = null;
        PreviewPane pane = new PreviewPane(templates, of.id(), this::choose, this::showPanel);
        preview = pane;
        boolean design = mayDesign(of) && !template.retired();
        Anchor history = new Anchor(
                TemplatesNavigation.of(access, of, template.id()) + TemplatesNavigation.HISTORY,
                Glyph.HISTORY.create());
        history.add(new Span(BlockWords.text("history")));
        history.addClassName("c-button");
        PageHeader header = new PageHeader(template.name())
                .above(crumbs(
                        new Crumb(TemplatesNavigation.of(access, of), BlockWords.text("title")),
                        new Crumb(TemplatesNavigation.of(access, of, template.id()), template.name())));
        content().add(header);
        if (!design) {
            header.withActions(history);
            content().add(new Span(BlockWords.text(template.retired() ? "only-retired" : "only-look")), pane);
            pane.show(begun.design(), null);
            return;
        }
        Button publish = new Button(BlockWords.text("publish"), click -> publish(header));
        publish.addThemeVariants(ButtonVariant.PRIMARY);
        header.withActions(history, publish);
        content().add(conflict, bar(begun, header), desk(pane));
        showAll();
    }

    private Div bar(Draft begun, PageHeader header) {
        TextField field = Fields.line(BlockWords.text("name"), begun.name(), text -> {
            begun.rename(text);
            if (!text.isBlank()) {
                header.setHeading(text.strip());
            }
            tell();
        });
        name = field;
        Div bar = new Div(field, undo, redo, state);
        bar.addClassName("design-bar");
        return bar;
    }

    private Div desk(PreviewPane pane) {
        Div desk = new Div(panel, pane);
        desk.addClassName("design-desk");
        return desk;
    }

    private Draft draft() {
        return Optional.ofNullable(draft).orElseThrow();
    }

    private PreviewPane pane() {
        return Optional.ofNullable(preview).orElseThrow();
    }

    private void choose(String block) {
        page = false;
        selected = block;
        pane().select(block);
        showPanel();
        PanelParts.lead(panel, "h2");
    }

    private void choosePage() {
        page = true;
        showPanel();
        PanelParts.lead(panel, "h2");
    }

    private void chooseNothing() {
        String before = selected;
        boolean ofPage = page;
        page = false;
        selected = null;
        pane().select(null);
        showPanel();
        PanelParts.lead(
                panel, ofPage || before == null ? ".design-page" : "[data-unit='" + before + "'] .design-choice");
    }

    private void move(String block, Design.Place place) {
        draft().change(draft().design().moved(block, place));
        showAll();
        blocks.focus(block);
        List<String> order = draft().design().all().map(Block::id).toList();
        state.setText(BlockWords.text("moved", order.indexOf(block) + 1, order.size()));
    }

    /** At the end, from where it can be moved. */
    private void add(Block block) {
        draft().change(draft().design().inserted(block, Design.Place.END));
        showAll();
        choose(block.id());
    }

    private void remove() {
        String gone = selected;
        if (gone != null) {
            selected = null;
            draft().change(draft().design().without(gone));
            showAll();
            Toasts.withUndo(BlockWords.text("removed"), () -> step(true));
        }
    }

    private void step(boolean back) {
        if (back) {
            draft().undo();
        } else {
            draft().redo();
        }
        Optional.ofNullable(name).ifPresent(field -> field.setValue(draft().name()));
        showAll();
    }

    private void changed(Design design) {
        draft().change(design);
        if (draft().saved()) {
            Optional.ofNullable(open).ifPresent(BlockForm::saved);
        }
        faulty = pane().show(draft().design(), selected);
        tell();
    }

    private void showAll() {
        faulty = pane().show(draft().design(), selected);
        showPanel();
        tell();
    }

    private void showPanel() {
        panel.removeAll();
        open = null;
        Design design = draft().design();
        Optional<Block> block = Optional.ofNullable(selected).flatMap(design::find);
        if (page) {
            panel.add(
                    PanelParts.back(this::chooseNothing),
                    PanelParts.heading(BlockWords.text("page")),
                    pageForm(design));
        } else if (block.isPresent()) {
            BlockForm form = form(design, block.get());
            open = form;
            panel.add(
                    PanelParts.back(this::chooseNothing),
                    PanelParts.heading(BlockWords.kind(block.get())),
                    form,
                    remove);
        } else {
            selected = null;
            Button ofPage =
                    new Button(BlockWords.text("page"), Glyph.SLIDERS_HORIZONTAL.create(), click -> choosePage());
            ofPage.addClassName("design-page");
            blocks.show(design, null, faulty);
            panel.add(PanelParts.heading(BlockWords.text("blocks")), ofPage, blocks, new AddBlockBar(this::add));
        }
    }

    private PageForm pageForm(Design design) {
        return new PageForm(
                design, Optional.ofNullable(partner).orElseThrow().data().brandColour(), changed -> {
                    changed(changed);
                    showPanel();
                });
    }

    private BlockForm form(Design design, Block block) {
        return new BlockForm(
                templates,
                Optional.ofNullable(partner).orElseThrow().id(),
                "certificate-template/" + draft().id() + "/" + block.id() + "/" + pane().language(),
                design,
                block,
                pane().language(),
                changed -> changed(draft().design().with(changed)),
                changed -> {
                    changed(draft().design().with(changed));
                    showPanel();
                });
    }

    private void tell() {
        undo.setEnabled(draft().undoable());
        redo.setEnabled(draft().redoable());
        draft().problem()
                .ifPresentOrElse(
                        problem -> state.setText(BlockWords.text(
                                "not-saved",
                                getTranslation(
                                        problem.code(), problem.arguments().toArray()))),
                        () -> state.setText(draft().saved() ? BlockWords.text("saved") : ""));
        conflict.removeAll();
        draft().theirs()
                .ifPresent(theirs -> conflict.add(new ConflictNotice(
                        templates, theirs, moment(theirs.changedAt()), this::takeTheirs, this::keepAsCopy)));
    }

    private void takeTheirs() {
        draft().takeTheirs();
        Optional.ofNullable(name).ifPresent(field -> field.setValue(draft().name()));
        showAll();
    }

    private void keepAsCopy() {
        Partner of = Optional.ofNullable(partner).orElseThrow();
        UI.getCurrent()
                .navigate(TemplatesNavigation.of(
                        access, of, draft().keepAsCopy(BlockWords.text("copy.name", draft().name()))));
    }

    private void publish(PageHeader header) {
        if (draft().saved()) {
            Partner of = Optional.ofNullable(partner).orElseThrow();
            new PublishTemplateDialog(templates, of.id(), draft(), () -> header.setHeading(draft().name())).open();
        } else {
            tell();
        }
    }
}
