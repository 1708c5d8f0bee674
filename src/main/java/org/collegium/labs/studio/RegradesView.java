package org.collegium.labs.studio;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.ViewPermission;
import org.collegium.labs.LabsNavigation;
import org.collegium.labs.LabsPermissions;
import org.collegium.labs.marking.FailingTest;
import org.collegium.labs.marking.LabResults;
import org.collegium.labs.marking.Regrade;
import org.collegium.labs.marking.RegradeScope;
import org.collegium.labs.marking.Regrades;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.KeptTyping;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.jspecify.annotations.Nullable;

/** Where grading again begins, and what was graded again before. */
@Route(value = LabStudioView.REGRADES, layout = MainLayout.class)
@PermitAll
@ViewPermission(LabsPermissions.REGRADE)
class RegradesView extends LabStudioView {

    /** In the address: a test whose failures are to be chosen from. */
    static final String TEST = "test";

    private static final int PAGE = 20;
    private static final int MOST_TESTS = 200;

    private final transient Regrades regrades;
    private final transient LabResults results;
    private final RadioButtonGroup<RegradeScope> scope = new RadioButtonGroup<>();
    private final TextField reason = new TextField();
    private final Paragraph refused = new Paragraph();
    private final Div choosing = new Div();
    private transient @Nullable KeptTyping typing;

    RegradesView(StudioLabs labs, Regrades regrades, LabResults results) {
        super(labs);
        this.regrades = regrades;
        this.results = results;
        scope.setLabel(getTranslation("labs.regrade.scope"));
        scope.setItems(RegradeScope.values());
        scope.setItemLabelGenerator(one -> getTranslation("labs.regrade.scope." + one.name()));
        scope.setValue(RegradeScope.LATEST);
        reason.setLabel(getTranslation("labs.regrade.why"));
        reason.setHelperText(getTranslation("labs.regrade.why.help"));
        reason.setWidthFull();
        refused.getElement().setAttribute("role", "alert");
        refused.addClassName("lab-refused");
    }

    @Override
    void show(CourseReference course, BeforeEnterEvent event) {
        StudioLabs.Placed lab = labs().lab(course.id(), unit(event));
        CourseRun run = run(course, event);
        name(getTranslation("labs.regrade.title.of", lab.unit().title()));
        String test = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(TEST)
                .orElse("");
        scope.addValueChangeListener(
                change -> choose(change.getValue(), run, lab.unit().key(), test));
        if (!test.isEmpty()) {
            scope.setValue(RegradeScope.CHOSEN);
        }
        Button begin = new Button(
                getTranslation("labs.regrade.begin"), Glyph.REFRESH_CW.create(), click -> begin(course, lab, run));
        begin.addThemeVariants(ButtonVariant.PRIMARY);
        Section form = new Section(
                new H2(getTranslation("labs.regrade.new")),
                new Paragraph(getTranslation("labs.regrade.help")),
                scope,
                choosing,
                reason,
                refused,
                new Div(begin));
        form.addClassNames("c-surface", "lab-regrade-new");
        typing = new KeptTyping(form, "regrade/" + run.id() + "/" + lab.unit().key()).with("reason", reason);
        content()
                .add(
                        new PageHeader(
                                        getTranslation("labs.regrade.title"),
                                        lab.unit().title() + " · " + run.title())
                                .above(crumbs(course, lab, run)),
                        form,
                        history(course, lab, run));
    }

    private void choose(RegradeScope chosen, CourseRun run, String unitKey, String test) {
        choosing.removeAll();
        if (chosen == RegradeScope.CHOSEN) {
            List<String> tests = results.tests(run.id(), unitKey, new PageRequest(0, MOST_TESTS)).stream()
                    .map(FailingTest::gradeId)
                    .toList();
            choosing.add(new ChoosingSubmissions(regrades, run.id(), unitKey, tests, test));
        }
    }

    private UUID begin(CourseRunId run, String unitKey) {
        return choosing.getChildren()
                .findFirst()
                .map(ChoosingSubmissions.class::cast)
                .map(chooser -> regrades.begin(run, unitKey, chooser.chosen(), reason.getValue()))
                .orElseGet(() -> regrades.begin(run, unitKey, scope.getValue(), reason.getValue()));
    }

    private void begin(CourseReference course, StudioLabs.Placed lab, CourseRun run) {
        try {
            UUID id = begin(run.id(), lab.unit().key());
            Optional.ofNullable(typing).ifPresent(KeptTyping::forget);
            UI.getCurrent().navigate(address(course, lab, run, id).substring(1));
        } catch (RuleViolation violation) {
            refused.setText(
                    getTranslation(violation.code(), violation.arguments().toArray()));
        }
    }

    private Component history(CourseReference course, StudioLabs.Placed lab, CourseRun run) {
        Section section = new Section(new H2(getTranslation("labs.regrade.history")));
        int all = regrades.count(run.id(), lab.unit().key());
        if (all == 0) {
            section.add(muted(getTranslation("labs.regrade.history.none")));
            return section;
        }
        OrderedList list = new OrderedList();
        list.addClassName("lab-regrades");
        Button more = new Button(getTranslation("labs.results.more"));
        more.addClickListener(click -> more(course, lab, run, list, more, all));
        more(course, lab, run, list, more, all);
        section.add(list, more);
        return section;
    }

    private void more(
            CourseReference course, StudioLabs.Placed lab, CourseRun run, OrderedList list, Button more, int all) {
        List<Regrade> page = regrades.list(run.id(), lab.unit().key(), new PageRequest(list.getComponentCount(), PAGE));
        page.forEach(regrade -> list.add(new ListItem(
                new Anchor(address(course, lab, run, regrade.id()), regrade.reason()),
                RegradeView.badge(this, regrade),
                new Times(regrade.begunAt()))));
        more.setVisible(list.getComponentCount() < all);
    }

    private static String address(CourseReference course, StudioLabs.Placed lab, CourseRun run, UUID regrade) {
        return LabsNavigation.regrade(
                course.id().value(), lab.unit().key(), run.id().value(), regrade);
    }
}
