package org.collegium.assessment.bank.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.text.NumberFormat;
import org.collegium.assessment.Question;
import org.collegium.assessment.bank.ItemAnalysis;
import org.collegium.assessment.bank.ItemAnalysis.Count;
import org.collegium.assessment.bank.ItemAnalysis.Part;
import org.collegium.content.LessonRenderer;
import org.collegium.content.LinkResolver;
import org.collegium.content.Prose;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;

/** How a question was answered, in numbers and in plain words. */
final class AnalysisPanel extends Section {

    private final transient LessonRenderer renderer;
    private final ItemAnalysis analysis;

    AnalysisPanel(LessonRenderer renderer, ItemAnalysis analysis, Component heading) {
        this.renderer = renderer;
        this.analysis = analysis;
        addClassNames("c-surface", "c-bank-analysis");
        add(heading);
        if (analysis.asked() == 0) {
            add(new Paragraph(getTranslation("assessment.stats.none")));
            return;
        }
        add(figures());
        Readings.of(analysis).forEach(key -> add(new Paragraph(getTranslation("assessment.stats.reading." + key))));
        analysis.parts().forEach(part -> add(part(part)));
    }

    private Component figures() {
        DescriptionList figures = new DescriptionList();
        figures.addClassName("c-bank-figures");
        figure(
                figures,
                "answers",
                getTranslation("assessment.stats.answers.of", analysis.answered(), analysis.asked()));
        Double facility = analysis.facility();
        figure(
                figures,
                "facility",
                facility == null ? getTranslation("assessment.stats.unknown") : number(facility, 2));
        Double discrimination = analysis.discrimination();
        figure(
                figures,
                "discrimination",
                discrimination == null ? getTranslation("assessment.stats.too-few") : number(discrimination, 2));
        return figures;
    }

    private void figure(DescriptionList figures, String name, String value) {
        DescriptionList.Term term = new DescriptionList.Term(getTranslation("assessment.stats." + name));
        term.getElement().setAttribute("title", getTranslation("assessment.stats." + name + ".means"));
        figures.add(term, new DescriptionList.Description(value));
    }

    private Component part(Part part) {
        Div shown = new Div();
        shown.addClassName("c-bank-part");
        if (!part.name().isEmpty()) {
            shown.add(new H3(getTranslation("assessment.stats.part", part.name())));
        } else if (!part.choice()) {
            shown.add(new H3(getTranslation("assessment.stats.texts")));
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("c-bank-counts");
        part.counts().forEach(count -> list.add(count(part, count)));
        shown.add(list);
        if (part.others() > 0) {
            shown.add(BankView.muted(getTranslation("assessment.stats.others", part.others())));
        }
        return shown;
    }

    private ListItem count(Part part, Count count) {
        double share = analysis.asked() == 0 ? 0 : (double) count.times() / analysis.asked();
        Div bar = new Div();
        bar.addClassName("c-bank-bar");
        bar.getElement().setAttribute("aria-hidden", "true");
        bar.getStyle().set("--c-share", String.valueOf(Math.min(1, share)));
        Span times = new Span(getTranslation("assessment.stats.times", count.times(), percent(share)));
        times.addClassNames("c-muted", "c-small");
        Div text = new Div(words(part, count));
        if (Boolean.TRUE.equals(count.right())) {
            text.add(new StatusBadge(Status.GOOD, getTranslation("assessment.stats.right")));
        }
        text.addClassName("c-bank-count-text");
        return new ListItem(text, bar, times);
    }

    private Component words(Part part, Count count) {
        if (!part.choice()) {
            return new Span(count.text());
        }
        if (analysis.question() instanceof Question.TrueFalse) {
            return new Span(getTranslation("true".equals(count.text()) ? "assessment.true" : "assessment.false"));
        }
        Prose prose = new Prose(renderer.render(count.text(), LinkResolver.none(), getLocale()));
        prose.setLanguage(getLocale());
        return prose;
    }

    private String number(double value, int digits) {
        NumberFormat format = NumberFormat.getNumberInstance(getLocale());
        format.setMaximumFractionDigits(digits);
        format.setMinimumFractionDigits(digits);
        return format.format(value);
    }

    private String percent(double share) {
        return NumberFormat.getPercentInstance(getLocale()).format(share);
    }
}
