package org.collegium.labs.operating;

/** Which part of the queue is looked at. */
public enum QueueKind {
    /** All that is still to be graded. */
    OPEN("state in ('WAITING', 'GRADING')", "submitted_at, id"),
    /** Of these, what was tried before and not graded. */
    TRIED(
            "state in ('WAITING', 'GRADING') and (tries > 1 or (state = 'WAITING' and tries > 0))",
            "tries desc, submitted_at, id"),
    /** What was called off. */
    CANCELLED("state = 'CANCELLED'", "submitted_at desc, id");

    private final String condition;
    private final String order;

    QueueKind(String condition, String order) {
        this.condition = condition;
        this.order = order;
    }

    String condition() {
        return condition;
    }

    String order() {
        return order;
    }
}
