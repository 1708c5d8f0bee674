package org.collegium.integrity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.collegium.courses.CourseReference;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.Access;
import org.collegium.identity.ViewPermission;
import org.collegium.integrity.IntegrityPermissions;
import org.collegium.integrity.cases.CaseKind;
import org.collegium.integrity.cases.CaseParty;
import org.collegium.integrity.cases.Cases;
import org.collegium.integrity.cases.IntegrityCase;
import org.collegium.integrity.cases.PartyState;
import org.collegium.integrity.cases.Verdict;
import org.collegium.integrity.similarity.Comparisons;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FocusAgain;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.PageLinks;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;
import org.collegium.shared.ui.Toasts;

/** A case for staff: evidence, what learners say, the verdict for each, and what was done. */
@Route(value = "studio/courses/:course/integrity/cases/:case", layout = MainLayout.class)
@PermitAll
@ViewPermission(IntegrityPermissions.CASES)
class CaseView extends StudioIntegrityView {

    private final transient Cases cases;
    private final transient Comparisons comparisons;
    private final transient Access access;
    private final transient Said said = Said.here();
    private String path = "";
    private int page;

    CaseView(StudioCourses courses, Cases cases, Comparisons comparisons, Access access) {
        super(courses);
        this.cases = cases;
        this.comparisons = comparisons;
        this.access = access;
    }

    @Override
    void show(CourseReference course, BeforeEnterEvent event) {
        UUID id = id(event.getRouteParameters(), "case");
        path = "/" + event.getLocation().getPath();
        page = PageLinks.asked(event.getLocation().getQueryParameters());
        for (CourseRun run : courses().runs(course.id())) {
            IntegrityCase found = cases.look(run.id(), id).orElse(null);
            if (found != null) {
                show(course, found);
                return;
            }
        }
        throw new NotFoundException();
    }

    private void show(CourseReference course, IntegrityCase found) {
        name(getTranslation("integrity.case.title", found.unitTitle()));
        content().removeAll();
        content()
                .add(
                        new PageHeader(
                                        getTranslation("integrity.case.title", found.unitTitle()),
                                        getTranslation("integrity.case.kind." + found.kind()))
                                .above(crumbs(course, found.run())),
                        facts(found),
                        evidence(found));
        found.parties().forEach(party -> content().add(party(course, found, party)));
        content().add(new ActList(cases, new CourseRunId(found.run()), found.id(), page, path));
    }

    private Component facts(IntegrityCase found) {
        Paragraph concern = new Paragraph(found.concern());
        concern.addClassName("integrity-said");
        Div facts = new Div(
                new H2(getTranslation("integrity.case.concern.told")),
                concern,
                muted(getTranslation(
                        found.openedBy().isEmpty() ? "integrity.case.opened-at" : "integrity.case.opened-by",
                        said.time(found.openedAt()),
                        found.openedBy())),
                muted(getTranslation("integrity.case.until", said.time(found.statementDue()))),
                muted(getTranslation(found.secondPerson() ? "integrity.case.second.yes" : "integrity.case.second.no")));
        facts.addClassNames("c-surface", "integrity-part");
        return facts;
    }

    private Component evidence(IntegrityCase found) {
        Section section = new Section(new H2(getTranslation("integrity.case.evidence")));
        section.addClassName("integrity-part");
        section.add(muted(getTranslation("integrity.case.frozen", said.time(found.openedAt()))));
        List<CaseParty> parties = found.parties();
        if (found.kind() == CaseKind.PAIR && parties.size() == 2) {
            CaseParty one = parties.getFirst();
            CaseParty two = parties.getLast();
            section.add(
                    new Span(getTranslation(
                            "integrity.case.share",
                            said.percent(one.evidence().share()),
                            PartWords.of(
                                    this,
                                    found.part(),
                                    comparisons.parts(new CourseRunId(found.run()), found.unitKey())))),
                    new TextsBeside(
                            one.name(),
                            one.evidence().own(),
                            two.name(),
                            two.evidence().own(),
                            one.evidence().code(),
                            one.evidence().passages(),
                            path));
        } else {
            parties.forEach(party -> section.add(new EvidenceShown(party.evidence(), path, party.name())));
        }
        return section;
    }

