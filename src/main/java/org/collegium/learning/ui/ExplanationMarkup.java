package org.collegium.learning.ui;

import java.text.NumberFormat;
import java.util.Locale;
import org.collegium.learning.CompletionRule;
import org.collegium.learning.LearningEventKind;
import org.collegium.learning.ProgressExplanation;
import org.collegium.learning.ProgressExplanation.UnitExplanation;
import org.collegium.learning.ui.OutlineMarkup.Texts;
import org.collegium.shared.Percents;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.HtmlElement;
import org.collegium.shared.ui.Moments;

/** Writes where a percentage comes from: the sum, then every unit with its rule and what happened when. */
final class ExplanationMarkup {

    private final Texts texts;
    private final boolean own;
    private final Locale locale;
    private final Moments moments;

    /** @param own whether the reader is the learner, whom the texts then address */
    ExplanationMarkup(Texts texts, Locale locale, boolean own) {
        this.texts = texts;
        this.own = own;
        this.locale = locale;
        this.moments = Moments.here();
    }

    String write(ProgressExplanation explanation) {
        HtmlElement sum = HtmlElement.of("p")
                .text(texts.get(
                        "learning.why.sum", explanation.done(), explanation.total(), percent(explanation.fraction())));
        HtmlElement columns = HtmlElement.of("tr");
        for (String column : new String[] {"unit", "completed-by", "happened"}) {
            columns.add(HtmlElement.of("th").with("scope", "col").text(texts.get("learning.why." + column)));
        }
        HtmlElement table = HtmlElement.of("table", "c-table")
                .add(HtmlElement.of("thead").add(columns))
                .add(HtmlElement.of("tbody")
                        .add(explanation.units().stream().map(this::row).toList()));
        String rule = own
                ? HtmlElement.of("p", "c-muted")
                        .text(texts.get("learning.why.rule"))
                        .toString()
                : "";
        return sum + rule + table;
    }

    private HtmlElement row(UnitExplanation unit) {
        Glyph glyph = unit.completed() ? Glyph.CIRCLE_CHECK : unit.awaiting() ? Glyph.CLOCK : Glyph.CIRCLE;
        HtmlElement name = HtmlElement.of("span").html(glyph.html("")).text(" " + unit.title());
        if (!unit.counts()) {
            name.text(" ").add(HtmlElement.of("span", "c-tag").text(texts.get("learning.optional")));
        }
        String rule = texts.get(rule(unit.rule()) + (own ? ".short" : ".staff"));
        return HtmlElement.of("tr")
                .add(cell("learning.why.unit", name))
                .add(cell("learning.why.completed-by", HtmlElement.of("span").text(rule)))
                .add(cell("learning.why.happened", HtmlElement.of("span").text(happened(unit))));
    }

    private HtmlElement cell(String column, HtmlElement content) {
        return HtmlElement.of("td").with("data-label", texts.get(column)).add(content);
    }

    private String happened(UnitExplanation unit) {
        String what = unit.at()
                .map(at -> texts.get(event(unit.by().orElseThrow()), moments.minute(at)))
                .orElseGet(() -> texts.get(
                        !unit.awaiting()
                                ? "learning.event.none"
                                : own ? "learning.event.awaiting" : "learning.event.awaiting.staff"));
        return unit.score()
                .map(score -> what + " " + texts.get("learning.score", Percents.of(score, locale)))
                .orElse(what);
    }

    private String event(LearningEventKind kind) {
        return "learning.event." + kind.name().toLowerCase(Locale.ROOT) + (own ? "" : ".staff");
    }

    private String percent(double part) {
        return NumberFormat.getPercentInstance(locale).format(Math.floor(part * 100) / 100);
    }

    static String rule(CompletionRule rule) {
        return "learning.rule." + rule.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
