package org.collegium.integrity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.collegium.identity.Access;
import org.collegium.identity.AccountId;
import org.collegium.integrity.cases.OwnCase;
import org.collegium.integrity.cases.OwnCases;
import org.collegium.integrity.cases.Verdict;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.FocusAgain;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.KeptTyping;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;
import org.collegium.shared.ui.StatusBadge;
import org.collegium.shared.ui.StatusBadge.Status;
import org.collegium.shared.ui.Toasts;

/** A case for the learner whom it concerns: what it rests on, what they say, what came of it. */
@Route(value = "integrity/:case", layout = MainLayout.class)
@PermitAll
@StyleSheet("styles/studio.css")
@StyleSheet("styles/integrity.css")
class OwnCaseView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient OwnCases cases;
    private final transient Access access;
    private final transient WaitingCases waiting;
    private final transient Said said = Said.here();
    private final Div content = new Div();
    private String title = "";
    private String path = "";

    OwnCaseView(OwnCases cases, Access access, WaitingCases waiting) {
        this.cases = cases;
        this.access = access;
        this.waiting = waiting;
        content.addClassName("c-studio");
        add(content);
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        UUID id = StudioIntegrityView.id(event.getRouteParameters(), "case");
        path = "/" + event.getLocation().getPath();
        show(person(), id);
    }

    private AccountId person() {
        return access.account().orElseThrow(NotFoundException::new);
    }

    private void show(AccountId person, UUID id) {
        OwnCase found = cases.look(person, id).orElseThrow(NotFoundException::new);
        title = getTranslation("integrity.own.title", found.unitTitle());
        content.removeAll();
        content.add(
                new PageHeader(
                        title,
                        getTranslation(found.verdict() == null ? "integrity.own.lead" : "integrity.own.lead.decided")),
                state(found));
        Paragraph concern = new Paragraph(found.concern());
        concern.addClassName("integrity-said");
        Section told = new Section(
                new H2(getTranslation("integrity.own.concern")),
                concern,
                StudioIntegrityView.muted(getTranslation("integrity.own.opened", said.time(found.openedAt()))));
        told.addClassNames("c-surface", "integrity-part");
        content.add(told, evidence(found), statements(person, found));
    }

    private Component state(OwnCase found) {
        Verdict verdict = found.verdict();
        Instant at = found.decidedAt();
        if (verdict == null || at == null) {
            return StudioIntegrityView.stack(List.of(
                    new StatusBadge(
                            Status.WAITING,
                            getTranslation(
                                    found.statements().isEmpty()
                                            ? "integrity.own.waits-for-you"
                                            : "integrity.own.waits-for-staff")),
                    new Span(getTranslation("integrity.own.until", said.time(found.statementDue())))));
        }
        Paragraph why = new Paragraph(found.reason());
        why.addClassName("integrity-said");
        Section decided = new Section(
                new H2(getTranslation("integrity.own.decided")),
                new StatusBadge(
                        verdict == Verdict.NO_MISCONDUCT ? Status.GOOD : Status.NEUTRAL,
                        getTranslation("integrity.verdict." + verdict, String.valueOf(found.takesPercent()))),
                why,
                StudioIntegrityView.muted(getTranslation("integrity.own.decided-at", said.time(at))));
        decided.addClassNames("c-surface", "integrity-part");
        return decided;
    }

    private Component evidence(OwnCase found) {
        boolean texts = found.evidence().moments().isEmpty();
        Paragraph rule = new Paragraph(
                texts
                        ? getTranslation(
                                "integrity.own.evidence.texts",
                                said.percent(found.evidence().share()))
                        : getTranslation("integrity.own.evidence.trace"));
        rule.addClassName("c-muted");
        Section section = new Section(
                new H2(getTranslation("integrity.case.evidence")),
                rule,
                new EvidenceShown(found.evidence(), path, getTranslation("integrity.own.text")));
        section.addClassName("integrity-part");
        return section;
    }

    private Component statements(AccountId person, OwnCase found) {
        Section section = new Section(new H2(getTranslation("integrity.own.statement")));
        section.addClassName("integrity-part");
        OrderedList before = new OrderedList();
        before.addClassName("integrity-acts");
        found.statements().forEach(one -> {
            Paragraph words = new Paragraph(one.words());
            words.addClassName("integrity-said");
            before.add(new ListItem(
                    StudioIntegrityView.muted(getTranslation("integrity.own.said-at", said.time(one.at()))), words));
        });
        section.add(before);
        if (found.verdict() == null) {
            section.add(form(person, found));
        }
        return section;
    }

    private Component form(AccountId person, OwnCase found) {
        TextArea words = new TextArea(
                getTranslation(found.statements().isEmpty() ? "integrity.own.say" : "integrity.own.say-more"));
        words.setHelperText(getTranslation("integrity.own.say.help", OwnCases.LONGEST_STATEMENT));
        words.setMinRows(6);
        FieldFaults faults = new FieldFaults(Map.of("integrity.statement", words));
        Div form = new Div(words);
        form.addClassName("c-studio-form");
        KeptTyping typing = new KeptTyping(form, "integrity/statement/" + found.id()).with("words", words);
        Button send = new Button(getTranslation("integrity.own.send"), Glyph.SEND.create());
        send.addThemeNames("primary");
        send.setDisableOnClick(true);
        send.addClickListener(click -> {
            send.setEnabled(true);
            if (!faults.readable()) {
                return;
            }
            try {
                cases.state(person, found.id(), words.getValue());
                typing.forget();
                waiting.forget(person);
                Toasts.show(getTranslation("integrity.own.sent"));
                // The notice above the page knows of it, too.
                UI.getCurrent().refreshCurrentRoute(true);
                FocusAgain.at(UI.getCurrent().getCurrentView());
            } catch (RuleViolation violation) {
                faults.tell(violation);
            }
        });
        form.add(send);
        return form;
    }
}
