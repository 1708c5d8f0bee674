package org.collegium.labs.operating.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Map;
import java.util.Set;
import org.collegium.labs.operating.GradingNode;
import org.collegium.labs.operating.OperatingLabs;
import org.collegium.labs.operating.SandboxReport;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;

/** One node: whether its sandbox holds and how that is known, what mends it, which runtimes it has, and draining it. */
final class NodeCard extends Div {

    private static final Set<String> ATTEMPTS =
            Set.of("socket", "socketpair", "etc", "proc", "fork", "write", "unshare");

    private final transient OperatingLabs labs;
    private final transient Runnable changed;

    NodeCard(GradingNode node, OperatingLabs labs, Runnable changed) {
        this.labs = labs;
        this.changed = changed;
        addClassNames("c-surface", "c-operations-node");
        H3 name = new H3(node.name());
        name.addClassName("c-breaks");
        Div head = new Div(name, state(node));
        head.addClassName("c-operations-row");
        add(head, work(node));
        node.drained().ifPresent(since -> add(drained(node)));
        node.report().ifPresent(report -> {
            if (!report.sound()) {
                add(trouble(report));
            }
            add(tried(node, report));
            report.runtimes().forEach(runtime -> add(runtime(runtime)));
        });
        if (node.heard()) {
            add(actions(node));
        }
    }

    private Component state(GradingNode node) {
        if (!node.heard()) {
            return new StatusBadge(Status.NEUTRAL, getTranslation("labs.operating.node.gone"));
        }
        return node.report()
                .map(report -> report.sound()
                        ? new StatusBadge(Status.GOOD, getTranslation("labs.operating.node.sound"))
                        : new StatusBadge(Status.BAD, getTranslation("labs.operating.node.broken")))
                .orElseGet(() -> new StatusBadge(Status.WAITING, getTranslation("labs.operating.node.untried")));
    }

    private Component work(GradingNode node) {
        Paragraph words = new Paragraph(
                node.heard()
                        ? getTranslation("labs.operating.node.work", node.grading(), node.workers())
                        : getTranslation("labs.operating.node.seen", Words.said(node.seenAt())));
        words.addClassNames("c-muted", "c-small");
        if (node.here()) {
            words.add(new Span(" · " + getTranslation("labs.operating.node.here")));
        }
        return words;
    }

    private Component drained(GradingNode node) {
        Div notice = new Div(
                Glyph.CLOCK.create(), new Paragraph(getTranslation("labs.operating.node.drained", node.grading())));
        notice.addClassNames("c-notice", "c-notice-waiting");
        return notice;
    }

    private Component trouble(SandboxReport report) {
        Paragraph reason = new Paragraph(report.reason());
        reason.addClassName("c-breaks");
        Paragraph meaning = new Paragraph(getTranslation("labs.operating.node.meaning"));
        Div words = new Div(reason, meaning);
        Div notice = new Div(Glyph.TRIANGLE_ALERT.create(), words);
        notice.addClassNames("c-notice", "c-notice-bad");
        if (!report.remedy().isEmpty()) {
            String label = getTranslation("labs.operating.node.remedy");
            words.add(new Paragraph(label), new CommandToCopy(report.remedy(), label));
        }
        return notice;
    }

    private Component tried(GradingNode node, SandboxReport report) {
        Paragraph when = new Paragraph(
                node.trying()
                        ? getTranslation("labs.operating.node.trying")
                        : getTranslation("labs.operating.node.tried", Words.said(report.at())));
        when.addClassNames("c-muted", "c-small");
        when.getElement().setAttribute("title", report.at().toString());
        when.getElement().setAttribute("role", "status");
        if (report.attempts().isEmpty()) {
            return when;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("c-operations-attempts");
        report.attempts().forEach((attempt, end) -> list.add(attempt(attempt, end)));
        NativeDetails details = new NativeDetails(
                getTranslation("labs.operating.attempts", report.attempts().size()), list);
        return new Div(when, details);
    }

    private ListItem attempt(String attempt, String end) {
        String what = ATTEMPTS.contains(attempt) ? getTranslation("labs.operating.attempt." + attempt) : attempt;
        Span how = new Span(getTranslation("labs.operating.refused", end));
        how.addClassNames("c-muted", "c-small");
        return new ListItem(Glyph.CIRCLE_CHECK.create(), new Span(what), how);
    }

    private Component runtime(SandboxReport.Interpreter runtime) {
        Span name = new Span(getTranslation("labs.operating.runtime", runtime.name(), runtime.version()));
        name.addClassName("c-card-name");
        Div packages = new Div();
        packages.addClassName("c-chips");
        for (Map.Entry<String, String> each : runtime.packages().entrySet()) {
            Span tag = new Span(each.getKey() + " " + each.getValue());
            tag.addClassName("c-tag");
            packages.add(tag);
        }
        if (runtime.packages().isEmpty()) {
            packages.add(new Span(getTranslation("labs.operating.runtime.bare")));
        }
        Div all = new Div(name, packages);
        all.addClassName("c-operations-runtime");
        return all;
    }

    private Component actions(GradingNode node) {
        Button again = new Button(getTranslation("labs.operating.try-again"), Glyph.REFRESH_CW.create(), click -> {
            labs.tryAgain(node.name());
            changed.run();
        });
        again.setEnabled(!node.trying());
        Button drain = node.drained().isEmpty()
                ? new Button(getTranslation("labs.operating.drain"), Glyph.LOG_OUT.create(), click -> {
                    labs.drain(node.name());
                    changed.run();
                })
                : new Button(getTranslation("labs.operating.take-again"), Glyph.PLAY.create(), click -> {
                    labs.takeAgain(node.name());
                    changed.run();
                });
        again.setAriaLabel(getTranslation("labs.operating.try-again") + ": " + node.name());
        drain.setAriaLabel(drain.getText() + ": " + node.name());
        Div row = new Div(again, drain);
        row.addClassName("c-operations-actions");
        return row;
    }
}
