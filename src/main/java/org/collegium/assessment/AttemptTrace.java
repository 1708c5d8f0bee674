package org.collegium.assessment;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.collegium.identity.AccountId;

/**
 * Keeps what happens in attempts beside the answers, where the quiz asks for it; contributed as a bean. Where there is none, nothing is
 * kept and learners are told of nothing.
 */
public interface AttemptTrace {

    /** What learners read before they start. */
    Component announced();

    /**
     * The page of an attempt was opened, at the start or later; within the request that opens it.
     *
     * @return where the learner's browser tells what happens, with the ticket of the attempt's work
     */
    String opened(AccountId learner, AttemptId attempt);

    /** What was kept of an attempt, for its learner beside the result; empty when nothing was. */
    Optional<Component> shown(AccountId learner, AttemptId attempt);
}
