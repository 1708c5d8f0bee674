package org.collegium.credentials.templates.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
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
import org.collegium.identity.Access;
import org.collegium.identity.ViewPermission;
import org.collegium.partners.Partner;
import org.collegium.partners.Partners;
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
    private final Div form = new Div();
    private final Button remove = new Button(Glyph.TRASH_2.create(), click -> remove());
    private transient @Nullable Draft draft;
    private transient @Nullable Partner partner;
    private @Nullable PreviewPane preview;
    private @Nullable BlockList blocks;
    private @Nullable TextField name;
    private @Nullable BlockForm open;
    private @Nullable String selected;

    TemplateView(CertificateTemplates templates, Partners partners, Access access) {
        super(templates, partners, access);
        undo.setText(getTranslation("shared.undo"));
        redo.setText(BlockWords.text("redo"));
        remove.setText(BlockWords.text("remove"));
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        state.getElement().setAttribute("role", "status");
        state.addClassNames("c-muted", "c-small");
        form.addClassName("design-side");
        conflict.setVisible(false);
    }

    @Override
    void show(Partner of, Template template) {
        partner = of;
        Draft begun = new Draft(templates, template);
        draft = begun;
        selected = null;
        PreviewPane pane = new PreviewPane(templates, of.id(), this::choose, this::showForm);
        preview = pane;
        boolean design = mayDesign(of) && !template.retired();
        Anchor history = new Anchor(
                TemplatesNavigation.of(access, of, template.id()) + TemplatesNavigation.HISTORY, Glyph.HISTORY.create());
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
        BlockList list = new BlockList(this::choose, this::move);
        blocks = list;
        Button page = new Button(BlockWords.text("page"), Glyph.SLIDERS_HORIZONTAL.create(), click -> choose(null));
        page.addThemeVariants(ButtonVariant.TERTIARY);
        Section left = new Section(new H2(BlockWords.text("blocks")), page, list, new AddBlockBar(this::add));
        left.addClassName("design-left");
        Div desk = new Div(left, pane, form);
        desk.addClassName("design-desk");
        return desk;
    }

    private Draft draft() {
        return Optional.ofNullable(draft).orElseThrow();
    }

    private PreviewPane pane() {
        return Optional.ofNullable(preview).orElseThrow();
    }

    private void choose(@Nullable String block) {
        selected = block;
        pane().select(block);
        showList(Set.of());
        showForm();
    }

    private void move(String block, Design.Place place) {
        Design before = draft().design();
        draft().change(before.moved(block, place));
        showAll();
        Optional.ofNullable(blocks).ifPresent(list -> list.focus(block));
        List<String> order = draft().design().all().map(Block::id).toList();
        state.setText(BlockWords.text("moved", order.indexOf(block) + 1, order.size()));
    }

    /** Behind the block that is chosen, else at the end. */
    private void add(Block block) {
        Design design = draft().design();
        List<Block> page = design.blocks();
        int at = page.stream().map(Block::id).toList().indexOf(selected);
        String before = at >= 0 && at + 1 < page.size() ? page.get(at + 1).id() : "";
        draft().change(design.inserted(block, new Design.Place("", 0, before)));
        selected = block.id();
        showAll();
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
        showList(pane().show(draft().design(), selected));
        tell();
    }

    private void showAll() {
        Set<String> faulty = pane().show(draft().design(), selected);
        showList(faulty);
        showForm();
        tell();
    }

    private void showList(Set<String> faulty) {
        Optional.ofNullable(blocks).ifPresent(list -> list.show(draft().design(), selected, faulty));
    }

    private void showForm() {
        form.removeAll();
        open = null;
        Design design = draft().design();
        Optional<Block> block = Optional.ofNullable(selected).flatMap(design::find);
        if (block.isEmpty()) {
            form.add(new PageForm(
                    design, Optional.ofNullable(partner).orElseThrow().data().brandColour(), changed -> {
                        changed(changed);
                        showForm();
                    }));
            return;
        }
        BlockForm fields = new BlockForm(
                templates,
                Optional.ofNullable(partner).orElseThrow().id(),
                "certificate-template/" + draft().id() + "/" + block.get().id() + "/" + pane().language(),
                design,
                block.get(),
                pane().language(),
                changed -> changed(draft().design().with(changed)),
                changed -> {
                    changed(draft().design().with(changed));
                    showForm();
                });
        open = fields;
        form.add(fields, remove);
    }

    private void tell() {
        undo.setEnabled(draft().undoable());
        redo.setEnabled(draft().redoable());
        draft().problem()
                .ifPresentOrElse(
                        problem -> state.setText(BlockWords.text(
                                "not-saved",
                                getTranslation(problem.code(), problem.arguments().toArray()))),
                        () -> state.setText(draft().saved() ? BlockWords.text("saved") : ""));
        conflict.setVisible(draft().theirs().isPresent());
        if (conflict.isVisible() && conflict.getChildren().findAny().isEmpty()) {
            describeConflict(draft().theirs().orElseThrow());
        }
    }

    private void describeConflict(Template theirs) {
        Partner of = Optional.ofNullable(partner).orElseThrow();
        String who = Optional.ofNullable(theirs.changedBy())
                .flatMap(person -> Optional.ofNullable(
                        templates.names(of.id(), List.of(person)).get(person)))
                .orElse(BlockWords.text("somebody"));
        conflict.addClassNames("c-notice", "c-notice-waiting");
        conflict.getElement().setAttribute("role", "alert");
        Button load = new Button(BlockWords.text("conflict.load"), click -> {
            draft().takeTheirs();
            conflict.removeAll();
            Optional.ofNullable(name).ifPresent(field -> field.setValue(draft().name()));
            showAll();
        });
        Button copy = new Button(BlockWords.text("conflict.copy"), click -> UI.getCurrent()
                .navigate(TemplatesNavigation.of(
                        access, of, draft().keepAsCopy(BlockWords.text("copy.name", draft().name())))));
        conflict.add(new Span(BlockWords.text("conflict", who, moment(theirs.changedAt()))), load, copy);
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
