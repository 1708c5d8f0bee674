package org.collegium.learning.rollout.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.collegium.courses.CourseRun;
import org.collegium.courses.UnitDifference;
import org.collegium.learning.rollout.Effect;
import org.collegium.learning.rollout.RollOuts;
import org.collegium.learning.rollout.RunEffect;
import org.collegium.learning.rollout.RunEffect.UnitEffect;
import org.collegium.learning.rollout.ui.RollOutChoices.Choice;
import org.collegium.shared.PageRequest;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.PageLinks;

/** What a version will change for the learners of one run: counted, by unit, and one by one. */
final class RunEffectPanel extends Article {

    private static final int ROWS = 20;
    private static final String TYPE = "text/csv;charset=utf-8";

    private final transient Choice choice;
    private final transient RunEffect effect;
    private final transient RollOuts rollOuts;

    RunEffectPanel(Choice choice, RunEffect effect, RollOuts rollOuts, QueryParameters query) {
        this.choice = choice;
        this.effect = effect;
        this.rollOuts = rollOuts;
        addClassNames("c-surface", "c-studio-stack", "c-rollout-effect");
        add(
                new H3(getTranslation("learning.rollout.effect", effect.run().title(), effect.from(), effect.to())),
                counts());
        if (effect.units().isEmpty()) {
            add(new Paragraph(getTranslation("learning.rollout.no-units")));
        } else {
            add(units());
        }
        if (effect.concerned() > 0) {
            add(learners(page(query)), pages(page(query)), file());
        }
    }

    private Component counts() {
        UnorderedList list = new UnorderedList();
        list.add(new ListItem(getTranslation("learning.rollout.count.learners", effect.learners(), effect.began())));
        if (effect.concerned() == 0) {
            list.add(new ListItem(getTranslation("learning.rollout.count.nobody")));
        }
        count(list, "completed", effect.completed());
        count(list, "rises", effect.rises());
        count(list, "falls", effect.falls());
        count(list, "completes", effect.completes());
        count(list, "earned", effect.earned());
        count(list, "missing", effect.missing());
        count(list, "open", effect.open());
        return list;
    }

    private void count(UnorderedList list, String what, int number) {
        if (number > 0) {
            list.add(new ListItem(getTranslation("learning.rollout.count." + what, number)));
        }
    }

    private Component units() {
        NativeTable table = table("learning.rollout.unit.", List.of("title", "change", "completed", "open"));
        for (UnitEffect unit : effect.units()) {
            NativeTableRow row = table.getBody().addRow();
            UnitDifference difference = unit.difference();
            cell(row, "learning.rollout.unit.title", difference.unit().title());
            cell(row, "learning.rollout.unit.change", UnitWords.of(difference, this::getTranslation));
            cell(
                    row,
                    "learning.rollout.unit.completed",
                    getTranslation("learning.rollout.number", unit.count().completed()));
            cell(
                    row,
                    "learning.rollout.unit.open",
                    getTranslation("learning.rollout.number", unit.count().open()));
        }
        return table;
    }

    private Component learners(int page) {
        NativeTable table = table("learning.rollout.learner.", List.of("name", "progress", "what"));
        for (Effect one : rollOuts.concerned(
                choice.course(), choice.version().id(), effect.run().id(), new PageRequest(page * ROWS, ROWS))) {
            NativeTableRow row = table.getBody().addRow();
            cell(row, "learning.rollout.learner.name", one.name());
            cell(
                    row,
                    "learning.rollout.learner.progress",
                    getTranslation(
                            "learning.rollout.learner.shares",
                            one.before().done(),
                            one.before().total(),
                            one.before().percent() / 100.0,
                            one.after().done(),
                            one.after().total(),
                            one.after().percent() / 100.0));
            cell(row, "learning.rollout.learner.what", words(one));
        }
        return table;
    }

    private String words(Effect one) {
        List<String> words = new ArrayList<>();
        if (one.completed()) {
            words.add(getTranslation("learning.rollout.what.completed"));
        }
        if (one.completes()) {
            words.add(getTranslation("learning.rollout.what.completes"));
        }
        if (one.certificate() != Effect.Certificate.SAME) {
            words.add(getTranslation(
                    "learning.rollout.what.certificate." + one.certificate().name()));
        }
        titles(words, "learning.rollout.what.changed", one.changed());
        titles(words, "learning.rollout.what.removed", one.removed());
        titles(words, "learning.rollout.what.open", one.open());
        return String.join(" ", words);
    }

    private void titles(List<String> words, String key, List<String> titles) {
        if (!titles.isEmpty()) {
            words.add(getTranslation(key, String.join(", ", titles)));
        }
    }

    private Component pages(int page) {
        String address = RollOutNavigation.address(
                choice.course(),
                choice.version().number(),
                choice.chosen().stream().map(CourseRun::id).toList());
        return new PageLinks(
                page,
                ROWS,
                effect.concerned(),
                number -> address + "&list=" + effect.run().id() + "&page=" + (number + 1));
    }

    private int page(QueryParameters query) {
        boolean mine = query.getSingleParameter("list")
                .filter(effect.run().id().toString()::equals)
                .isPresent();
        return mine ? PageLinks.shown(PageLinks.asked(query), ROWS, effect.concerned()) : 0;
    }

    private Component file() {
        Anchor download = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    byte[] content = rollOuts.file(
                            choice.course(), choice.version().id(), effect.run().id());
                    return new DownloadResponse(
                            new ByteArrayInputStream(content), "roll-out.csv", TYPE, content.length);
                }),
                "");
        download.add(Glyph.DOWNLOAD.create(), new Span(getTranslation("learning.rollout.file")));
        download.addClassName("c-button");
        return download;
    }

    private NativeTable table(String keys, List<String> columns) {
        NativeTable table = new NativeTable();
        table.addClassName("c-table");
        NativeTableRow names = table.getHead().addRow();
        for (String column : columns) {
            NativeTableHeaderCell cell = names.addHeaderCell();
            cell.setText(getTranslation(keys + column));
            cell.getElement().setAttribute("scope", "col");
        }
        return table;
    }

    private void cell(NativeTableRow row, String label, String text) {
        NativeTableCell cell = row.addDataCell();
        cell.add(new Span(text));
        cell.getElement().setAttribute("data-label", getTranslation(label));
    }
}
