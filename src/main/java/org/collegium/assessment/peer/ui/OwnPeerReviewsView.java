package org.collegium.assessment.peer.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import org.collegium.assessment.peer.PeerOverview;
import org.collegium.assessment.peer.PeerOverviewItem;
import org.collegium.assessment.peer.PeerPhase;
import org.collegium.assessment.ui.Scores;
import org.collegium.identity.Access;
import org.collegium.identity.AccountId;
import org.collegium.shared.PageRequest;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.Moments;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.PageLinks;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;
import org.jspecify.annotations.Nullable;

/** A learner's peer reviews of all courses: what is to be reviewed and by when, and what others said of the own answers. */
@Route(value = OwnPeerReviewsView.ADDRESS, layout = MainLayout.class)
@PermitAll
@StyleSheet("styles/quiz.css")
class OwnPeerReviewsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String ADDRESS = "my-learning/peer-reviews";

    private static final int ROWS = 20;

    private final transient PeerOverview overview;
    private final transient Access access;

    OwnPeerReviewsView(PeerOverview overview, Access access) {
        this.overview = overview;
        this.access = access;
        addClassName("peer-overview");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("assessment.peer.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        AccountId learner = access.account().orElseThrow();
        removeAll();
        add(new PageHeader(getPageTitle(), getTranslation("assessment.peer.mine.lead")).above(crumbs()));
        int all = overview.count(learner);
        int page = PageLinks.shown(PageLinks.asked(event.getLocation().getQueryParameters()), ROWS, all);
        if (all == 0) {
            add(new EmptyState(
                    Illustration.BOOK,
                    getTranslation("assessment.peer.mine.none.title"),
                    getTranslation("assessment.peer.mine.none.text")));
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("peer-cards");
        overview.list(learner, new PageRequest(page * ROWS, ROWS)).forEach(item -> list.add(card(item)));
        add(list, new PageLinks(page, ROWS, all, number -> ADDRESS + "?page=" + (number + 1)));
    }

    private Nav crumbs() {
        OrderedList steps = new OrderedList(
                new ListItem(new Anchor("/my-learning", new Span(getTranslation("assessment.peer.mine.back")))));
        steps.addClassName("c-breadcrumbs");
        Nav crumbs = new Nav(steps);
        crumbs.setAriaLabel(getTranslation("assessment.peer.mine.crumbs"));
        return crumbs;
    }

    private ListItem card(PeerOverviewItem item) {
        Anchor way = new Anchor(item.address(), new Span(item.quiz()));
        Span course = new Span(item.course());
        course.addClassNames("c-muted", "c-small");
        ListItem card = new ListItem(new H2(way), course, state(item));
        card.addClassNames("c-surface", "peer-card");
        if (item.phase() == PeerPhase.DONE) {
            card.add(new Paragraph(outcome(item)));
        } else {
            card.add(new Paragraph(todo(item)));
        }
        return card;
    }

    private Component state(PeerOverviewItem item) {
        return switch (item.phase()) {
            case SUBMIT, DONE -> new StatusBadge(Status.NEUTRAL, getTranslation("assessment.peer.task.phase.done"));
            case REVIEW, SELF ->
                item.waits()
                        ? new StatusBadge(Status.WAITING, getTranslation("assessment.peer.mine.waits"))
                        : new StatusBadge(Status.GOOD, getTranslation("assessment.peer.mine.given"));
        };
    }

    private String todo(PeerOverviewItem item) {
        String key = item.phase() == PeerPhase.SELF ? "self" : "review";
        return getTranslation("assessment.peer.mine." + key, item.given(), item.wanted(), said(item.until()));
    }

    private String outcome(PeerOverviewItem item) {
        Double share = item.share();
        if (item.held()) {
            return getTranslation("assessment.peer.received.held");
        }
        return share == null
                ? getTranslation("assessment.peer.received.none")
                : getTranslation(
                        "assessment.peer.mine.outcome", item.received(), new Scores(getLocale()).percent(share));
    }

    private static String said(@Nullable Instant time) {
        return time == null ? "" : Moments.here().minute(time);
    }
}
