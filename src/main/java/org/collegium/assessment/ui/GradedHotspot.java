package org.collegium.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import org.collegium.assessment.Answer;
import org.collegium.assessment.Area;
import org.collegium.assessment.Hotspot;
import org.collegium.assessment.HotspotGrading;
import org.collegium.assessment.HotspotGrading.Marked;
import org.collegium.assessment.Review.Shown;
import org.collegium.assessment.Spot;
import org.collegium.assessment.ui.HotspotPicture.Drawn;
import org.collegium.assessment.ui.HotspotPicture.Look;
import org.collegium.assessment.ui.HotspotPicture.Pin;
import org.collegium.shared.ui.Glyph;

/** The picture with what was marked and what is right, and the same in words. */
final class GradedHotspot extends Div {

    private final transient Hotspot question;
    private final transient Shown shown;
    private final transient BinaryOperator<String> words;

    /**
     * @param texts shows a text, by what it is called and its Markdown
     * @param words texts of the interface by key
     */
    GradedHotspot(
            Hotspot question,
            Answer answer,
            Shown shown,
            BiFunction<String, String, Component> texts,
            BinaryOperator<String> words) {
        this.question = question;
        this.shown = shown;
        this.words = words;
        addClassName("quiz-hotspot");
        List<Marked> marked = shown.answers() ? HotspotGrading.marked(question, answer) : List.of();
        HotspotPicture picture =
                new HotspotPicture(texts.apply("picture", question.picture().markdown()));
        picture.draw(areas(), question.among() ? List.of() : pins(marked));
        add(picture);
        OrderedList list = new OrderedList();
        list.addClassName("quiz-graded-options");
        marked.forEach(mark -> list.add(item(mark, texts)));
        if (!marked.isEmpty()) {
            add(list);
        }
        if (shown.right() && question.keyed()) {
            missed(marked).forEach(area -> add(new Paragraph(words.apply("assessment.hotspot.missed", name(area)))));
        }
    }

    private List<Drawn> areas() {
        List<Drawn> drawn = new ArrayList<>();
        for (int i = 0; i < question.areas().size(); i++) {
            Area area = question.areas().get(i);
            boolean right = shown.right() && area.correct();
            if (right || question.among()) {
                drawn.add(Drawn.of(area, question.among() ? HotspotField.sign(i) : "", right ? Look.RIGHT : Look.PLAIN)
                        .named(String.valueOf(i + 1)));
            }
        }
        return drawn;
    }

    private List<Pin> pins(List<Marked> marked) {
        List<Pin> pins = new ArrayList<>();
        for (int i = 0; i < marked.size(); i++) {
            Look look = !shown.right() || !question.keyed()
                    ? Look.PLAIN
                    : marked.get(i).right() ? Look.RIGHT : Look.WRONG;
            String sign = String.valueOf(i + 1);
            Spot.read(marked.get(i).value()).ifPresent(spot -> pins.add(Pin.of(spot, sign, look)));
        }
        return pins;
    }

    private ListItem item(Marked mark, BiFunction<String, String, Component> texts) {
        Div body = new Div(new Paragraph(said(mark)));
        body.addClassName("quiz-option-body");
        if (shown.right() && question.keyed()) {
            Span sign = new Span(
                    (mark.right() ? Glyph.CHECK : Glyph.X).create(),
                    new Span(words.apply(mark.right() ? "assessment.mark.right" : "assessment.mark.wrong", "")));
            sign.addClassName("quiz-mark");
            Div marks = new Div(sign);
            marks.addClassName("quiz-marks");
            body.add(marks);
        }
        mark.area()
                .filter(area -> shown.feedback() && !area.feedback().isBlank())
                .ifPresent(area -> {
                    Div feedback = new Div(texts.apply(area.key() + "/feedback", area.feedback()));
                    feedback.addClassName("quiz-feedback");
                    body.add(feedback);
                });
        ListItem item = new ListItem(body);
        item.setClassName("quiz-correct", mark.right() && shown.right());
        return item;
    }

    /** What an area is called is told only where what is right may be seen, or where one chose it by that name. */
    private String said(Marked mark) {
        String place = Spot.read(mark.value())
                .map(spot -> getTranslation("assessment.hotspot.at", percent(spot.x()), percent(spot.y())))
                .orElse("");
        String area = mark.area()
                .filter(_ -> question.among() || shown.right())
                .map(Area::label)
                .orElse("");
        return place.isEmpty() || area.isEmpty() ? place + area : place + ": " + area;
    }

    private static long percent(double fraction) {
        return Math.round(fraction * 100);
    }

    private List<Area> missed(List<Marked> marked) {
        return question.areas().stream()
                .filter(Area::correct)
                .filter(area -> marked.stream()
                        .noneMatch(mark -> mark.area().filter(area::equals).isPresent()))
                .toList();
    }

    private String name(Area area) {
        return area.label().isEmpty()
                ? getTranslation(
                        "assessment.hotspot.at",
                        percent(area.middle().x()),
                        percent(area.middle().y()))
                : area.label();
    }
}
