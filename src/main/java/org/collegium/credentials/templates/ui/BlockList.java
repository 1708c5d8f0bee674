package org.collegium.credentials.templates.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.collegium.credentials.templates.Block;
import org.collegium.credentials.templates.Design;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.SiteFiles;
import org.jspecify.annotations.Nullable;

/**
 * The blocks of a design from top to bottom, with handles to drag or to move by arrow keys; columns are lists within the list.
 * It works as outlines do ({@code frontend/studio/outline.ts}).
 */
@Tag("c-outline-editor")
final class BlockList extends Component implements HasComponents {

    private static final String PAGE = "page";

    private final transient Consumer<String> chosen;
    private final transient BiConsumer<String, Design.Place> moved;

    /**
     * @param chosen a block is looked at
     * @param moved a block goes to a place
     */
    BlockList(Consumer<String> chosen, BiConsumer<String, Design.Place> moved) {
        this.chosen = chosen;
        this.moved = moved;
        getElement().getClassList().add("design-blocks");
    }

    /** @param faulty the blocks that something is wrong with */
    void show(Design design, @Nullable String selected, Set<String> faulty) {
        removeAll();
        add(section(PAGE, design.blocks(), design, selected, faulty));
    }

    private Div section(String id, List<Block> blocks, Design design, @Nullable String selected, Set<String> faulty) {
        OrderedList list = new OrderedList();
        blocks.forEach(block -> list.add(item(block, design, selected, faulty)));
        Div section = new Div(list);
        section.getElement().setAttribute("data-section", id);
        return section;
    }

    private ListItem item(Block block, Design design, @Nullable String selected, Set<String> faulty) {
        ListItem item = new ListItem();
        item.getElement().setAttribute("data-unit", block.id());
        Div row = new Div(handle(block), choice(block, design, block.id().equals(selected), faulty));
        row.addClassName("design-block");
        item.add(row);
        if (block instanceof Block.Columns columns) {
            for (int number = 0; number < columns.columns().size(); number++) {
                Div column =
                        section(columns.id() + ":" + number, columns.columns().get(number), design, selected, faulty);
                column.addClassName("design-column");
                item.add(column);
            }
        }
        return item;
    }

    private NativeButton handle(Block block) {
        Span name = new Span(BlockWords.text("move", BlockWords.kind(block)));
        name.addClassName("c-hidden");
        NativeButton handle = new NativeButton();
        handle.add(Glyph.GRIP_VERTICAL.create(), name);
        handle.addClassName("c-outline-handle");
        handle.getElement()
                .setAttribute("data-handle", true)
                .setAttribute("draggable", "true")
                .setAttribute("title", BlockWords.text("move.help"))
                .setAttribute("aria-description", BlockWords.text("move.help"));
        return handle;
    }

    private NativeButton choice(Block block, Design design, boolean selected, Set<String> faulty) {
        NativeButton choice = new NativeButton();
        choice.addClassName("design-choice");
        choice.add(new Span(BlockWords.kind(block)));
        String detail = BlockWords.detail(block, design);
        if (!detail.isEmpty()) {
            Span said = new Span(detail);
            said.addClassNames("c-muted", "c-small");
            choice.add(said);
        }
        if (faulty.contains(block.id())) {
            Span told = new Span(BlockWords.text("faulty"));
            told.addClassName("c-hidden");
            Span mark = new Span(Glyph.TRIANGLE_ALERT.create(), told);
            mark.addClassName("design-faulty");
            choice.add(mark);
        }
        if (selected) {
            choice.getElement().setAttribute("aria-current", "true");
        }
        choice.addClickListener(click -> chosen.accept(block.id()));
        return choice;
    }

    /** After a block was moved the list is new; the focus goes back to its handle. */
    void focus(String block) {
        getElement()
                .executeJs(
                        "setTimeout(() => this.querySelector('[data-unit=\"' + $0 + '\"] [data-handle]')?.focus())",
                        block);
    }

    /** A block was dragged, or moved by keys; empty for the end of the place. */
    @ClientCallable
    void move(String block, String section, String before) {
        int colon = section.lastIndexOf(':');
        boolean column = colon > 0 && section.substring(colon + 1).matches("\\d");
        moved.accept(
                block,
                column
                        ? new Design.Place(
                                section.substring(0, colon), Integer.parseInt(section.substring(colon + 1)), before)
                        : new Design.Place("", 0, before));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        event.getUI().getPage().addJsModule(SiteFiles.OUTLINE);
    }
}
