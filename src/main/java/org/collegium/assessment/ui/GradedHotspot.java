package org.collegium.assessment.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
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
import org.collegium.shared.ui.HtmlElement;

/**
 * The picture with what was marked and what is right, and the same in words.
 *
 * @param texts shows a text, by what it is called and its Markdown
 */
record GradedHotspot(Hotspot question, Shown shown, BiFunction<String, String, HtmlElement> texts) {

    HtmlElement of(Answer answer) {
        List<Marked> marked = shown.answers() ? HotspotGrading.marked(question, answer) : List.of();
        HtmlElement hotspot = HtmlElement.of("div", "quiz-hotspot")
                .add(HotspotPicture.html(
                        texts.apply("picture", question.picture().markdown()),
                        areas(),
                        question.among() ? List.of() : pins(marked)));
        if (!marked.isEmpty()) {
            hotspot.add(HtmlElement.of("ol", "quiz-graded-options")
                    .add(marked.stream().map(this::item).toList()));
        }
        if (shown.right() && question.keyed()) {
            missed(marked)
                    .forEach(area ->
                            hotspot.add(HtmlElement.of("p").text(translate("assessment.hotspot.missed", name(area)))));
        }
        return hotspot;
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

    private HtmlElement item(Marked mark) {
        HtmlElement body = HtmlElement.of("div", "quiz-option-body")
                .add(HtmlElement.of("p").text(said(mark)));
        if (shown.right() && question.keyed()) {
            body.add(HtmlElement.of("div", "quiz-marks")
                    .add(GradedParts.mark(
                            mark.right() ? Glyph.CHECK : Glyph.X,
                            translate(mark.right() ? "assessment.mark.right" : "assessment.mark.wrong"))));
        }
        mark.area()
                .filter(area -> shown.feedback() && !area.feedback().isBlank())
                .ifPresent(area -> body.add(HtmlElement.of("div", "quiz-feedback")
                        .add(texts.apply(area.key() + "/feedback", area.feedback()))));
        return (mark.right() && shown.right() ? HtmlElement.of("li", "quiz-correct") : HtmlElement.of("li")).add(body);
    }

    /** What an area is called is told only where what is right may be seen, or where one chose it by that name. */
    private String said(Marked mark) {
        String place = Spot.read(mark.value())
                .map(spot -> translate("assessment.hotspot.at", percent(spot.x()), percent(spot.y())))
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

    private static String name(Area area) {
        return area.label().isEmpty()
                ? translate(
                        "assessment.hotspot.at",
                        percent(area.middle().x()),
                        percent(area.middle().y()))
                : area.label();
    }
}
