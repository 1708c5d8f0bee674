package org.collegium.credentials.templates.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.collegium.credentials.templates.CertificateTemplates;
import org.collegium.credentials.templates.Design;
import org.collegium.credentials.templates.DesignFault;
import org.collegium.credentials.templates.DrawnPage;
import org.collegium.credentials.templates.Example;
import org.collegium.credentials.templates.Preview;
import org.collegium.partners.PartnerId;
import org.collegium.shared.ui.Glyph;
import org.jspecify.annotations.Nullable;

/**
 * The certificate as it would be issued: a picture of the PDF itself, on which blocks can be pointed at, and the PDF. Below stands
 * what is to be mended.
 */
final class PreviewPane extends Div {

    private final transient CertificateTemplates templates;
    private final PartnerId partner;
    private final transient Consumer<String> chosen;
    private final Select<Example> example = new Select<>();
    private final Select<String> language = new Select<>();
    private final Image picture = new Image();
    private final Div paper = new Div();
    private final Span heard = new Span();
    private final Anchor file = new Anchor();
    private final UnorderedList faults = new UnorderedList();
    private transient @Nullable Design design;
    private @Nullable String selected;

    /** @param changed another language is looked at */
    PreviewPane(CertificateTemplates templates, PartnerId partner, Consumer<String> chosen, Runnable changed) {
        this.templates = templates;
        this.partner = partner;
        this.chosen = chosen;
        addClassName("design-preview");
        example.setLabel(BlockWords.text("example"));
        example.setItems(Example.values());
        example.setItemLabelGenerator(one -> BlockWords.text("example." + one));
        example.setValue(Example.TYPICAL);
        example.addValueChangeListener(change -> draw());
        language.setLabel(BlockWords.text("language"));
        language.setItemLabelGenerator(BlockWords::language);
        language.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                draw();
                changed.run();
            }
        });
        file.add(Glyph.FILE_TEXT.create(), new Span(BlockWords.text("pdf")));
        file.addClassName("c-button");
        file.setTarget("_blank");
        Div tools = new Div(example, language, file);
        tools.addClassName("c-filters");
        picture.setAlt(BlockWords.text("preview"));
        heard.addClassName("c-hidden");
        paper.addClassName("design-paper");
        faults.addClassName("design-faults");
        faults.getElement().setAttribute("aria-live", "polite");
        add(tools, paper, heard, faults);
    }

    /** The language that is looked at and written in. */
    String language() {
        return language.getValue();
    }

    /** Draws a design; returns the blocks that something is wrong with. */
    Set<String> show(Design changed, @Nullable String block) {
        design = changed;
        selected = block;
        @Nullable String before = language.getValue();
        language.setItems(changed.languages());
        language.setValue(
                before != null && changed.languages().contains(before)
                        ? before
                        : changed.languages().getFirst());
        language.setVisible(changed.languages().size() > 1);
        return draw();
    }

    /** Marks another block without drawing anew. */
    void select(@Nullable String block) {
        selected = block;
        paper.getChildren()
                .forEach(child -> child.getElement()
                        .getClassList()
                        .set(
                                "design-spot-chosen",
                                child.getId()
                                        .filter(id -> id.equals(spot(block)))
                                        .isPresent()));
    }

    private Set<String> draw() {
        Design drawn = design;
        if (drawn == null) {
            return Set.of();
        }
        Preview preview = templates.preview(partner, drawn, example.getValue(), language());
        picture.setSrc(download(preview.png(), "preview.png", "image/png"));
        file.setHref(download(preview.page().pdf(), "certificate.pdf", "application/pdf"));
        heard.setText(preview.text());
        paper.removeAll();
        paper.add(picture);
        paper.getElement().getClassList().set("design-paper-upright", drawn.paper() == Design.Paper.PORTRAIT);
        drawn.all().forEach(block -> spot(block.id(), preview.page().places()));
        select(selected);
        tell(preview.faults(), preview.page(), drawn);
        return preview.faults().stream()
                .filter(DesignFault::forbids)
                .map(DesignFault::block)
                .collect(Collectors.toSet());
    }

    private void spot(String block, Map<String, DrawnPage.Place> places) {
        DrawnPage.Place place = places.get(block);
        if (place != null) {
            Div spot = new Div();
            spot.setId(spot(block));
            spot.addClassName("design-spot");
            spot.getElement().setAttribute("aria-hidden", "true");
            spot.getStyle()
                    .set("--spot-left", percent(place.left()))
                    .set("--spot-top", percent(place.top()))
                    .set("--spot-width", percent(place.width()))
                    .set("--spot-height", percent(place.height()));
            spot.addClickListener(click -> chosen.accept(block));
            paper.add(spot);
        }
    }

    private static String spot(@Nullable String block) {
        return "spot-" + block;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", share * 100);
    }

    private void tell(List<DesignFault> found, DrawnPage page, Design drawn) {
        faults.removeAll();
        if (page.scale() < 1 && page.outside().isEmpty()) {
            faults.add(new ListItem(BlockWords.text("smaller", Math.floor(page.scale() * 100) / 100)));
        }
        found.forEach(fault -> faults.add(line(fault, drawn)));
    }

    private ListItem line(DesignFault fault, Design drawn) {
        ListItem line = new ListItem((fault.forbids() ? Glyph.TRIANGLE_ALERT : Glyph.INFO).create());
        line.addClassName(fault.forbids() ? "design-fault" : "design-note");
        Span said = new Span(BlockWords.fault(fault));
        drawn.find(fault.block())
                .ifPresentOrElse(
                        block -> {
                            NativeButton which = new NativeButton(BlockWords.kind(block));
                            which.addClassName("c-link");
                            which.addClickListener(click -> chosen.accept(block.id()));
                            line.add(new Span(which, new Span(" "), said));
                        },
                        () -> line.add(said));
        return line;
    }

    private static DownloadHandler download(byte[] content, String name, String type) {
        return DownloadHandler.fromInputStream(
                        event -> new DownloadResponse(new ByteArrayInputStream(content), name, type, content.length))
                .inline();
    }
}
