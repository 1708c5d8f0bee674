package org.collegium.courses.review.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.review.ReviewBodies;
import org.collegium.courses.review.ReviewBody;
import org.collegium.courses.review.ReviewRules;
import org.collegium.courses.review.SettingStages;
import org.collegium.identity.ViewPermission;
import org.collegium.partners.Partners;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.PageLinks;
import org.collegium.shared.ui.Toasts;

/** The stages that hold for every partner, and the bodies of the alliance that review. */
@Route(value = AllianceReviewView.PLACE, layout = MainLayout.class)
@PermitAll
@ViewPermission(CoursesPermissions.REVIEW_ALLIANCE)
class AllianceReviewView extends ReviewPage implements BeforeEnterObserver {

    static final String PLACE = "registry/review";

    private static final int ROWS = 10;

    private final transient SettingStages settings;
    private final transient ReviewBodies bodies;
    private final transient Partners partners;
    private int page;

    AllianceReviewView(SettingStages settings, ReviewBodies bodies, Partners partners) {
        this.settings = settings;
        this.bodies = bodies;
        this.partners = partners;
        name(getTranslation("courses.review.alliance.title"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        page = PageLinks.asked(event.getLocation().getQueryParameters());
        show();
    }

    private void show() {
        content().removeAll();
        content()
                .add(
                        new PageHeader(getPageTitle(), getTranslation("courses.review.alliance.lead")),
                        stages(),
                        bodies());
    }

    private Component stages() {
        StageEditor editor = new StageEditor(
                partners,
                bodies.list(PartnerStagesView.BODIES),
                true,
                settings.ofAlliance().stages());
        Button save = new Button(getTranslation("courses.review.stages.save"), click -> {
            try {
                settings.stateForAlliance(new ReviewRules(false, editor.stages()));
                Toasts.show(getTranslation("courses.review.stages.saved"));
            } catch (RuleViolation violation) {
                Toasts.problem(
                        getTranslation(violation.code(), violation.arguments().toArray()));
            }
        });
        save.addThemeNames("primary");
        Section section = new Section(
                new H2(getTranslation("courses.review.stages.everybodys")),
                new Paragraph(getTranslation("courses.review.alliance.stages")),
                editor,
                save);
        section.addClassNames("c-surface", "c-studio-stack");
        return section;
    }

    private Component bodies() {
        Section section = new Section(new H2(getTranslation("courses.review.bodies")));
        section.addClassName("c-studio");
        page = PageLinks.shown(page, ROWS, bodies.count());
        List<ReviewBody> shown = bodies.list(new PageRequest(page * ROWS, ROWS));
        if (shown.isEmpty()) {
            section.add(new Paragraph(getTranslation("courses.review.bodies.none")));
        }
        shown.forEach(body -> section.add(new BodyMembers(bodies, body, this::show)));
        section.add(new PageLinks(
                page, ROWS, bodies.count(), number -> "/" + PLACE + (number == 0 ? "" : "?page=" + (number + 1))));
        section.add(founding());
        return section;
    }

    private Component founding() {
        TextField name = new TextField(getTranslation("courses.review.body.name.label"));
        FieldFaults faults = new FieldFaults(Map.of("courses.review.body", name));
        Button found = new Button(getTranslation("courses.review.body.found"), click -> {
            faults.readable();
            try {
                bodies.found(name.getValue());
                show();
            } catch (RuleViolation violation) {
                faults.tell(violation);
            }
        });
        Div form = new Div(name, found);
        form.addClassName("c-filters");
        return form;
    }
}
