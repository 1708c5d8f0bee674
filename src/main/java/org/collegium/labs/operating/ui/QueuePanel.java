package org.collegium.labs.operating.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.collegium.labs.operating.OperatingLabs;
import org.collegium.labs.operating.QueueKind;
import org.collegium.labs.operating.QueuedSubmission;
import org.collegium.labs.ui.Rows;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.PageLinks;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;
import org.collegium.shared.ui.Toasts;
import org.jspecify.annotations.Nullable;

/** What waits, what was tried in vain, and what was called off; not whose it is. */
final class QueuePanel extends Section {

    private static final int ROWS = 20;
    private static final List<String> COLUMNS = List.of("lab", "since", "state", "trouble", "actions");

    private final transient OperatingLabs labs;
    private final transient Runnable changed;
    private final KindChips kinds = new KindChips("labs.operating.queue.kinds", "labs.operating.queue.");
    private final Div body = new Div();
    private QueueKind kind = QueueKind.OPEN;
    private int page;
    private transient @Nullable Shown shown;

    /** What stands there; while it is the same nothing is drawn anew, so that focus stays where it is. */
    private record Shown(QueueKind kind, int page, int all, List<QueuedSubmission> rows, List<Boolean> movable) {}

    QueuePanel(OperatingLabs labs, Runnable changed) {
        this.labs = labs;
        this.changed = changed;
        add(new H2(getTranslation("labs.operating.queue")), kinds, body);
    }

    void look(QueueKind wanted, int number) {
        kind = wanted;
        page = number;
        kinds.show(kind, each -> address(each, 0));
    }

    void show(Instant now) {
        int all = labs.count(kind);
        List<QueuedSubmission> rows = labs.list(kind, new PageRequest(page * ROWS, ROWS));
        Shown next = new Shown(
                kind,
                page,
                all,
                rows,
                rows.stream().map(row -> row.canBePutBack(now)).toList());
        if (next.equals(shown)) {
            return;
        }
        shown = next;
        body.removeAll();
        if (rows.isEmpty()) {
            body.add(new EmptyState(
                    Illustration.TRAY,
                    getTranslation("labs.operating.queue.empty." + kind.name() + ".title"),
                    getTranslation("labs.operating.queue.empty." + kind.name() + ".text")));
            return;
        }
        Rows table = new Rows("labs.operating.column.", COLUMNS);
        rows.forEach(row ->
                table.row(lab(row), Words.time(row.submittedAt()), state(row, now), trouble(row), actions(row, now)));
        body.add(table, new PageLinks(page, ROWS, all, number -> address(kind, number)));
    }

    private static String address(QueueKind kind, int page) {
        return OperatingNavigation.address(
                OperatingNavigation.GRADING,
                Map.of(
                        "list", kind == QueueKind.OPEN ? "" : kind.name(),
                        "page", page == 0 ? "" : Integer.toString(page + 1)));
    }

    private Component lab(QueuedSubmission row) {
        Span lab = new Span(row.lab());
        lab.addClassName("c-card-name");
        Span course =
                new Span(row.course().isEmpty() ? getTranslation("labs.operating.queue.course-gone") : row.course());
        course.addClassNames("c-muted", "c-small");
        return new Stack(lab, course);
    }

    private Component state(QueuedSubmission row, Instant now) {
        return switch (row.state()) {
            case WAITING ->
                row.notBefore().isAfter(now)
                        ? new Stack(
                                new StatusBadge(Status.WAITING, getTranslation("labs.operating.state.later")),
                                Stack.small(getTranslation("labs.operating.state.next", Words.said(row.notBefore()))))
                        : new StatusBadge(Status.WAITING, getTranslation("labs.operating.state.waiting"));
            case GRADING ->
                new Stack(
                        new StatusBadge(Status.NEUTRAL, getTranslation("labs.operating.state.grading")),
                        Stack.small(getTranslation("labs.operating.state.by", row.node())));
            case CANCELLED -> new StatusBadge(Status.BAD, getTranslation("labs.operating.state.cancelled"));
            case GRADED -> new StatusBadge(Status.GOOD, getTranslation("labs.operating.state.graded"));
        };
    }

    private Component trouble(QueuedSubmission row) {
        Stack words = new Stack();
        if (row.tries() > 1 || !row.trouble().isEmpty()) {
            words.add(new Span(getTranslation("labs.operating.tries", row.tries())));
        }
        if (!row.trouble().isEmpty()) {
            words.add(Stack.small(row.lostBy()
                    .map(node -> getTranslation("labs.operating.lost", node))
                    .orElse(row.trouble())));
        }
        if (!row.told().isEmpty()) {
            words.add(Stack.small(getTranslation("labs.operating.told", row.told())));
        }
        return words;
    }

    private Component actions(QueuedSubmission row, Instant now) {
        Div actions = new Div();
        actions.addClassName("c-operations-actions");
        if (row.canBePutBack(now)) {
            actions.add(button("labs.operating.put-back", row, () -> {
                labs.putBack(row.id());
                Toasts.show(getTranslation("labs.operating.put-back.done"));
            }));
        }
        if (row.canBeCancelled()) {
            actions.add(button("labs.operating.call-off", row, () -> new CallOffDialog(labs, row, changed).open()));
        }
        return actions;
    }

    private Button button(String key, QueuedSubmission row, Runnable deed) {
        Button button = new Button(getTranslation(key), click -> {
            try {
                deed.run();
            } catch (RuleViolation moved) {
                Toasts.problem(getTranslation(moved.code(), moved.arguments().toArray()));
            }
            changed.run();
        });
        button.addThemeVariants(ButtonVariant.SMALL);
        button.setAriaLabel(getTranslation(key) + ": " + row.lab() + ", " + Words.said(row.submittedAt()));
        return button;
    }
}
