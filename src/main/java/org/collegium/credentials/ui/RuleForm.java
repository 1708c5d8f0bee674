package org.collegium.credentials.ui;

import com.vaadin.flow.component.html.Div;
import java.util.Optional;
import org.collegium.credentials.rules.CourseRules;
import org.collegium.credentials.rules.EarningRule;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.KeptTyping;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The editor of a rule; what is chosen in it outlives the session. */
class RuleForm extends Div {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String RULE = "rule";

    private final transient CourseRules.Seen seen;
    private final transient KeptTyping typing;
    private RuleEditor editor;

    RuleForm(CourseRules.Seen seen, EarningRule rule, KeptTyping typing) {
        this.seen = seen;
        this.typing = typing;
        editor = new RuleEditor(seen.manifest(), rule, this::changed);
        add(editor);
        typing.with(RULE, this::written, this::bringBack);
    }

    Optional<EarningRule> rule() {
        return editor.rule();
    }

    void tell(RuleViolation violation) {
        editor.tell(violation);
    }

    void forget() {
        typing.forget();
    }

    private void changed() {
        typing.keep(RULE);
    }

    /** What is not whole yet is not kept. */
    private String written() {
        return editor.seen().map(JSON::writeValueAsString).orElse("");
    }

    private void bringBack(String kept) {
        try {
            RuleEditor before = new RuleEditor(seen.manifest(), JSON.readValue(kept, EarningRule.class), this::changed);
            replace(editor, before);
            editor = before;
        } catch (JacksonException | RuleViolation unreadable) {
            typing.forget();
        }
    }
}
