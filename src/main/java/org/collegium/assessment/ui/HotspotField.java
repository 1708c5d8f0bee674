package org.collegium.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
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
import tools.jackson.databind.json.JsonMapper;

/**
 * A picture in which one marks places, by pointer or by the keys of the arrows, or in which one chooses among areas, in the picture
 * or in the list below it. The browser keeps the marks ({@code frontend/quiz/hotspot.ts}) and has them as its property {@code answers};
 * what is chosen in the list are answers as in other lists.
 */
@Tag("c-hotspot")
final class HotspotField extends HtmlContainer {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private HotspotField(HotspotPicture picture, int marks) {
        addClassName("quiz-hotspot");
        getElement().setAttribute("data-marks", String.valueOf(marks));
        add(picture);
    }

    static HotspotField marking(Locate form, String labelId, Component picture, Answer answer) {
        HotspotPicture board = new HotspotPicture(picture);
        HotspotField field = new HotspotField(board, form.marks());
        String helpId = labelId + "-help";
        board.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "application")
                .setAttribute("aria-label", field.getTranslation("assessment.hotspot.board"))
                .setAttribute("aria-describedby", helpId);
        board.draw(List.of(), List.of());
        field.getElement().setAttribute("data-answer", true);
        field.getElement()
                .setAttribute(
                        "data-given",
                        JSON.writeValueAsString(answer.values().stream()
                                .filter(value -> Spot.read(value).isPresent())
                                .limit(form.marks())
                                .toList()));
        field.getElement()
                .setAttribute(
                        "data-texts",
                        JSON.writeValueAsString(Map.of(
                                "at", field.getTranslation("assessment.hotspot.at", "{0}", "{1}"),
                                "placed", field.getTranslation("assessment.hotspot.placed", "{0}", "{1}", "{2}"),
                                "removed", field.getTranslation("assessment.hotspot.removed"),
                                "none", field.getTranslation("assessment.hotspot.none"),
                                "full", field.getTranslation("assessment.hotspot.full", form.marks()))));
        Paragraph help = new Paragraph(field.getTranslation("assessment.hotspot.help", form.marks()));
        help.setId(helpId);
        help.addClassNames("c-muted", "c-small");
        Paragraph said = new Paragraph();
        said.addClassNames("quiz-hotspot-said", "c-small");
        said.getElement().setAttribute("role", "status");
        NativeButton undo = new NativeButton(field.getTranslation("assessment.hotspot.remove"));
        undo.addClassName("c-button");
        undo.getElement().setAttribute("type", "button").setAttribute("data-remove", true);
        Div foot = new Div(undo, said);
        foot.addClassName("quiz-hotspot-foot");
        field.add(help, foot);
        return field;
    }

    /** @param list of the areas, in their order */
    static HotspotField choosing(Locate form, Component picture, Component list) {
        HotspotPicture board = new HotspotPicture(picture);
        HotspotField field = new HotspotField(board, form.marks());
        List<Outline> areas = form.among();
        board.draw(
                IntStream.range(0, areas.size())
                        .mapToObj(i -> Drawn.of(area(areas.get(i)), sign(i), Look.PLAIN))
                        .toList(),
                List.of());
        Paragraph help = new Paragraph(field.getTranslation("assessment.hotspot.choose", form.marks()));
        help.addClassNames("c-muted", "c-small");
        field.add(help, list);
        return field;
    }

    /** What an area is called in the list, with the sign that it has in the picture. */
    static Component label(int place, Component text) {
        Span letter = new Span(sign(place));
        letter.addClassName("quiz-hotspot-sign");
        Div label = new Div(letter, text);
        label.addClassName("quiz-hotspot-label");
        return label;
    }

    static String sign(int place) {
        return String.valueOf((char) ('A' + place));
    }

    private static Area area(Outline outline) {
        return new Area(outline.key(), outline.shape(), outline.at(), outline.label(), false, "");
    }
}
