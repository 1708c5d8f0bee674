package org.collegium.assessment.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Map;
import java.util.function.BiFunction;
import org.collegium.assessment.Rubric;
import org.collegium.assessment.Rubric.Criterion;
import org.collegium.assessment.Rubric.Level;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.HtmlElement;
import org.collegium.shared.ui.SiteFiles;

/** A rubric to be read: each criterion with its levels, and which of them was chosen. */
public final class RubricTable extends UnorderedList {

    private static final String NAME = "c-rubric";

    /**
     * A rubric by which nothing is marked yet.
     *
     * @param name of what it belongs to
     * @param texts shows Markdown, told a name that no other text here has
     */
    public RubricTable(Rubric rubric, String name, BiFunction<String, String, HtmlElement> texts) {
        this(rubric, name, texts, Map.of());
    }

    /** @param chosen keys of levels by criterion */
    public RubricTable(
            Rubric rubric, String name, BiFunction<String, String, HtmlElement> texts, Map<String, String> chosen) {
        addClassName(NAME);
        HtmlElement table = html(rubric, (part, markdown) -> texts.apply(name + part, markdown), chosen);
        getElement().setProperty("innerHTML", table.content());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        event.getUI().getPage().addJsModule(SiteFiles.PROSE);
    }

    /** The same as a part of something else. */
    static HtmlElement html(Rubric rubric, BiFunction<String, String, HtmlElement> texts) {
        return html(rubric, texts, Map.of());
    }

    /** @param chosen keys of levels by criterion */
    static HtmlElement html(Rubric rubric, BiFunction<String, String, HtmlElement> texts, Map<String, String> chosen) {
        HtmlElement table = HtmlElement.of("ul", NAME);
        for (Criterion criterion : rubric.criteria()) {
            HtmlElement levels = HtmlElement.of("ol", "c-rubric-levels");
            criterion
                    .levels()
                    .forEach(level -> levels.add(
                            level(criterion, level, texts, level.key().equals(chosen.get(criterion.key())))));
            table.add(HtmlElement.of("li")
                    .add(HtmlElement.of("div", "c-rubric-criterion")
                            .add(texts.apply(criterion.key(), criterion.text())))
                    .add(levels));
        }
        return table;
    }

    private static HtmlElement level(
            Criterion criterion, Level level, BiFunction<String, String, HtmlElement> texts, boolean taken) {
        Scores scores = new Scores(UI.getCurrent().getLocale());
        String points = translate("assessment.points", scores.points(level.points()), level.points());
        HtmlElement item = HtmlElement.of("li", taken ? "c-rubric-level c-rubric-taken" : "c-rubric-level")
                .add(HtmlElement.of("span", "c-rubric-level-text").text(level.text()))
                .add(HtmlElement.of("span", "c-muted c-small").text(points));
        if (taken) {
            item.add(HtmlElement.of("span", "c-rubric-mark")
                    .html(Glyph.CHECK.html(""))
                    .add(HtmlElement.of("span").text(translate("assessment.rubric.chosen"))));
        }
        return level.description().isBlank()
                ? item
                : item.add(HtmlElement.of("div", "c-rubric-description c-small")
                        .add(texts.apply(criterion.key() + "/" + level.key(), level.description())));
    }
}
