package org.collegium.labs.authoring;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.collegium.labs.LabGrader;
import org.collegium.labs.work.GradingTurns;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What this node can do for authors: its runtime, and one thing at a time, so that learners' work is not kept waiting. */
@Component
class LabNode {

    private final LabGrader grader;
    private final GradingTurns turns;
    private final ReentrantLock working = new ReentrantLock();
    private @Nullable CompletableFuture<String> runtime;

    LabNode(LabGrader grader, GradingTurns turns) {
        this.grader = grader;
        this.turns = turns;
    }

    /** Names its runtime; empty while it is not known yet or where there is none. Nobody waits for it. */
    synchronized String runtime() {
        CompletableFuture<String> asked = runtime;
        if (asked == null || (asked.isDone() && asked.getNow("").isEmpty())) {
            asked = turns.takesPart()
                    ? CompletableFuture.supplyAsync(grader::runtimeSha256)
                    : CompletableFuture.completedFuture("");
            runtime = asked;
        }
        return asked.getNow("");
    }

    /** Does something unless another thing is being done. Returns whether it did. */
    boolean alone(Runnable work) {
        if (!working.tryLock()) {
            return false;
        }
        try {
            work.run();
            return true;
        } finally {
            working.unlock();
        }
    }
}
