package org.collegium.learning.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import org.collegium.activity.ActivityTold;
import org.collegium.courses.languages.Languages;
import org.collegium.courses.languages.Variant;
import org.collegium.identity.Access;
import org.collegium.identity.AccountId;
import org.collegium.learning.CourseEntry;
import org.collegium.learning.CourseOutline.Step;
import org.collegium.learning.CourseProgressSlot;
import org.collegium.learning.OwnUnits;
import org.collegium.learning.Progress;
import org.collegium.learning.ProgressExplanation;
import org.collegium.learning.ReadInOtherLanguages;
import org.collegium.learning.ResumePoint;
import org.collegium.learning.Studying;
import org.collegium.learning.UnitOpening;
import org.collegium.shared.Slug;
import org.jspecify.annotations.Nullable;

/**
 * The player: outline, one unit, the ways on. The address names the unit; without one it is where the learner stopped. What
 * needs no server, such as keys and the outline's folds, is done by {@code frontend/player}.
 */
@Route("learn/:partner/:course/:unit?")
@PermitAll
@Tag("c-player")
class LearnView extends Component implements HasComponents, BeforeEnterObserver, HasDynamicTitle {

    private static final String CONTENT = "main";

    private final transient Studying studying;
    private final transient Progress progress;
    private final transient Languages languages;
    private final transient ReadInOtherLanguages elsewhere;
    private final transient Access access;
    private final transient List<CourseProgressSlot> slots;
    private final transient PlayerNotices notices;
    private final PlayerHeader header = new PlayerHeader(this::explain);
    private final OutlinePanel outline = new OutlinePanel();
    private final UnitArticle article;
    private final Div finish = new Div();
    private final Div told = new Div();
    private final StepLinks foot = new StepLinks("lrn-steps-foot");
    private final StepLinks bottom = new StepLinks("lrn-steps-bottom");
    private final Span announcer = new Span();
    private transient @Nullable Seat seat;
    private transient @Nullable Step step;
    private @Nullable Registration tellings;
    private String title = "";

