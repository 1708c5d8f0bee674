package org.collegium.courses.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.collegium.activity.Readiness;
import org.collegium.courses.Draft;
import org.collegium.courses.DraftCheck;
import org.collegium.shared.ui.Polling;

/** The outline of a draft beside what is left to do; while activities are being tried it follows them. */
final class DraftBoard extends Div {

    private static final Duration OFTEN = Duration.ofSeconds(2);

    private final transient Draft draft;
    private final transient Supplier<List<DraftCheck>> checks;
    private final transient Function<List<DraftCheck>, Component> list;
    private final Section outline;
    private final Div tree = new Div();
    private final transient Optional<OutlineActs> acts;
    private final Div todo = new Div();
    private transient List<DraftCheck> shown = List.of();
    private final Polling polling = new Polling(this, this::follow);

    /**
     * Shows what {@code checks} says, as {@code list} puts it, and further things below it.
     *
     * @param acts what may be done to the outline; empty for those who only look
     */
    DraftBoard(
            Draft draft,
            Optional<OutlineActs> acts,
            Supplier<List<DraftCheck>> checks,
            Function<List<DraftCheck>, Component> list,
            String title,
            Component below) {
        this.draft = draft;
        this.acts = acts;
        this.checks = checks;
        this.list = list;
        outline = new Section(new H2(getTranslation("courses.draft.outline")), tree);
        todo.getElement().setAttribute("role", "status");
        Aside side = new Aside(new H2(title), todo, below);
        side.addClassName("c-surface");
        addClassName("c-studio-columns");
        add(outline, side);
        show(checks.get());
        polling.whilst(changing(), OFTEN);
    }

    private void show(List<DraftCheck> now) {
        shown = now;
        tree.removeAll();
        if (acts.isPresent()) {
            OutlineEditor editor = new OutlineEditor(acts.get());
            editor.show(new OutlineTree(draft, now, Optional.of(editor)));
            tree.add(editor);
        } else {
            tree.add(new OutlineTree(draft, now, Optional.empty()));
        }
        todo.removeAll();
        todo.add(list.apply(now));
    }

    private boolean changing() {
        return shown.stream()
                .anyMatch(check -> check instanceof DraftCheck.Tried(var unit, var readiness, var address)
                        && (readiness instanceof Readiness.Trying || readiness instanceof Readiness.Waiting));
    }

    private void follow() {
        List<DraftCheck> now = checks.get();
        if (!now.equals(shown)) {
            show(now);
        }
        polling.whilst(changing(), OFTEN);
    }
}
