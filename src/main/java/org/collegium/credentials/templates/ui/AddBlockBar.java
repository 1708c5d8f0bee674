package org.collegium.credentials.templates.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.function.Consumer;
import org.collegium.credentials.templates.Block;
import org.collegium.credentials.templates.Block.Align;
import org.collegium.credentials.templates.Block.Fact.Kind;
import org.collegium.credentials.templates.Block.Look;
import org.collegium.credentials.templates.Block.Tone;
import org.collegium.credentials.templates.Texts;
import org.collegium.shared.Uuids;

/** Adds a block of a kind. */
final class AddBlockBar extends Div {

    private static final Look PLAIN = new Look(Align.START, Tone.INK, 12, false);

    AddBlockBar(Consumer<Block> added) {
        addClassName("design-add");
        Select<Block> kind = new Select<>();
        kind.setLabel(BlockWords.text("add"));
        kind.setPlaceholder(BlockWords.text("add.choose"));
        kind.setItems(kinds());
        kind.setItemLabelGenerator(BlockWords::kind);
        kind.addValueChangeListener(change -> {
            Block chosen = change.getValue();
            if (chosen != null && change.isFromClient()) {
                kind.clear();
                added.accept(chosen.named("b-" + Uuids.next().toString().substring(24)));
            }
        });
        add(kind);
    }

    private static List<Block> kinds() {
        return List.of(
                new Block.Words("heading", Texts.NONE, true, new Look(Align.START, Tone.ACCENT, 28, false)),
                new Block.Words("words", Texts.NONE, false, PLAIN),
                new Block.Fact("recipient", Kind.RECIPIENT, new Look(Align.START, Tone.INK, 34, true)),
                new Block.Fact("course", Kind.COURSE, new Look(Align.START, Tone.ACCENT, 22, true)),
                new Block.Fact("partner", Kind.PARTNER, PLAIN),
                new Block.Fact("result", Kind.RESULT, PLAIN),
                new Block.Fact("skills", Kind.SKILLS, PLAIN),
                new Block.Fact("date", Kind.DATE, PLAIN),
                new Block.Logo("logo", null, Texts.NONE, 20, Align.START),
                new Block.Signatures("signatures", List.of(new Block.Signatory("", Texts.NONE, null))),
                new Block.Check("check", Texts.NONE, Align.START),
                new Block.Columns("columns", List.of(List.of(), List.of()), Block.Columns.Widths.EQUAL),
                new Block.Columns("columns-3", List.of(List.of(), List.of(), List.of()), Block.Columns.Widths.EQUAL),
                new Block.Rule("rule", Tone.ACCENT),
                new Block.Room("room", 6, false));
    }
}
