package org.collegium.identity.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.collegium.identity.SignedIn;
import org.collegium.identity.security.Sessions;
import org.collegium.identity.security.Throttle;
import org.collegium.identity.security.ThrottledAction;
import org.collegium.shared.RuleViolation;
import org.springframework.stereotype.Component;

/** Asks for the current password before something that only the owner may do, as slowly as signing in. */
@Component
class OwnPassword {

    private final Throttle throttle;
    private final Sessions sessions;
    private final Forms forms;

    OwnPassword(Throttle throttle, Sessions sessions, Forms forms) {
        this.throttle = throttle;
        this.sessions = sessions;
        this.forms = forms;
    }

    static PasswordField field(String label) {
        PasswordField field = new PasswordField(label);
        field.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        return field;
    }

    /**
     * Does something that checks the password; a wrong one is told at its field, another broken rule at the other field.
     *
     * @return whether it was done
     */
    boolean ask(SignedIn person, PasswordField current, HasValidation other, Work work) {
        current.setInvalid(false);
        other.setInvalid(false);
        HttpServletRequest request = VaadinServletRequest.getCurrent().getHttpServletRequest();
        Optional<Duration> waiting =
                throttle.attempt(ThrottledAction.SIGN_IN, person.getUsername(), request.getRemoteAddr());
        if (waiting.isPresent()) {
            current.setErrorMessage(forms.waiting(waiting.get(), UI.getCurrent().getLocale()));
            current.setInvalid(true);
            return false;
        }
        try {
            work.with(current.getValue());
        } catch (RuleViolation violation) {
            HasValidation field = violation.code().equals("identity.password.wrong") ? current : other;
            field.setErrorMessage(current.getTranslation(
                    violation.code(), violation.arguments().toArray()));
            field.setInvalid(true);
            return false;
        }
        throttle.forgive(ThrottledAction.SIGN_IN, person.getUsername(), request.getRemoteAddr());
        sessions.renew(
                person.account(), request, VaadinServletResponse.getCurrent().getHttpServletResponse());
        current.clear();
        return true;
    }

    /** What is done with the password that was typed. */
    interface Work {
        void with(String password);
    }
}
