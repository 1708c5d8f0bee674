package org.collegium.learning.ui;

import java.text.NumberFormat;
import java.util.Locale;
import org.collegium.learning.CompletionRule;
import org.collegium.learning.LearningEventKind;
import org.collegium.learning.ProgressExplanation;
import org.collegium.learning.ProgressExplanation.UnitExplanation;
import org.collegium.learning.ui.OutlineMarkup.Texts;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Moments;
import org.jsoup.nodes.Element;

/** Writes where a percentage comes from: the sum, then every unit with its rule and what happened when. */
final class ExplanationMarkup {

    private final Markup markup;
    private final Texts texts;
    private final boolean own;
    private final Locale locale;
    private final Moments moments;

    /** @param own whether the reader is the learner, whom the texts then address */
    ExplanationMarkup(Markup markup, Texts texts, Locale locale, boolean own) {
        this.markup = markup;
        this.texts = texts;
        this.own = own;
        this.locale = locale;
        this.moments = Moments.here();
    }

    String write(ProgressExplanation explanation) {
        Element root = Markup.root("div");
        root.appendElement("p")
                .text(texts.get(
                        "learning.why.sum", explanation.done(), explanation.total(), percent(explanation.fraction())));
        if (own) {
            root.appendElement("p").addClass("c-muted").text(texts.get("learning.why.rule"));
        }
        Element table = root.appendElement("table").addClass("c-table");
        Element head = table.appendElement("thead").appendElement("tr");
        for (String column : new String[] {"unit", "completed-by", "happened"}) {
            head.appendElement("th").attr("scope", "col").text(texts.get("learning.why." + column));
        }
        Element body = table.appendElement("tbody");
        explanation.units().forEach(unit -> row(body.appendElement("tr"), unit));
        return root.html();
    }

    private void row(Element row, UnitExplanation unit) {
        Element name = cell(row, "learning.why.unit");
        Element words = name.appendElement("span");
        markup.icon(words, unit.completed() ? Glyph.CIRCLE_CHECK : unit.awaiting() ? Glyph.CLOCK : Glyph.CIRCLE);
        words.appendText(" " + unit.title());
        if (!unit.counts()) {
            words.appendText(" ");
            Markup.span(words, "c-tag", texts.get("learning.optional"));
        }
        cell(row, "learning.why.completed-by")
                .appendElement("span")
                .text(texts.get(rule(unit.rule()) + (own ? ".short" : ".staff")));
        cell(row, "learning.why.happened").appendElement("span").text(happened(unit));
    }

    private Element cell(Element row, String column) {
        return row.appendElement("td").attr("data-label", texts.get(column));
    }

    private String happened(UnitExplanation unit) {
        String what = unit.at()
                .map(at -> texts.get(event(unit.by().orElseThrow()), moments.minute(at)))
                .orElseGet(() -> texts.get(
                        !unit.awaiting()
                                ? "learning.event.none"
                                : own ? "learning.event.awaiting" : "learning.event.awaiting.staff"));
        return unit.score()
                .map(score -> what + " " + texts.get("learning.score", percent(score)))
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
