package org.collegium.activity.journal;

import java.util.UUID;

/**
 * A save came after the end of its work, and is about to be refused. Who owns the kind of work may move the end while it is told
 * this, as after an outage; then the save is kept.
 */
public record WorkEndPassed(String kind, UUID subject) {}
