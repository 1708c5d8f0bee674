package org.collegium.shared;

import java.io.PrintStream;
import java.net.BindException;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;

/**
 * Tells whoever started the process how the start goes, one line for each step, in a form that the start script reads:
 * {@code COLLEGIUM STEP: …}, {@code COLLEGIUM READY}, {@code COLLEGIUM FAILED: …}.
 */
public final class StartReport implements ApplicationListener<ApplicationEvent> {

    private static final PrintStream OUT = System.out;

    /** Says what takes the time now. */
    public static void step(String sentence) {
        OUT.println("COLLEGIUM STEP: " + sentence);
    }

    @Override
    public void onApplicationEvent(ApplicationEvent event) {
        if (event instanceof ApplicationReadyEvent) {
            OUT.println("COLLEGIUM READY");
        } else if (event instanceof ApplicationFailedEvent failure) {
            OUT.println("COLLEGIUM FAILED: " + reason(failure.getException()));
        }
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return cause instanceof BindException || message.contains("Address already in use")
                ? "the port is taken; set COLLEGIUM_PORT to another."
                : message;
    }
}
