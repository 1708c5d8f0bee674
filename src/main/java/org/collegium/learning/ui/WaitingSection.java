package org.collegium.learning.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.collegium.enrolment.WaitingLearner;
import org.collegium.shared.PageRequest;
import org.collegium.shared.ui.Moments;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;

/** Those who wait for a place in a run, in their order; fifty at a time. */
final class WaitingSection extends Section {

    private static final int AT_ONCE = 50;

    private final transient Function<PageRequest, List<WaitingLearner>> pages;
    private final OrderedList rows = new OrderedList();
    private final Button more = new Button();
    private int shown;

    /** @param all how many wait */
    WaitingSection(int all, Function<PageRequest, List<WaitingLearner>> pages) {
        this.pages = pages;
        addClassNames("c-surface", "c-studio-stack");
        more.setText(getTranslation("learning.waiting.more"));
        more.addThemeNames("tertiary");
        more.addClickListener(click -> show(all));
        add(new H2(getTranslation("learning.waiting.title", all)), rows, more);
        show(all);
    }

    private void show(int all) {
        pages.apply(new PageRequest(shown, AT_ONCE)).forEach(one -> rows.add(row(one)));
        shown += AT_ONCE;
        more.setVisible(shown < all);
    }

    private ListItem row(WaitingLearner one) {
        ListItem row = new ListItem(new Span(one.name() + " "));
        Instant kept = one.keptUntil();
        if (kept == null) {
            Span since = new Span(getTranslation("learning.waiting.since", said(one.since())));
            since.addClassNames("c-muted", "c-small");
            row.add(since);
        } else {
            row.add(new StatusBadge(Status.WAITING, getTranslation("learning.waiting.kept", said(kept))));
        }
        return row;
    }

    private String said(Instant time) {
        return Moments.in(getLocale()).minute(time);
    }
}
