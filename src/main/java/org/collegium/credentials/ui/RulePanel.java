package org.collegium.credentials.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.collegium.courses.CourseId;
import org.collegium.credentials.TryingRules;
import org.collegium.credentials.rules.Condition;
import org.collegium.credentials.rules.CourseRules;
import org.collegium.credentials.rules.EarningRule;
import org.collegium.credentials.rules.IssueMode;
import org.collegium.credentials.rules.PublishedRule;
import org.collegium.credentials.rules.RuleDraft;
import org.collegium.credentials.rules.Validity;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.KeptTyping;
import org.collegium.shared.ui.Toasts;

/** What holds for the certificate of a course, and the draft of what may hold next. */
class RulePanel extends Div {

    private static final PageRequest LATEST = new PageRequest(0, 50);
    private static final EarningRule FIRST = new EarningRule(
            new Condition.Group(false, List.of(new Condition.Completed())), IssueMode.APPROVAL, Validity.FOREVER);

    private final transient CourseRules rules;
    private final transient TryingRules trying;
    private final CourseId course;
    private final boolean registrar;

    /** @param registrar whether the person may try drafts and publish them */
    RulePanel(CourseRules rules, TryingRules trying, CourseRules.Seen seen, boolean registrar) {
        this.rules = rules;
        this.trying = trying;
        this.course = seen.course();
        this.registrar = registrar;
        addClassName("rule-panel");
        show(seen);
    }

    private void show(CourseRules.Seen seen) {
        removeAll();
        add(holding(seen), draft(seen));
    }

    private void again() {
        rules.find(course).ifPresent(this::show);
    }

    private Div holding(CourseRules.Seen seen) {
        Div holding = new Div(new H2(getTranslation("credentials.rule.holds")));
        holding.addClassNames("c-surface", "rule-part");
        seen.now()
                .ifPresentOrElse(
                        rule -> holding.add(new RuleText(seen.manifest(), rule)),
                        () -> holding.add(new Paragraph(getTranslation("credentials.rule.none"))));
        List<String> gone = seen.gone();
        if (!gone.isEmpty()) {
            Paragraph lost = new Paragraph(getTranslation("credentials.rule.gone", String.join(", ", gone)));
            lost.addClassNames("c-notice", "c-notice-waiting");
            holding.add(lost);
        }
        Paragraph since = new Paragraph(seen.holding()
                .map(this::since)
                .orElseGet(() -> getTranslation(
                        seen.now().isPresent() ? "credentials.rule.holds.file" : "credentials.rule.none")));
        since.addClassNames("c-muted", "c-small");
        if (seen.holding().isPresent() || seen.now().isPresent()) {
            holding.add(since);
        }
        if (seen.holding().filter(rule -> rule.number() > 1).isPresent()) {
            holding.add(earlier(seen));
        }
        if (registrar && seen.now().isPresent()) {
            holding.add(new Button(getTranslation("credentials.rule.look"), click -> begin(() -> trying.look(course))));
        }
        return holding;
    }

    private NativeDetails earlier(CourseRules.Seen seen) {
        Div all = new Div();
        rules.history(course, LATEST).stream().skip(1).forEach(rule -> {
            Paragraph since = new Paragraph(since(rule));
            since.addClassNames("c-muted", "c-small");
            all.add(new RuleText(seen.manifest(), rule.rule()), since);
        });
        return new NativeDetails(getTranslation("credentials.rule.before"), all);
    }

    private String since(PublishedRule rule) {
        return getTranslation("credentials.rule.holds.since", rule.number(), Words.dayText(rule.at()), rule.reason());
    }

    private Div draft(CourseRules.Seen seen) {
        Optional<RuleDraft> draft = seen.draft();
        Div part = new Div(new H2(getTranslation("credentials.rule.draft")));
        part.addClassNames("c-surface", "rule-part");
        Paragraph state = new Paragraph(
                draft.map(found -> getTranslation("credentials.rule.draft.of", Words.dayText(found.changedAt())))
                        .orElseGet(() -> getTranslation("credentials.rule.draft.none")));
        state.addClassNames("c-muted", "c-small");
        Div editing = new Div();
        RuleForm form = new RuleForm(
                seen,
                draft.map(RuleDraft::rule).or(seen::now).orElse(FIRST),
                new KeptTyping(
                        editing,
                        "rule/" + course + "/" + draft.map(RuleDraft::version).orElse(0)));
        editing.add(form);
        Div actions = new Div();
        actions.addClassName("certificate-actions");
        Button save = new Button(getTranslation("credentials.rule.save"), click -> save(form, draft));
        if (!registrar || draft.isEmpty()) {
            save.addThemeVariants(ButtonVariant.PRIMARY);
        }
        actions.add(save);
        draft.ifPresent(found -> {
            if (registrar) {
                Button publish = new Button(
                        getTranslation("credentials.rule.publish"),
                        click -> new PublishRuleDialog(rules, seen, found, this::published).open());
                publish.addThemeVariants(ButtonVariant.PRIMARY);
                actions.add(
                        new Button(
                                getTranslation("credentials.rule.try"), click -> begin(() -> trying.tryDraft(course))),
                        publish);
            }
            Button drop = new Button(getTranslation("credentials.rule.drop"), click -> {
                rules.drop(course, found.version());
                form.forget();
                Toasts.show(getTranslation("credentials.rule.dropped"));
                again();
            });
            drop.addThemeVariants(ButtonVariant.TERTIARY);
            actions.add(drop);
        });
        part.add(state, editing, actions);
        if (!registrar) {
            Paragraph who = new Paragraph(getTranslation("credentials.rule.registrar"));
            who.addClassNames("c-muted", "c-small");
            part.add(who);
        }
        return part;
    }

    private void save(RuleForm form, Optional<RuleDraft> before) {
        form.rule().ifPresent(rule -> {
            try {
                rules.keep(course, before.map(RuleDraft::version).orElse(0), rule);
                form.forget();
                Toasts.show(getTranslation("credentials.rule.saved"));
                again();
            } catch (RuleViolation violation) {
                form.tell(violation);
            }
        });
    }

    private void published() {
        Toasts.show(getTranslation("credentials.rule.published"));
        again();
        begin(() -> trying.look(course));
    }

    private void begin(Supplier<UUID> work) {
        try {
            UI.getCurrent().navigate(CredentialsNavigation.ISSUES + "/" + work.get());
        } catch (RuleViolation nobody) {
            Toasts.problem(getTranslation(nobody.code(), nobody.arguments().toArray()));
        }
    }
}
