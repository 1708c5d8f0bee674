package org.collegium.assessment.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.collegium.assessment.Answer;
import org.collegium.assessment.Area;
import org.collegium.assessment.AskedQuestion.Locate;
import org.collegium.assessment.AskedQuestion.Outline;
import org.collegium.assessment.Spot;
import org.collegium.assessment.ui.HotspotPicture.Drawn;
import org.collegium.assessment.ui.HotspotPicture.Look;
import org.collegium.shared.ui.HtmlElement;
import tools.jackson.databind.json.JsonMapper;

/**
 * A picture in which one marks places, by pointer or by the keys of the arrows, or in which one chooses among areas, in the picture
 * or in the list below it. The browser keeps the marks ({@code frontend/quiz/hotspot.ts}) and has them as its property {@code answers};
 * what is chosen in the list are answers as in other lists.
 */
final class HotspotField {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private HotspotField() {}

    static HtmlElement marking(Locate form, String labelId, HtmlElement picture, Answer answer) {
        String helpId = labelId + "-help";
        return field(form)
                .with("role", "group")
                .with("aria-labelledby", labelId)
                .with("data-answer", true)
                .with("data-given", given(form, answer))
                .with("data-texts", words(form))
                .add(HotspotPicture.html(picture, List.of())
                        .with("tabindex", "0")
                        .with("role", "application")
                        .with("aria-label", translate("assessment.hotspot.board"))
                        .with("aria-describedby", helpId))
                .add(help("assessment.hotspot.help", form).with("id", helpId))
                .add(HtmlElement.of("div", "quiz-hotspot-foot")
                        .add(HtmlElement.of("button", "c-button")
                                .with("type", "button")
                                .with("data-remove", true)
                                .text(translate("assessment.hotspot.remove")))
                        .add(HtmlElement.of("p", "quiz-hotspot-said c-small").with("role", "status")));
    }

    /** @param list of the areas, in their order */
    static HtmlElement choosing(Locate form, HtmlElement picture, HtmlElement list) {
        List<Outline> areas = form.among();
        List<Drawn> drawn = IntStream.range(0, areas.size())
                .mapToObj(i -> Drawn.of(area(areas.get(i)), sign(i), Look.PLAIN))
                .toList();
        return field(form)
                .add(HotspotPicture.html(picture, drawn))
                .add(help("assessment.hotspot.choose", form))
                .add(list);
    }

    /** What an area is called in the list, with the sign that it has in the picture. */
    static HtmlElement label(int place, String text) {
        return HtmlElement.of("div", "quiz-hotspot-label")
                .add(HtmlElement.of("span", "quiz-hotspot-sign").text(sign(place)))
                .add(HtmlElement.of("span").text(text));
    }

    static String sign(int place) {
        return String.valueOf((char) ('A' + place));
    }

    private static HtmlElement field(Locate form) {
        return HtmlElement.of("c-hotspot", "quiz-hotspot").with("data-marks", String.valueOf(form.marks()));
    }

    private static HtmlElement help(String key, Locate form) {
        return HtmlElement.of("p", "c-muted c-small").text(translate(key, form.marks()));
    }

    private static String given(Locate form, Answer answer) {
        return JSON.writeValueAsString(answer.values().stream()
                .filter(value -> Spot.read(value).isPresent())
                .limit(form.marks())
                .toList());
    }

    private static String words(Locate form) {
        return JSON.writeValueAsString(Map.of(
                "at", translate("assessment.hotspot.at", "{0}", "{1}"),
                "placed", translate("assessment.hotspot.placed", "{0}", "{1}", "{2}"),
                "removed", translate("assessment.hotspot.removed"),
                "none", translate("assessment.hotspot.none"),
                "full", translate("assessment.hotspot.full", form.marks())));
    }

    private static Area area(Outline outline) {
        return new Area(outline.key(), outline.shape(), outline.at(), outline.label(), false, "");
    }
}
