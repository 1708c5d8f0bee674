package org.collegium.credentials.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Map;
import org.collegium.credentials.rules.CourseRules;
import org.collegium.credentials.rules.RuleDraft;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.FieldFaults;
import org.collegium.shared.ui.KeptTyping;

/** Says what a rule would mean from now on, and asks why it is changed, before it holds. */
class PublishRuleDialog extends Dialog {

    PublishRuleDialog(CourseRules rules, CourseRules.Seen seen, RuleDraft draft, Runnable done) {
        setHeaderTitle(getTranslation("credentials.rule.publish.title"));
        addClassName("c-dialog");
        UnorderedList consequences = new UnorderedList();
        List.of("nobody-loses", "after", "untried")
                .forEach(word -> consequences.add(new ListItem(getTranslation("credentials.rule.publish." + word))));
        TextArea reason = new TextArea(getTranslation("credentials.rule.reason"));
        reason.setHelperText(getTranslation("credentials.rule.reason.hint"));
        reason.setRequiredIndicatorVisible(true);
        reason.setManualValidation(true);
        reason.setWidthFull();
        Div body = new Div(
                new Paragraph(getTranslation("credentials.rule.publish.new")),
                new RuleText(seen.manifest(), draft.rule()),
                consequences,
                reason);
        KeptTyping typing = new KeptTyping(body, "publish-rule/" + seen.course()).with("reason", reason);
        Button confirm = new Button(getTranslation("credentials.rule.publish.confirm"), click -> {
            try {
                rules.publish(seen.course(), draft.version(), reason.getValue());
                typing.forget();
                close();
                done.run();
            } catch (RuleViolation violation) {
                new FieldFaults(Map.of("credentials.rule.reason", reason)).tell(violation);
            }
        });
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        add(body);
        getFooter().add(typing.cancel(this), confirm);
    }
}
