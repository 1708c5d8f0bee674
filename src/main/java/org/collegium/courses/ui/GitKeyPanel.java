package org.collegium.courses.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import org.collegium.courses.git.CourseRepositories;
import org.collegium.courses.git.GitConnection;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.ConfirmWithConsequences;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.Toasts;

/** How a course and a Git server know each other by SSH: the key of the course, and the server's. */
final class GitKeyPanel extends Section {

    private final transient CourseRepositories repositories;
    private final transient GitConnection connection;
    private final transient Runnable changed;

    /** @param changed what is to be done when something is known or forgotten */
    GitKeyPanel(GitConnection connection, CourseRepositories repositories, Runnable changed) {
        this.connection = connection;
        this.repositories = repositories;
        this.changed = changed;
        addClassNames("c-surface", "c-studio-stack");
        add(
                new H2(getTranslation("courses.git.keys.heading")),
                new GitKeyToCopy(
                        String.valueOf(connection.key()),
                        new Button(getTranslation("courses.git.key.renew"), click -> renew())),
                new H3(getTranslation("courses.git.host-key.heading")));
        String known = connection.hostKey();
        if (known == null) {
            unknown();
        } else {
            known(known);
        }
    }

    private void renew() {
        new ConfirmWithConsequences(
                        getTranslation("courses.git.key.renew.title"),
                        List.of(
                                getTranslation("courses.git.key.renew.old"),
                                getTranslation("courses.git.key.renew.new")),
                        getTranslation("courses.git.key.renew"),
                        () -> act(() -> repositories.newKey(connection.course())))
                .open();
    }

    private void known(String fingerprint) {
        Div shown = new Div(new Code(fingerprint));
        shown.addClassName("c-breaks");
        Button forget = new Button(
                getTranslation("courses.git.host-key.forget"),
                click -> act(() -> repositories.knowHost(connection.course(), "")));
        forget.addThemeNames("tertiary");
        add(new Paragraph(getTranslation("courses.git.host-key.known")), shown, new Div(forget));
    }

    private void unknown() {
        TextField typed = new TextField(getTranslation("courses.git.host-key"));
        typed.setHelperText(getTranslation("courses.git.host-key.help"));
        typed.setWidthFull();
        FieldFaults faults = new FieldFaults(Map.of("courses.git.host-key", typed));
        Button keep = new Button(getTranslation("courses.git.host-key.save"), click -> {
            faults.readable();
            try {
                if (typed.isEmpty()) {
                    throw new RuleViolation("courses.git.host-key.wrong");
                }
                repositories.knowHost(connection.course(), typed.getValue());
                changed.run();
            } catch (RuleViolation wrong) {
                faults.tell(wrong);
            }
        });
        add(new Paragraph(getTranslation("courses.git.host-key.none")), typed, new Div(keep));
    }

    private void act(Runnable change) {
        try {
            change.run();
        } catch (RuleViolation busy) {
            Toasts.show(getTranslation(busy.code(), busy.arguments().toArray()));
        }
        changed.run();
    }
}
