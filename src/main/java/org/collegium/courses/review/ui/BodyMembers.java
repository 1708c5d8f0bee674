package org.collegium.courses.review.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import org.collegium.courses.review.BodyMember;
import org.collegium.courses.review.ReviewBodies;
import org.collegium.courses.review.ReviewBody;
import org.collegium.shared.EmailAddress;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.ConfirmWithConsequences;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Toasts;

/** Who is in a body that reviews courses. */
final class BodyMembers extends Div {

    private final transient ReviewBodies bodies;
    private final transient ReviewBody body;
    private final UnorderedList list = new UnorderedList();

    /** @param dissolved what happens when the body is there no more */
    BodyMembers(ReviewBodies bodies, ReviewBody body, Runnable dissolved) {
        this.bodies = bodies;
        this.body = body;
        addClassNames("c-surface", "c-studio-stack");
        list.addClassName("c-plain-list");
        Button dissolve = new Button(getTranslation("courses.review.body.dissolve"), click -> dissolve(dissolved));
        dissolve.addThemeNames("tertiary", "error");
        dissolve.setAriaLabel(getTranslation("courses.review.body.dissolve.title", body.name()));
        Div head = new Div(new H3(body.name()), dissolve);
        head.addClassName("c-studio-actions");
        add(head, list, appointing());
        show();
    }

    private void show() {
        list.removeAll();
        bodies.members(body.id()).forEach(member -> list.add(line(member)));
        list.setVisible(list.getComponentCount() > 0);
    }

    private ListItem line(BodyMember member) {
        Button dismiss = new Button(Glyph.X.create(), click -> {
            bodies.dismiss(body.id(), member.account());
            show();
        });
        dismiss.addThemeNames("tertiary", "small");
        dismiss.setAriaLabel(getTranslation("courses.review.member.dismiss", member.name()));
        Span address = new Span(member.email());
        address.addClassNames("c-muted", "c-small");
        Div line = new Div(new Div(new Span(member.name()), address), dismiss);
        line.addClassName("c-review-member");
        return new ListItem(line);
    }

    private Component appointing() {
        TextField email = new TextField(getTranslation("courses.review.member.email"));
        FieldFaults faults = new FieldFaults(Map.of("courses.review.member", email, "shared.email", email));
        Button appoint = new Button(getTranslation("courses.review.member.appoint"), click -> {
            faults.readable();
            try {
                bodies.appoint(body.id(), new EmailAddress(email.getValue()));
                email.clear();
                show();
            } catch (RuleViolation violation) {
                faults.tell(violation);
            }
        });
        Div form = new Div(email, appoint);
        form.addClassName("c-filters");
        return form;
    }

    private void dissolve(Runnable dissolved) {
        new ConfirmWithConsequences(
                        getTranslation("courses.review.body.dissolve.title", body.name()),
                        List.of(getTranslation("courses.review.body.dissolve.members", body.members())),
                        getTranslation("courses.review.body.dissolve"),
                        () -> {
                            try {
                                bodies.dissolve(body.id());
                                dissolved.run();
                            } catch (RuleViolation violation) {
                                Toasts.problem(getTranslation(
                                        violation.code(), violation.arguments().toArray()));
                            }
                        })
                .open();
    }
}
