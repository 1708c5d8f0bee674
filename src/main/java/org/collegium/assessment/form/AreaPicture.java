package org.collegium.assessment.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.collegium.assessment.Area.Shape;
import org.collegium.assessment.Picture;
import org.collegium.assessment.ui.HotspotPicture;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The picture of a question with its areas, which are moved, sized and drawn in it, by pointer and by keys ({@code
 * frontend/studio/area-picture.ts}). The fields below it stay in step.
 */
@Tag("c-area-picture")
final class AreaPicture extends HtmlContainer {

    static final String AREAS = "areas";
    static final String POINTER = "/" + AREAS;

    /** The pointers of the shapes of areas. */
    static final String SHAPES = POINTER + "/\\d++/shape";

    private static final String TEXTS = "assessment.form.areas.";
    private static final String HELP = "form-areas-help";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final transient Function<Picture, Component> pictures;

    /** Of its own, as the browser has more in the picture than the server knows. */
    private final Div holder = new Div();

    private final HotspotPicture picture = new HotspotPicture(holder);
    private transient FormTree tree;
    private transient @Nullable Picture shown;
    private int seen;

    /** @param pictures shows a picture */
    AreaPicture(FormTree tree, Function<Picture, Component> pictures, QuestionForm form) {
        this.tree = tree;
        this.pictures = pictures;
        addClassName("c-area-picture");
        Paragraph help = new Paragraph(getTranslation(TEXTS + "help"));
        help.setId(HELP);
        help.addClassNames("c-muted", "c-small");
        picture.getElement()
                .setAttribute("role", "application")
                .setAttribute("aria-label", getTranslation(TEXTS + "board"))
                .setAttribute("aria-describedby", HELP);
        NativeButton draw = new NativeButton(getTranslation(TEXTS + "draw"));
        draw.addClassName("c-chip");
        draw.getElement().setAttribute("data-begin", true).setAttribute("aria-pressed", "false");
        Paragraph said = new Paragraph();
        said.addClassNames("c-small", "c-area-said");
        said.getElement().setAttribute("role", "status");
        Div foot = new Div(draw, said);
        foot.addClassName("c-studio-actions");
        add(help, picture, foot);
        getElement()
                .setAttribute(
                        "data-texts",
                        JSON.writeValueAsString(Map.of(
                                "name", getTranslation("assessment.form.row.areas", "{0}"),
                                "named", getTranslation(TEXTS + "named", "{0}", "{1}"),
                                "at", getTranslation(TEXTS + "at", "{0}", "{1}", "{2}", "{3}", "{4}"),
                                "corner", getTranslation(TEXTS + "corner", "{0}", "{1}", "{2}"),
                                "cornerAt", getTranslation(TEXTS + "corner-at", "{0}", "{1}", "{2}"))));
        listen(form);
        listenForRemovals(form);
        show(tree);
    }

    private void listen(QuestionForm form) {
        getElement()
                .addEventListener("area-moved", event -> {
                    seen = event.getEventData().path("event.detail.seen").asInt(0);
                    int place = event.getEventData().path("event.detail.place").asInt(-1);
                    AreaNumbers.shape(area(place))
                            .flatMap(shape -> AreaNumbers.read(numbers(event.getEventData()), shape))
                            .ifPresentOrElse(at -> form.move(place, at), () -> show(tree));
                })
                .addEventData("event.detail.seen")
                .addEventData("event.detail.place")
                .addEventData("event.detail.at");
        getElement()
                .addEventListener(
                        "area-drawn",
                        event -> AreaNumbers.read(numbers(event.getEventData()), Shape.RECTANGLE)
                                .ifPresent(at -> form.enterArea(tree.add(POINTER, AreaNumbers.area(tree, at)))))
                .addEventData("event.detail.at");
    }

    private void listenForRemovals(QuestionForm form) {
        getElement()
                .addEventListener("area-removed", event -> {
                    int place = event.getEventData().path("event.detail.place").asInt(-1);
                    if (area(place).isObject()) {
                        form.removeArea(place);
                    }
                })
                .addEventData("event.detail.place");
    }

    private static String numbers(JsonNode data) {
        return data.path("event.detail.at").asString("");
    }

    private JsonNode area(int place) {
        return tree.at(POINTER).path(place);
    }

    /** Goes to an area in the picture, once it is there. */
    void enter(int place) {
        getElement().setAttribute("data-enter", String.valueOf(place));
    }

    /** Shows what the question says now. */
    void show(FormTree now) {
        tree = now;
        Picture asked = new Picture(
                now.at("/image").asString(""), now.at("/description").asString(""));
        setVisible(!asked.file().isBlank());
        if (!asked.equals(shown) && isVisible()) {
            shown = asked;
            holder.removeAll();
            holder.add(pictures.apply(asked));
        }
        List<Drawn> areas = new ArrayList<>();
        for (JsonNode area : now.at(POINTER)) {
            areas.add(new Drawn(
                    area.path(QuestionParts.KEY).asString(""),
                    area.path("label").asString(""),
                    AreaNumbers.shape(area)
                            .map(shape -> shape.name().toLowerCase(Locale.ROOT))
                            .orElse(""),
                    AreaNumbers.of(area),
                    area.path("correct").asBoolean(false)));
        }
        getElement().setAttribute("data-areas", JSON.writeValueAsString(new Shown(seen, areas)));
    }

    /** @param seen the number of the last change of the browser that is in it; what it knows better stays */
    private record Shown(int seen, List<Drawn> areas) {}

    /** @param at empty where it cannot be drawn */
    private record Drawn(String key, String label, String shape, List<Double> at, boolean correct) {}
}
