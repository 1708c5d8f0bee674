package org.collegium.integrity.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import java.util.stream.IntStream;
import org.collegium.integrity.similarity.Passage;
import org.collegium.integrity.similarity.SideBySide;
import org.collegium.integrity.similarity.Wording;

/** Two texts, and the ways to what they have in common. */
final class TextsBeside extends Div {

    private static final String LEFT = "left-";
    private static final String RIGHT = "right-";

    TextsBeside(SideBySide found, String path) {
        this(
                found.pair().leftName(),
                found.left(),
                found.pair().rightName(),
                found.right(),
                found.wording() == Wording.CODE,
                found.passages(),
                path);
    }

    TextsBeside(
            String leftName,
            String left,
            String rightName,
            String right,
            boolean code,
            List<Passage> passages,
            String path) {
        addClassName("integrity-beside-all");
        Nav ways = new Nav();
        ways.addClassName("c-chips");
        ways.setAriaLabel(getTranslation("integrity.passages"));
        IntStream.rangeClosed(1, passages.size()).forEach(number -> {
            Anchor way = new Anchor(path + "#" + LEFT + number, String.valueOf(number));
            way.setRouterIgnore(true);
            way.addClassName("c-chip");
            way.setAriaLabel(getTranslation("integrity.passage", number));
            ways.add(way);
        });
        ways.setVisible(!passages.isEmpty());
        Div beside = new Div(
                side(
                        leftName,
                        new MarkedText(
                                leftName,
                                left,
                                code,
                                LEFT,
                                RIGHT,
                                path,
                                MarkedText.places(passages.size(), i -> new int[] {
                                    passages.get(i).leftStart(), passages.get(i).leftEnd()
                                }))),
                side(
                        rightName,
                        new MarkedText(
                                rightName,
                                right,
                                code,
                                RIGHT,
                                LEFT,
                                path,
                                MarkedText.places(passages.size(), i -> new int[] {
                                    passages.get(i).rightStart(),
                                    passages.get(i).rightEnd()
                                }))));
        beside.addClassName("integrity-beside");
        add(ways, beside);
    }

    private static Section side(String name, MarkedText text) {
        Section side = new Section(new H2(name), text);
        side.addClassName("integrity-side");
        return side;
    }
}