    private Component party(CourseReference course, IntegrityCase found, CaseParty party) {
        Section section = new Section(new H2(party.name()), state(party));
        section.setId(id(party));
        section.addClassNames("c-surface", "integrity-part");
        Instant at = party.statementAt();
        if (at == null) {
            section.add(muted(getTranslation("integrity.case.no-statement", said.time(found.statementDue()))));
        } else {
            Paragraph words = new Paragraph(party.statement());
            words.addClassName("integrity-said");
            section.add(muted(getTranslation("integrity.case.stated-at", said.time(at))), words);
        }
        Verdict verdict = party.verdict();
        if (verdict != null) {
            Paragraph why = new Paragraph(party.reason());
            why.addClassName("integrity-said");
            section.add(
                    new Span(getTranslation("integrity.verdict." + verdict, String.valueOf(party.takesPercent()))),
                    why);
            if (verdict.takes()) {
                section.add(muted(getTranslation(
                        cases.acts(new CourseRunId(found.run()), found, party)
                                ? "integrity.verdict.acts"
                                : "integrity.verdict.by-hand")));
            }
        }
        section.add(acts(course, found, party));
        return section;
    }

    private static String id(CaseParty party) {
        return "party-" + party.id();
    }

    private Component state(CaseParty party) {
        return switch (party.state()) {
            case OPEN -> new StatusBadge(Status.WAITING, getTranslation("integrity.party.OPEN"));
            case PROPOSED -> new StatusBadge(Status.WAITING, getTranslation("integrity.party.PROPOSED"));
            case DECIDED -> new StatusBadge(Status.GOOD, getTranslation("integrity.party.DECIDED"));
        };
    }

    private Component acts(CourseReference course, IntegrityCase found, CaseParty party) {
        CourseRunId run = new CourseRunId(found.run());
        Div acts = new Div();
        acts.addClassName("c-studio-actions");
        String place = found.id() + "/" + party.id();
        if (party.state() == PartyState.OPEN) {
            Button decide = new Button(
                    getTranslation("integrity.decide"),
                    click -> new VerdictDialog(
                                    "integrity.decide",
                                    party.name(),
                                    found.part().isEmpty(),
                                    true,
                                    "verdict/" + place,
                                    decision -> {
                                        PartyState after =
                                                cases.decide(run, found.id(), party.id(), party.version(), decision);
                                        done(course, run, found.id(), party, "integrity.decide.done." + after);
                                    })
                            .open());
            decide.setAriaLabel(getTranslation("integrity.decide.title", party.name()));
            decide.addThemeNames("primary");
            acts.add(decide);
        } else if (party.state() == PartyState.PROPOSED && isOwn(party)) {
            acts.add(
                    muted(getTranslation("integrity.agree.another")),
                    new Button(getTranslation("integrity.take-back"), click -> takeBack(course, run, found, party)));
        } else if (party.state() == PartyState.PROPOSED) {
            Button agree = new Button(getTranslation("integrity.agree"), click -> agree(course, run, found, party));
            agree.addThemeNames("primary");
            Button not = new Button(
                    getTranslation("integrity.disagree"),
                    click -> new VerdictDialog(
                                    "integrity.disagree", party.name(), false, false, "disagree/" + place, decision -> {
                                        cases.disagree(run, found.id(), party.id(), party.version(), decision.reason());
                                        done(course, run, found.id(), party, "integrity.disagree.done");
                                    })
                            .open());
            acts.add(agree, not);
        } else {
            acts.add(new Button(
                    getTranslation("integrity.reopen"),
                    click -> new VerdictDialog(
                                    "integrity.reopen", party.name(), false, false, "reopen/" + place, decision -> {
                                        cases.reopen(run, found.id(), party.id(), party.version(), decision.reason());
                                        done(course, run, found.id(), party, "integrity.reopen.done");
                                    })
                            .open()));
        }
        return acts;
    }

    private boolean isOwn(CaseParty party) {
        return access.current()
                .filter(person -> person.account().equals(party.decidedBy()))
                .isPresent();
    }

    private void agree(CourseReference course, CourseRunId run, IntegrityCase found, CaseParty party) {
        tried(() -> {
            cases.agree(run, found.id(), party.id(), party.version());
            done(course, run, found.id(), party, "integrity.agree.done");
        });
    }

    private void takeBack(CourseReference course, CourseRunId run, IntegrityCase found, CaseParty party) {
        tried(() -> {
            cases.takeBack(run, found.id(), party.id(), party.version());
            done(course, run, found.id(), party, "integrity.disagree.done");
        });
    }

    private void tried(Runnable act) {
        try {
            act.run();
        } catch (RuleViolation violation) {
            Toasts.problem(
                    getTranslation(violation.code(), violation.arguments().toArray()));
        }
    }

    private void done(CourseReference course, CourseRunId run, UUID id, CaseParty acted, String key) {
        Toasts.show(getTranslation(key));
        cases.look(run, id).ifPresent(found -> {
            show(course, found);
            content()
                    .getChildren()
                    .filter(part -> part.getId().filter(id(acted)::equals).isPresent())
                    .findFirst()
                    .ifPresent(FocusAgain::at);
        });
    }
}
