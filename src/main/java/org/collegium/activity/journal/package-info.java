/**
 * The work journal: what somebody types in a browser is in the database before it is acknowledged, whatever becomes of
 * session, node or network. Browsers reach it without a session, by a ticket.
 */
@NamedInterface("journal")
@NullMarked
package org.collegium.activity.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
