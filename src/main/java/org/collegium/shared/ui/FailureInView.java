package org.collegium.shared.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import org.collegium.shared.RuleViolation;
import org.springframework.security.access.AccessDeniedException;

/** What an exception in a listener becomes: the broken rule in words, or an apology with an id; the view stays as it is. */
final class FailureInView implements ErrorHandler {

    @Override
    public void error(ErrorEvent event) {
        Throwable problem = rootOf(event.getThrowable());
        UI ui = UI.getCurrent();
        String place = ui == null ? "?" : "/" + ui.getActiveViewLocation().getPath();
        switch (problem) {
            case RuleViolation violation
            when ui != null ->
                Toasts.problem(ui.getTranslation(
                        violation.code(), violation.arguments().toArray()));
            case AccessDeniedException denied
            when ui != null -> Toasts.problem(ui.getTranslation("shared.error.403.text"));
            default -> {
                String id = Failure.log(event.getThrowable(), place);
                if (ui != null) {
                    Toasts.problem(ui.getTranslation("shared.error.toast", id));
                }
            }
        }
    }

    private static Throwable rootOf(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof RuleViolation || cause instanceof AccessDeniedException) {
                return cause;
            }
        }
        return problem;
    }
}
