package org.collegium.courses.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.collegium.courses.PublishedVersion;
import org.collegium.courses.git.CourseRepositories;
import org.collegium.courses.git.GitConnection;
import org.collegium.courses.git.GitJob;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.KeptTyping;

/** Asks what is sent to the repository, where, and in whose name. */
final class GitPushDialog extends Dialog {

    private static final int DRAFT = 0;

    private final Select<Integer> state = new Select<>();
    private final TextField branch = new TextField();
    private final TextArea message = new TextArea();
    private final Checkbox named = new Checkbox();
    private final transient CourseRepositories repositories;
    private final transient GitConnection connection;
    private final transient Runnable begun;
    private final transient KeptTyping typing;
    private final transient FieldFaults faults =
            new FieldFaults(Map.of("courses.git.push.branch", branch, "courses.git.push.message", message));

    GitPushDialog(
            GitConnection connection,
            boolean draft,
            List<PublishedVersion> versions,
            String email,
            CourseRepositories repositories,
            Runnable begun) {
        this.repositories = repositories;
        this.connection = connection;
        this.begun = begun;
        setHeaderTitle(getTranslation("courses.git.push.title"));
        addClassName("c-dialog");
        List<Integer> states = new ArrayList<>();
        if (draft) {
            states.add(DRAFT);
        }
        versions.forEach(version -> states.add(version.number()));
        state.setLabel(getTranslation("courses.git.push.state"));
        state.setItems(states);
        state.setItemLabelGenerator(number -> number == DRAFT
                ? getTranslation("courses.git.push.draft")
                : getTranslation("courses.git.push.version", number));
        state.setValue(states.getFirst());
        branch.setLabel(getTranslation("courses.git.push.branch.label"));
        branch.setHelperText(getTranslation("courses.git.push.branch.help"));
        branch.setValue(connection.place().branch());
        message.setLabel(getTranslation("courses.git.push.message.label"));
        message.setValue(getTranslation("courses.git.push.message.value"));
        named.setLabel(getTranslation("courses.git.push.named"));
        named.setHelperText(getTranslation("courses.git.push.named.help", email));
        Div fields = new Div(state, branch, message, named);
        fields.addClassName("c-studio-form");
        add(new Paragraph(getTranslation("courses.git.push.lead")), fields);
        typing = new KeptTyping(fields, "git-push/" + connection.course())
                .with("branch", branch)
                .with("message", message);
        Button send = new Button(getTranslation("courses.git.push.send"), click -> send());
        send.addThemeNames("primary");
        getFooter().add(typing.cancel(this), send);
    }

    private void send() {
        if (!faults.readable()) {
            return;
        }
        try {
            Integer number = state.getValue();
            repositories.begin(
                    connection.course(),
                    new GitJob.Push(
                            number == null || number == DRAFT ? null : number,
                            branch.getValue(),
                            message.getValue(),
                            named.getValue()));
            typing.forget();
            close();
            begun.run();
        } catch (RuleViolation violation) {
            faults.tell(violation);
        }
    }
}