    LearnView(
            Studying studying,
            Progress progress,
            Languages languages,
            ReadInOtherLanguages elsewhere,
            Access access,
            UnitBodies bodies,
            List<CourseProgressSlot> slots,
            PlayerNotices notices) {
        this.studying = studying;
        this.progress = progress;
        this.languages = languages;
        this.elsewhere = elsewhere;
        this.access = access;
        this.slots = slots;
        this.notices = notices;
        article = new UnitArticle(bodies, new Acting());
        addClassName("lrn");
        announcer.addClassName("c-hidden");
        announcer.getElement().setAttribute("role", "status");
        Main main = new Main(told, article, finish, foot);
        main.setId(CONTENT);
        main.addClassName("lrn-main");
        Div middle = new Div(outline, main);
        middle.addClassName("lrn-middle");
        add(skip(), header, middle, bottom, announcer);
        getElement().appendChild(keys());
        getElement()
                .addEventListener(
                        "player-place",
                        event -> stoppedAt(
                                event.getEventData().path("event.detail.place").asInt(-1)))
                .addEventData("event.detail.place");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        RouteParameters address = event.getRouteParameters();
        String partner = address.get("partner").orElse("");
        String course = address.get("course").orElse("");
        if (!Slug.isOne(partner)) {
            throw new NotFoundException();
        }
        AccountId learner = access.account().orElseThrow();
        switch (studying.enter(learner, new Slug(partner), course)) {
            case CourseEntry.In in -> enter(event, new Seat(learner, in, partner, course));
            case CourseEntry.NotEnrolled not -> event.forwardTo("join/" + partner + "/" + course);
            case CourseEntry.NoSuchCourse none -> throw new NotFoundException();
        }
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void enter(BeforeEnterEvent event, Seat entered) {
        Optional<String> unit = event.getRouteParameters().get("unit");
        if (unit.isEmpty()) {
            Step resumed = studying.resumePoint(entered.learner(), entered.run())
                    .map(ResumePoint::unitKey)
                    .flatMap(entered.outline()::step)
                    .or(entered.outline()::first)
                    .orElseThrow(NotFoundException::new);
            event.forwardTo(entered.address(resumed).substring(1));
            return;
        }
        boolean sameCourse = seat != null && seat.place().equals(entered.place());
        List<Variant> others = languages.others(entered.in().version().id());
        if (!sameCourse) {
            elsewhere.count(entered.learner(), entered.in(), others);
        }
        UnitOpening opening = studying.open(entered.learner(), entered.run(), unit.get());
        Step opened = entered.outline().step(unit.get()).orElseThrow(NotFoundException::new);
        boolean first = step == null;
        seat = entered;
        step = opened;
        title = opened.unit().title() + " – " + entered.title();
        OwnUnits units = progress.own(entered.learner(), entered.run());
        int place = show(entered, opened, opening, units);
        header.offer(entered, opened.key(), others);
        showAround(entered, opened, units, sameCourse);
        told.removeAll();
        told.add(notices.of(entered));
        finish.removeAll();
        if (entered.outline().after(opened).isEmpty()) {
            showFinish(entered, units);
        }
        inBrowser("show", opened.key(), place, !first);
    }

    /** Shows the unit and returns the place in its text at which the learner stopped. */
    private int show(Seat at, Step opened, UnitOpening opening, OwnUnits units) {
        switch (opening) {
            case UnitOpening.Open open -> {
                article.open(at, opened, units);
                return open.place();
            }
            case UnitOpening.SolutionClosed closed -> article.closed(at, closed);
            case UnitOpening.NotOpenYet early -> article.notOpenYet(at, early);
            case UnitOpening.SectionNotOpenYet early -> article.sectionNotOpenYet(at, early);
            case UnitOpening.NotThere none -> throw new NotFoundException();
        }
        return 0;
    }

    private void showAround(Seat at, Step opened, OwnUnits units, boolean sameCourse) {
        header.show(at, ProgressExplanation.of(at.outline(), units));
        if (!sameCourse) {
            outline.show(at, units, opened.key());
        }
        foot.show(at, opened);
        bottom.show(at, opened);
    }

    private void changed(Seat at, Step done) {
        OwnUnits units = progress.own(at.learner(), at.run());
        header.show(at, ProgressExplanation.of(at.outline(), units));
        if (done.equals(step)) {
            article.follow(at, done, units);
        }
        showFinish(at, units);
        if (units.of(done.key()).completed()) {
            announcer.setText(getTranslation("learning.completed", done.unit().title()));
        } else if (units.awaiting().contains(done.key())) {
            announcer.setText(getTranslation("learning.handed-in", done.unit().title()));
        }
        OutlineMarkup.states(at.outline(), units).forEach((key, state) -> {
            if (key.equals(done.key())
                    || done.key()
                            .equals(at.outline().step(key).orElseThrow().unit().solutionOf())) {
                inBrowser("mark", key, state, getTranslation("learning.state." + state));
            }
        });
    }

    private void showFinish(Seat at, OwnUnits units) {
        finish.removeAll();
        units.completedAt().ifPresent(when -> finish.add(new FinishPanel(at, when, slots)));
    }

    private void stoppedAt(int place) {
        if (seat != null && step != null && place >= 0) {
            studying.stoppedAt(seat.learner(), seat.run(), step.key(), place);
        }
    }

    private void explain() {
        if (seat != null) {
            Seat at = seat;
            progress.explainToLearner(at.learner(), at.run())
                    .ifPresent(explanation -> new ExplanationDialog(at.title(), explanation).open());
        }
    }

    private void inBrowser(String function, Object... arguments) {
        StringBuilder call =
                new StringBuilder("customElements.whenDefined('c-player').then(() => this." + function + "(");
        for (int i = 0; i < arguments.length; i++) {
            call.append(i == 0 ? "$" : ",$").append(i);
        }
        getElement().executeJs(call.append("))").toString(), arguments);
    }

    private Anchor skip() {
        Anchor skip = new Anchor("#" + CONTENT, getTranslation("shared.skip"));
        skip.addClassName("c-skip");
        skip.setRouterIgnore(true);
        return skip;
    }

    private Element keys() {
        Element dialog = new Element("dialog");
        dialog.setAttribute("class", "lrn-keys-dialog").setAttribute("aria-labelledby", "keys-title");
        dialog.setProperty("innerHTML", new KeysMarkup(this::getTranslation).write());
        return dialog;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        tellings = ComponentUtil.addListener(event.getUI(), ActivityTold.class, told -> {
            if (seat != null && seat.run().value().equals(told.activity().run())) {
                Seat at = seat;
                at.outline().step(told.activity().unitKey()).ifPresent(done -> changed(at, done));
            }
        });
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (tellings != null) {
            tellings.remove();
        }
    }

    /** What the learner does in the unit that is shown. */
    private final class Acting implements UnitArticle.Acts {

        @Override
        public void seenToEnd(Step seen) {
            if (seat != null && studying.seenToEnd(seat.learner(), seat.run(), seen.key())) {
                changed(seat, seen);
            }
        }

        @Override
        public void tried(Step tried) {
            if (seat != null && studying.tried(seat.learner(), seat.run(), tried.key())) {
                changed(seat, tried);
            }
        }
    }
}
