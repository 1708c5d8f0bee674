package org.collegium.shared;

import java.io.PrintStream;
import java.net.BindException;
import java.sql.SQLException;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
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
        if (event instanceof ApplicationPreparedEvent) {
            step("Starting the application");
        } else if (event instanceof ApplicationReadyEvent) {
            OUT.println("COLLEGIUM READY");
        } else if (event instanceof ApplicationFailedEvent failure) {
            OUT.println("COLLEGIUM FAILED: " + reason(failure.getException()));
        }
    }

    /** In one sentence: what somebody put into words, else what the database says, else the innermost cause. */
    static String reason(Throwable failure) {
        Throwable innermost = failure;
        Throwable database = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartFailure) {
                return line(cause);
            }
            if (cause instanceof SQLException) {
                database = cause;
            }
            innermost = cause;
        }
        if (database != null) {
            return "the database cannot be used: " + line(database);
        }
        return innermost instanceof BindException || line(innermost).contains("Address already in use")
                ? "the port is taken; set COLLEGIUM_PORT to another."
                : line(innermost);
    }

    private static String line(Throwable cause) {
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }
}
