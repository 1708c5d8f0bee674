package org.collegium.assessment.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import org.collegium.assessment.Area;
import org.collegium.assessment.Spot;
import org.collegium.shared.ui.HtmlElement;
import org.collegium.shared.ui.SiteFiles;
import tools.jackson.databind.json.JsonMapper;

/** A picture with areas and marks over it, which {@code frontend/quiz/hotspot-picture.ts} draws. */
@Tag(HotspotPicture.TAG)
public final class HotspotPicture extends HtmlContainer {

    static final String TAG = "c-hotspot-picture";

    private static final String NAME = "quiz-hotspot-picture";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** How something over the picture looks; each differs in more than its colour. */
    public enum Look {
        PLAIN,
        RIGHT,
        WRONG
    }

    /**
     * An area as it is drawn.
     *
     * @param sign stands at its upper edge, so that it hides little of what is in it; may be empty
     */
    public record Drawn(String key, String shape, List<Double> at, double x, double y, String sign, String look)
            implements Serializable {

        public static Drawn of(Area area, String sign, Look look) {
            Spot edge = area.top();
            return new Drawn(area.key(), word(area.shape()), area.at(), edge.x(), edge.y(), sign, word(look));
        }

        /** The same by another name, where its key might say what is not shown. */
        Drawn named(String name) {
            return new Drawn(name, shape, at, x, y, sign, look);
        }
    }

    /** A mark as it is drawn. */
    public record Pin(double x, double y, String sign, String look) implements Serializable {

        public static Pin of(Spot spot, String sign, Look look) {
            return new Pin(spot.x(), spot.y(), sign, word(look));
        }
    }

    /** @param picture the text that shows it and nothing else */
    public HotspotPicture(Component picture) {
        addClassName(NAME);
        add(picture);
    }

    /** The same as a part of something else, which the page is then to have the module for. */
    static HtmlElement html(HtmlElement picture, List<Drawn> areas) {
        return html(picture, areas, List.of());
    }

    static HtmlElement html(HtmlElement picture, List<Drawn> areas, List<Pin> marks) {
        return HtmlElement.of(TAG, NAME)
                .with("data-areas", JSON.writeValueAsString(areas))
                .with("data-pins", JSON.writeValueAsString(marks))
                .add(picture);
    }

    public void draw(List<Drawn> areas, List<Pin> marks) {
        getElement().setAttribute("data-areas", JSON.writeValueAsString(areas));
        getElement().setAttribute("data-pins", JSON.writeValueAsString(marks));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        event.getUI().getPage().addJsModule(SiteFiles.QUIZ);
    }
}
