package org.collegium.enrolment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Optional;
import org.collegium.courses.CourseRunId;
import org.collegium.enrolment.Enrolments;
import org.collegium.enrolment.JoinRefusal;
import org.collegium.enrolment.JoinResult;
import org.collegium.enrolment.WaitResult;
import org.collegium.enrolment.WaitingLists;
import org.collegium.enrolment.ui.JoiningPlaces.Place;
import org.collegium.identity.Access;
import org.collegium.identity.AccountId;
import org.collegium.identity.SignedIn;
import org.collegium.shared.ui.EmptyState;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Illustration;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;

/** Joins a course in one click and goes on to its first lesson; whoever has no account gets one on the way. */
@Route(value = "join/:partner/:course", layout = MainLayout.class)
@RouteAlias(value = "join/:run", layout = MainLayout.class)
@AnonymousAllowed
class JoinView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Enrolments enrolments;
    private final transient WaitingLists waiting;
    private final transient RunTerms terms;
    private final transient JoiningPlaces places;
    private final transient Access access;
    private String title = "";

    JoinView(Enrolments enrolments, WaitingLists waiting, RunTerms terms, JoiningPlaces places, Access access) {
        this.enrolments = enrolments;
        this.waiting = waiting;
        this.terms = terms;
        this.places = places;
        this.access = access;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Place place = places.find(event.getRouteParameters());
        title = getTranslation("enrolment.join.title", place.title());
        Optional<AccountId> learner = access.account();
        if (learner.isEmpty()) {
            event.forwardToUrl(JoinIntent.signUp(event.getLocation()));
        } else if (enrolments.inCourse(learner.get(), place.course()).isPresent()) {
            event.forwardTo(place.learning());
        } else if (place.run().isEmpty()) {
            show(place, refused(place, "enrolment.refused.no-run"));
        } else if (waiting.find(learner.get(), place.run().orElseThrow().id()).isPresent()) {
            show(place, line(place, learner.get()));
        } else if (JoinIntent.isClear(event.getLocation(), VaadinRequest.getCurrent())) {
            joinAtOnce(event, place, learner.get());
        } else {
            show(place, invitation(place, learner.get()));
        }
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void joinAtOnce(BeforeEnterEvent event, Place place, AccountId learner) {
        switch (enrolments.join(learner, place.run().orElseThrow().id())) {
            case JoinResult.Joined joined -> event.forwardTo(place.learning());
            case JoinResult.AlreadyIn in -> event.forwardTo(place.learning());
            case JoinResult.Refused(JoinRefusal.Full full) -> show(place, full(place, learner, full));
            case JoinResult.Refused(JoinRefusal reason) -> show(place, refused(place, reason));
        }
    }

    private void join(Place place, AccountId learner) {
        switch (enrolments.join(learner, place.run().orElseThrow().id())) {
            case JoinResult.Joined joined -> UI.getCurrent().navigate(place.learning());
            case JoinResult.AlreadyIn in -> UI.getCurrent().navigate(place.learning());
            case JoinResult.Refused(JoinRefusal.Full full) -> show(place, full(place, learner, full));
            case JoinResult.Refused(JoinRefusal reason) -> show(place, refused(place, reason));
        }
    }

    private void show(Place place, Component content) {
        Span partner = new Span(place.partner());
        partner.addClassName("c-muted");
        removeAll();
        add(new PageHeader(title, place.summary()).above(partner), content);
    }

    private Component invitation(Place place, AccountId learner) {
        Button join = new Button(getTranslation("enrolment.join.action"), click -> join(place, learner));
        join.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.LARGE);
        join.setDisableOnClick(true);
        join.setAutofocus(true);
        UnorderedList facts = new UnorderedList(
                fact(Glyph.CLOCK, getTranslation("enrolment.join.effort", place.hours(), place.units())));
        place.run().ifPresent(run -> terms.of(run, getLocale()).forEach((glyph, text) -> facts.add(fact(glyph, text))));
        facts.add(fact(Glyph.EYE, getTranslation("enrolment.join.seen", place.partner())));
        facts.addClassName("enr-facts");
        Div card = new Div(
                new Div(facts, join),
                new Image(place.cover().address(), place.cover().alt()));
        card.addClassNames("c-surface", "enr-join");
        return card;
    }

    /** Where the learner stands in the line; the invitation when they are not in it any more. */
    private Component line(Place place, AccountId learner) {
        CourseRunId run = place.run().orElseThrow().id();
        return waiting.find(learner, run)
                .<Component>map(standing -> new WaitingPanel(standing, reached(), () -> join(place, learner), () -> {
                    boolean unused = waiting.leave(learner, run);
                    show(place, invitation(place, learner));
                }))
                .orElseGet(() -> invitation(place, learner));
    }

    private boolean reached() {
        return access.current().filter(SignedIn::confirmed).isPresent();
    }

    private Component full(Place place, AccountId learner, JoinRefusal.Full full) {
        Button wait = new Button(getTranslation("enrolment.waiting.join"), click -> wait(place, learner));
        wait.addThemeVariants(ButtonVariant.PRIMARY);
        wait.setDisableOnClick(true);
        return new EmptyState(
                Illustration.DOOR,
                getTranslation("enrolment.refused.title"),
                getTranslation("enrolment.refused.full", full.capacity()),
                wait,
                back(place));
    }

    private void wait(Place place, AccountId learner) {
        switch (waiting.join(learner, place.run().orElseThrow().id())) {
            case WaitResult.Waits _ -> show(place, line(place, learner));
            case WaitResult.IsIn _ -> UI.getCurrent().navigate(place.learning());
            case WaitResult.Refused(JoinRefusal reason) -> show(place, refused(place, reason));
        }
    }

    private Component refused(Place place, JoinRefusal reason) {
        RefusalText text = RefusalText.of(reason, getLocale());
        return refused(place, text.key(), text.arguments().toArray());
    }

    private Component refused(Place place, String key, Object... arguments) {
        return new EmptyState(
                Illustration.DOOR,
                getTranslation("enrolment.refused.title"),
                getTranslation(key, arguments),
                back(place));
    }

    private Anchor back(Place place) {
        Anchor back = new Anchor(place.page(), getTranslation("enrolment.join.back"));
        back.addClassName("c-button");
        back.setRouterIgnore(true);
        return back;
    }

    private static ListItem fact(Glyph glyph, String text) {
        Paragraph words = new Paragraph(text);
        return new ListItem(glyph.create(), words);
    }
}
