package org.collegium.integrity.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** A text with passages marked: each by its number, a line below it and a ground; the number leads to the passage in the other text. */
final class MarkedText extends Div {

    private static final String MARK = "mark";

    /** From the first character to behind the last. */
    record Place(int number, int start, int end) {}

    /**
     * @param name what the text is, for screen readers
     * @param side begins the ids of its passages
     * @param other begins the ids of the passages in the other text
     * @param path of the page
     * @param places that do not overlap, in any order
     */
    MarkedText(String name, String text, boolean code, String side, String other, String path, List<Place> places) {
        addClassName("integrity-text");
        setClassName("integrity-code", code);
        getElement()
                .setAttribute("role", "region")
                .setAttribute("aria-label", name)
                .setAttribute("tabindex", "0")
                .setAttribute("translate", "no");
        int at = 0;
        for (Place place : places.stream()
                .sorted((one, two) -> Integer.compare(one.start(), two.start()))
                .toList()) {
            if (place.start() >= at) {
                add(new Text(text.substring(at, place.start())), mark(text, side, other, path, place));
                at = place.end();
            }
        }
        add(new Text(text.substring(at)));
    }

    private Mark mark(String text, String side, String other, String path, Place place) {
        Anchor number = new Anchor(path + "#" + other + place.number(), String.valueOf(place.number()));
        number.setRouterIgnore(true);
        number.addClassName("integrity-number");
        number.setAriaLabel(getTranslation("integrity.passage.other", place.number()));
        Mark mark = new Mark();
        mark.setId(side + place.number());
        mark.getElement().setAttribute("tabindex", "-1");
        mark.add(number, new Text(text.substring(place.start(), place.end())));
        mark.addClassName("integrity-mark");
        return mark;
    }

    /** Numbers passages from 1, in their order. */
    static List<Place> places(int count, IntFunction<int[]> place) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    int[] found = place.apply(i);
                    return new Place(i + 1, found[0], found[1]);
                })
                .toList();
    }

    @Tag(MARK)
    private static final class Mark extends HtmlContainer {}
}
