package org.collegium.courses.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import java.util.Optional;
import org.collegium.courses.CourseId;
import org.collegium.courses.git.CourseRepositories;
import org.collegium.courses.git.GitConnection;
import org.collegium.courses.git.GitPlace;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.Rules;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.KeptTyping;

/** Asks where a course lives and how one gets there. The token is never shown again, nor kept in the browser. */
final class GitConnectForm extends Div {

    private final CourseId course;
    private final transient CourseRepositories repositories;
    private final transient Runnable done;
    private final TextField address = new TextField();
    private final TextField branch = new TextField();
    private final TextField folder = new TextField();
    private final TextField user = new TextField();
    private final PasswordField token = new PasswordField();
    private final transient KeptTyping typing;
    private final transient FieldFaults faults = new FieldFaults(Map.of(
            "courses.git.address", address,
            "courses.git.branch", branch,
            "courses.git.folder", folder,
            "courses.git.user", user,
            "courses.git.token", token));

    GitConnectForm(CourseId course, Optional<GitConnection> now, CourseRepositories repositories, Runnable done) {
        this.course = course;
        this.repositories = repositories;
        this.done = done;
        address.setLabel(getTranslation("courses.git.address"));
        address.setHelperText(getTranslation("courses.git.address.help"));
        address.setValue(now.map(found -> found.place().address()).orElse(""));
        branch.setLabel(getTranslation("courses.git.branch"));
        branch.setValue(now.map(found -> found.place().branch()).orElse("main"));
        folder.setLabel(getTranslation("courses.git.folder"));
        folder.setHelperText(getTranslation("courses.git.folder.help"));
        folder.setValue(now.map(found -> found.place().folder()).orElse(""));
        user.setLabel(getTranslation("courses.git.user"));
        user.setHelperText(getTranslation("courses.git.user.help"));
        user.setValue(now.map(GitConnection::user).orElse(""));
        user.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.OFF);
        token.setLabel(getTranslation("courses.git.token"));
        token.setHelperText(getTranslation(
                now.map(GitConnection::token).orElse(false) ? "courses.git.token.kept" : "courses.git.token.help"));
        token.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.NEW_PASSWORD);
        token.setRevealButtonVisible(false);
        Div fields = new Div(address, branch, folder, user, token);
        fields.addClassName("c-studio-form");
        fields.setWidthFull();
        address.setWidthFull();
        typing = new KeptTyping(fields, "git/" + course)
                .with("address", address)
                .with("branch", branch)
                .with("folder", folder)
                .with("user", user);
        Button save = new Button(getTranslation("courses.git.save"), Glyph.LINK.create(), click -> save());
        save.addThemeNames("primary");
        add(fields, new Div(save));
        addClassName("c-studio-stack");
    }

    private void save() {
        if (!faults.readable()) {
            return;
        }
        try {
            GitPlace[] place = new GitPlace[1];
            new Rules()
                    .in(() -> place[0] = new GitPlace(address.getValue(), branch.getValue(), folder.getValue()))
                    .in(() -> CourseRepositories.judge(user.getValue(), given()))
                    .hold();
            repositories.connect(course, place[0], user.getValue(), given());
            token.clear();
            typing.forget();
            done.run();
        } catch (RuleViolation violation) {
            faults.tell(violation);
        }
    }

    private Optional<String> given() {
        return Optional.of(token.getValue().strip()).filter(text -> !text.isEmpty());
    }
}
