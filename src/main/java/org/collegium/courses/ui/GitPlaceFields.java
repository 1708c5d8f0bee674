package org.collegium.courses.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.collegium.courses.git.CourseRepositories;
import org.collegium.courses.git.GitConnection;
import org.collegium.courses.git.GitPlace;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.Rules;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.KeptTyping;

/** The fields for where a repository is and how one gets there. The token is never shown again, nor kept in the browser. */
final class GitPlaceFields extends Div {

    private final TextField address = new TextField();
    private final TextField branch = new TextField();
    private final TextField folder = new TextField();
    private final TextField user = new TextField();
    private final PasswordField token = new PasswordField();
    private final Div signIn = new Div(user, token);
    private final Paragraph byKey = new Paragraph();
    private final transient KeptTyping typing;
    private final transient FieldFaults faults = new FieldFaults(Map.of(
            "courses.git.address", address,
            "courses.git.branch", branch,
            "courses.git.folder", folder,
            "courses.git.user", user,
            "courses.git.token", token));

    /**
     * What was filled in.
     *
     * @param token empty where none was given
     */
    record Filled(GitPlace place, String user, Optional<String> token) {}

    /** @param key under which typing is kept in the browser */
    GitPlaceFields(Optional<GitConnection> now, String key) {
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
        user.setAutocomplete(Autocomplete.OFF);
        token.setLabel(getTranslation("courses.git.token"));
        token.setHelperText(getTranslation(
                now.map(GitConnection::token).orElse(false) ? "courses.git.token.kept" : "courses.git.token.help"));
        token.setAutocomplete(Autocomplete.NEW_PASSWORD);
        token.setRevealButtonVisible(false);
        signIn.addClassName("c-studio-form");
        signIn.setWidthFull();
        byKey.setText(getTranslation("courses.git.by-key"));
        add(address, branch, folder, signIn, byKey);
        address.addValueChangeListener(change -> follow());
        follow();
        addClassName("c-studio-form");
        setWidthFull();
        address.setWidthFull();
        typing = new KeptTyping(this, key)
                .with("address", address)
                .with("branch", branch)
                .with("folder", folder)
                .with("user", user);
    }

    /** Whether the address is one by SSH, for which the platform has a key. */
    boolean ssh() {
        return GitPlace.isBySsh(address.getValue());
    }

    /** Has something done whenever the address is another. */
    void addressed(Runnable act) {
        address.addValueChangeListener(change -> act.run());
    }

    private void follow() {
        signIn.setVisible(!ssh());
        byKey.setVisible(ssh());
    }

    /** Has something done with what was filled in; what is wrong with it, or is refused then, is told at its field. */
    void filled(Consumer<Filled> act) {
        if (!faults.readable()) {
            return;
        }
        try {
            GitPlace[] place = new GitPlace[1];
            Optional<String> given = Optional.of(token.getValue().strip()).filter(text -> !text.isEmpty() && !ssh());
            String name = ssh() ? "" : user.getValue();
            new Rules()
                    .in(() -> place[0] = new GitPlace(address.getValue(), branch.getValue(), folder.getValue()))
                    .in(() -> CourseRepositories.judge(name, given))
                    .hold();
            act.accept(new Filled(place[0], name, given));
            token.clear();
            typing.forget();
        } catch (RuleViolation violation) {
            faults.tell(violation);
        }
    }
}
