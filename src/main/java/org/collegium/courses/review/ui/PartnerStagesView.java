package org.collegium.courses.review.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.review.ReviewBodies;
import org.collegium.courses.review.ReviewBody;
import org.collegium.courses.review.ReviewRules;
import org.collegium.courses.review.SettingStages;
import org.collegium.courses.review.StageRule;
import org.collegium.identity.ViewPermission;
import org.collegium.partners.OwnPartners;
import org.collegium.partners.Partner;
import org.collegium.partners.PartnerField;
import org.collegium.partners.Partners;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.Toasts;

/** Which stages the courses of a partner go through before they are published. */
@Route(value = PartnerStagesView.PLACE + "/:partner?", layout = MainLayout.class)
@PermitAll
@ViewPermission(CoursesPermissions.REVIEW_RULES)
class PartnerStagesView extends ReviewPage implements BeforeEnterObserver {

    static final String PLACE = "studio/review-stages";

    static final PageRequest BODIES = new PageRequest(0, 200);

    private final transient SettingStages settings;
    private final transient ReviewBodies bodies;
    private final transient Partners partners;
    private final transient OwnPartners own;

    PartnerStagesView(SettingStages settings, ReviewBodies bodies, Partners partners, OwnPartners own) {
        this.settings = settings;
        this.bodies = bodies;
        this.partners = partners;
        this.own = own;
    }

    /** The partner that an address names, if the current person may say what its courses go through. */
    static Optional<Partner> named(OwnPartners own, RouteParameters address) {
        Optional<String> key = address.get("partner");
        return key.isPresent()
                ? own.named(CoursesPermissions.REVIEW_RULES, key.get())
                : own.search(CoursesPermissions.REVIEW_RULES, "", new PageRequest(0, 1)).stream()
                        .findFirst();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Partner partner = named(own, event.getRouteParameters()).orElseThrow(NotFoundException::new);
        name(getTranslation("courses.review.stages.page", partner.data().name()));
        content().removeAll();
        content()
                .add(new PageHeader(
                                getTranslation(
                                        "courses.review.stages.heading",
                                        partner.data().name()),
                                getTranslation("courses.review.stages.lead"))
                        .above(crumbs()));
        if (own.only(CoursesPermissions.REVIEW_RULES).isEmpty()) {
            content().add(choice(partner));
        }
        List<ReviewBody> all = bodies.list(BODIES);
        ReviewRules rules = settings.ofPartner(partner.id());
        Checkbox required = new Checkbox(getTranslation("courses.review.stages.required"), rules.required());
        StageEditor editor = new StageEditor(partners, all, false, rules.stages());
        Button save = new Button(getTranslation("courses.review.stages.save"));
        save.addThemeNames("primary");
        save.addClickListener(click -> {
            try {
                settings.state(partner.id(), new ReviewRules(required.getValue(), editor.stages()));
                Toasts.show(getTranslation("courses.review.stages.saved"));
            } catch (RuleViolation violation) {
                Toasts.problem(
                        getTranslation(violation.code(), violation.arguments().toArray()));
            }
        });
        Section section = new Section(new H2(getTranslation("courses.review.stages")), required, editor, save);
        section.addClassNames("c-surface", "c-studio-stack");
        content().add(section);
        ReviewRules everybodys = settings.ofAlliance();
        if (!everybodys.stages().isEmpty()) {
            content().add(everybodys(everybodys, all));
        }
    }

    private Component choice(Partner shown) {
        PartnerField choice =
                new PartnerField(getTranslation("courses.list.partner"), own, CoursesPermissions.REVIEW_RULES);
        choice.setValue(shown);
        choice.addValueChangeListener(change -> Optional.ofNullable(change.getValue())
                .ifPresent(chosen -> go("/" + PLACE + "/" + chosen.data().slug())));
        Div filters = new Div(choice);
        filters.addClassName("c-filters");
        return filters;
    }

    private Component everybodys(ReviewRules rules, List<ReviewBody> all) {
        UnorderedList list = new UnorderedList();
        for (StageRule rule : rules.stages()) {
            String who = rule.kind() == StageRule.Kind.BODY
                    ? all.stream()
                            .filter(body -> body.id().equals(rule.id()))
                            .map(ReviewBody::name)
                            .findFirst()
                            .orElse("")
                    : getTranslation("courses.review.stage.kind.OWN") + ", "
                            + getTranslation(
                                    "courses.review.stage.people." + rule.role().name());
            list.add(new ListItem(who + " · "
                    + getTranslation(
                            rule.voted() ? "courses.review.stage.votes" : "courses.review.stage.approvals",
                            rule.quorum())));
        }
        return new Section(
                new H2(getTranslation("courses.review.stages.everybodys")),
                new Paragraph(getTranslation("courses.review.stages.everybodys.text")),
                list);
    }
}
