package org.collegium.labs.work;

import java.time.Duration;
import java.util.function.Consumer;
import org.collegium.labs.GradingProgress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes on how far a grading is, seldom enough to cost nothing: most are over before the first note. */
final class ProgressNotes implements Consumer<GradingProgress> {

    private static final Logger LOG = LoggerFactory.getLogger(ProgressNotes.class);
    private static final Duration BETWEEN = Duration.ofMillis(700);

    private final Consumer<GradingProgress> notes;
    private long last = System.nanoTime();

    ProgressNotes(Consumer<GradingProgress> notes) {
        this.notes = notes;
    }

    /** That a note is not taken is no reason to end a grading. */
    @Override
    public void accept(GradingProgress progress) {
        long now = System.nanoTime();
        if (now - last < BETWEEN.toNanos()) {
            return;
        }
        last = now;
        try {
            notes.accept(progress);
        } catch (RuntimeException fault) {
            LOG.debug("How far a grading is could not be noted", fault);
        }
    }
}
