package org.collegium.courses.authoring;

import org.collegium.activity.journal.WorkTicket;

/**
 * A lesson on which somebody begins to work.
 *
 * @param ticket with which the browser keeps what is typed
 * @param text as the draft has it, with line feeds alone at the ends of lines
 * @param head SHA-256 of it, by which a change says what it was made on
 */
public record OpenLesson(WorkTicket ticket, String text, String head) {}
