package org.collegium.integrity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.VaadinRequest;
import java.util.List;
import java.util.Optional;
import org.collegium.assessment.AttemptId;
import org.collegium.assessment.AttemptTrace;
import org.collegium.identity.AccountId;
import org.collegium.integrity.IntegritySettings;
import org.collegium.integrity.trace.Moment;
import org.collegium.integrity.trace.TraceAddress;
import org.collegium.integrity.trace.Traces;

/** What learners are told of the trace before they start, and what they see of it with the result: the same that staff see. */
@org.springframework.stereotype.Component
class TraceForLearners implements AttemptTrace {

    private static final List<String> KEPT = List.of(
            "integrity.announced.away",
            "integrity.announced.pasted",
            "integrity.announced.network",
            "integrity.announced.window");

    private final TraceAddress address;
    private final Traces traces;
    private final IntegritySettings settings;

    TraceForLearners(TraceAddress address, Traces traces, IntegritySettings settings) {
        this.address = address;
        this.traces = traces;
        this.settings = settings;
    }

    @Override
    public Component announced() {
        UI ui = UI.getCurrent();
        UnorderedList kept = new UnorderedList();
        KEPT.forEach(key -> kept.add(new ListItem(ui.getTranslation(key))));
        return new Announced(
                new H2(ui.getTranslation("integrity.announced.title")),
                new Paragraph(ui.getTranslation("integrity.announced.lead")),
                kept,
                new Paragraph(ui.getTranslation("integrity.announced.not")),
                new Paragraph(ui.getTranslation(
                        "integrity.announced.who", settings.keepTraces().toDays())));
    }

    @Override
    public String opened(AccountId learner, AttemptId attempt) {
        VaadinRequest request = VaadinRequest.getCurrent();
        return address.opened(learner, attempt, request == null ? null : request.getRemoteAddr());
    }

    @Override
    public Optional<Component> shown(AccountId learner, AttemptId attempt) {
        List<Moment> moments = traces.own(learner, attempt);
        if (moments.isEmpty()) {
            return Optional.empty();
        }
        UI ui = UI.getCurrent();
        Paragraph rule = new Paragraph(ui.getTranslation("integrity.shown.rule"));
        rule.addClassName("c-muted");
        NativeDetails details = new NativeDetails(
                ui.getTranslation("integrity.shown", moments.size()), new Announced(rule, new MomentList(moments)));
        details.addClassName("integrity-shown");
        return Optional.of(details);
    }

    /** Carries the style sheet into pages of quizzes. */
    @StyleSheet("styles/integrity.css")
    private static final class Announced extends Div {

        Announced(Component... parts) {
            super(parts);
            addClassName("integrity-announced");
        }
    }
}
