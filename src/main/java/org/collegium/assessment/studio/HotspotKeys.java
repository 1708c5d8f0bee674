package org.collegium.assessment.studio;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.collegium.assessment.Area;
import org.collegium.assessment.Hotspot;
import org.collegium.assessment.Question;
import org.collegium.assessment.ui.HotspotPicture;
import org.collegium.assessment.ui.HotspotPicture.Drawn;
import org.collegium.assessment.ui.HotspotPicture.Look;
import org.jspecify.annotations.Nullable;

/**
 * Areas in a picture: each a line with its shape, where it is, what it is called and whether it is right. The line where one was last
 * is drawn with the pointer, too.
 */
final class HotspotKeys extends KeyFields {

    private static final int MOST = 20;

    private final transient Hotspot question;
    private final HotspotPicture picture;
    private final Div lines = new Div();
    private final List<AreaLine> areas = new ArrayList<>();
    private @Nullable AreaLine current;

    HotspotKeys(Heading heading, Hotspot question, Texts texts) {
        super(heading, question, texts);
        this.question = question;
        this.picture = new HotspotPicture(texts.of(question.picture().markdown()));
        picture.getElement()
                .addEventListener(
                        "hotspot-drawn",
                        event -> drawn(event.getEventData().path("event.detail").asString("")))
                .addEventData("event.detail");
        Paragraph help = new Paragraph(getTranslation("assessment.keys.hotspot.help"));
        help.addClassNames("c-muted", "c-small");
        lines.addClassName("c-hotspot-lines");
        Button more = new Button(getTranslation("assessment.keys.hotspot.add"), click -> add());
        add(picture, help, lines, more);
        question.areas().forEach(this::line);
        if (!areas.isEmpty()) {
            go(areas.getFirst());
        }
        draw();
    }

    private AreaLine line(Area area) {
        AreaLine line = new AreaLine(area, question.among());
        line.onChange(this::changed);
        line.onFocus(() -> go(line));
        line.onRemove(() -> remove(line));
        areas.add(line);
        lines.add(line);
        number();
        return line;
    }

    private void add() {
        if (areas.size() >= MOST) {
            return;
        }
        Set<String> keys = new HashSet<>();
        areas.forEach(line -> keys.add(line.key()));
        String key = IntStream.iterate(1, i -> i + 1)
                .mapToObj(i -> "area-" + i)
                .filter(free -> !keys.contains(free))
                .findFirst()
                .orElseThrow();
        AreaLine line = line(new Area(key, Area.Shape.RECTANGLE, List.of(0.4, 0.4, 0.2, 0.2), "", areas.isEmpty(), ""));
        go(line);
        line.focus();
        changed(() -> remove(line));
    }

    /** One stays: a question without areas is none. */
    private void remove(AreaLine line) {
        if (areas.size() < 2) {
            return;
        }
        int place = areas.indexOf(line);
        areas.remove(line);
        lines.remove(line);
        number();
        if (line.equals(current)) {
            go(areas.getFirst());
        }
        changed(() -> {
            areas.add(Math.min(place, areas.size()), line);
            lines.removeAll();
            areas.forEach(lines::add);
            number();
            changed(() -> remove(line));
        });
    }

    private void number() {
        for (int i = 0; i < areas.size(); i++) {
            areas.get(i).number(i, areas.size() > 1);
        }
    }

    private void go(AreaLine line) {
        current = line;
        picture.getElement().setAttribute("data-draw", line.shapeWord());
        draw();
    }

    /** The browser tells what was drawn: all numbers of a rectangle or an ellipse, or one corner more of a polygon. */
    private void drawn(String numbers) {
        AreaLine line = current;
        if (line != null) {
            line.draw(numbers);
        }
    }

    private void changed(SerializableRunnable back) {
        if (current != null) {
            picture.getElement().setAttribute("data-draw", current.shapeWord());
        }
        draw();
        show(keyed().keyed());
        told(back);
    }

    private void draw() {
        List<Drawn> drawn = new ArrayList<>();
        for (int i = 0; i < areas.size(); i++) {
            String sign = AreaLine.sign(i);
            areas.get(i)
                    .area()
                    .ifPresent(area -> drawn.add(Drawn.of(area, sign, area.correct() ? Look.RIGHT : Look.PLAIN)));
        }
        picture.draw(drawn, List.of());
    }

    @Override
    boolean check() {
        return areas.stream().map(AreaLine::check).toList().stream().allMatch(Boolean::booleanValue);
    }

    /** Lines that cannot be read are told at their fields, and nothing is saved until they can. */
    @Override
    Question keyed() {
        List<Area> read =
                areas.stream().map(AreaLine::area).flatMap(Optional::stream).toList();
        int right = (int) read.stream().filter(Area::correct).count();
        int usual = (int) question.areas().stream().filter(Area::correct).count();
        boolean counted = question.marks() == Math.max(1, usual);
        return new Hotspot(
                question.key(),
                question.stem(),
                question.points(),
                question.traits(),
                question.explanation(),
                question.picture(),
                question.among(),
                counted ? Math.clamp(right, 1, 10) : question.marks(),
                read,
                question.feedback());
    }
}
