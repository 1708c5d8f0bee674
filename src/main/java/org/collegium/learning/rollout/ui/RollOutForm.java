package org.collegium.learning.rollout.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.QueryParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.PublishedVersion;
import org.collegium.learning.rollout.ui.RollOutChoices.Choice;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.PageLinks;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;

/** Which version, and which runs: each with the version that it has, and the way back to the one that it had before. */
final class RollOutForm extends Div {

    private static final int ROWS = 20;

    private final transient Choice choice;
    private final int page;

    RollOutForm(Choice choice, QueryParameters query) {
        this.choice = choice;
        int all = choice.runs().size();
        page = PageLinks.shown(PageLinks.asked(query, "runs"), ROWS, all);
        addClassNames("c-surface", "c-studio-stack");
        Select<PublishedVersion> version = new Select<>();
        version.setLabel(getTranslation("learning.rollout.version"));
        version.setItems(choice.offered());
        version.setItemLabelGenerator(one -> getTranslation(
                one.equals(choice.versions().getFirst())
                        ? "learning.rollout.version.newest"
                        : "learning.rollout.version.number",
                one.number()));
        version.setValue(choice.version());
        version.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                go(change.getValue().number(), chosen());
            }
        });
        UnorderedList runs = new UnorderedList();
        runs.addClassName("c-rollout-runs");
        choice.runs().stream().skip((long) page * ROWS).limit(ROWS).forEach(run -> runs.add(new ListItem(line(run))));
        PageLinks pages = new PageLinks(
                page, ROWS, all, number -> address(choice.version().number(), chosen(), number));
        add(version, new Span(getTranslation("learning.rollout.runs")), runs, pages, all());
    }

    private List<CourseRunId> chosen() {
        return choice.chosen().stream().map(CourseRun::id).toList();
    }

    private Component line(CourseRun run) {
        boolean has = run.version().equals(choice.version().id());
        Div line = new Div();
        line.addClassName("c-rollout-run");
        if (has) {
            line.add(
                    new Span(run.title()),
                    new StatusBadge(
                            Status.GOOD,
                            getTranslation(
                                    "learning.rollout.has", choice.version().number())));
        } else {
            Checkbox box = new Checkbox(getTranslation("learning.rollout.run", run.title()));
            box.setValue(choice.chosen().contains(run));
            box.addValueChangeListener(change -> {
                if (change.isFromClient()) {
                    List<CourseRunId> now = new ArrayList<>(chosen());
                    if (change.getValue()) {
                        now.add(run.id());
                    } else {
                        now.remove(run.id());
                    }
                    go(choice.version().number(), now);
                }
            });
            line.add(box);
        }
        Span facts = new Span(getTranslation(
                "learning.rollout.run.facts",
                choice.number(run.version()),
                choice.learners().getOrDefault(run.id(), 0L)));
        facts.addClassNames("c-muted", "c-small");
        line.add(facts);
        back(run).ifPresent(line::add);
        return line;
    }

    private Optional<Component> back(CourseRun run) {
        return Optional.ofNullable(choice.earlier().get(run.id()))
                .filter(before ->
                        !before.equals(run.version()) && !choice.retired().contains(before))
                .map(choice::number)
                .map(number -> {
                    Anchor back = new Anchor(
                            address(number, List.of(run.id()), page),
                            Glyph.UNDO_2.create(),
                            new Span(getTranslation("learning.rollout.back", number)));
                    back.addClassName("c-button");
                    back.setAriaLabel(getTranslation("learning.rollout.back.of", run.title(), number));
                    return back;
                });
    }

    private Component all() {
        List<CourseRunId> lacking = choice.runs().stream()
                .filter(run -> !run.version().equals(choice.version().id()))
                .map(CourseRun::id)
                .toList();
        Anchor all =
                new Anchor(address(choice.version().number(), lacking, page), getTranslation("learning.rollout.all"));
        all.setVisible(lacking.size() > 1);
        return all;
    }

    private String address(int version, List<CourseRunId> runs, int shown) {
        return RollOutNavigation.address(choice.course(), version, runs) + (shown == 0 ? "" : "&runs=" + (shown + 1));
    }

    private void go(int version, List<CourseRunId> runs) {
        String address = address(version, runs, page);
        UI.getCurrent()
                .navigate(
                        RollOutNavigation.path(choice.course()),
                        QueryParameters.fromString(address.substring(address.indexOf('?') + 1)));
    }
}
