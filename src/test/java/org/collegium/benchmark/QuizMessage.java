package org.collegium.benchmark;

/**
 * What a browser sends for a quiz.
 *
 * @param address below the root of the application
 * @param ticket with which it goes to the journal; empty for a message to the view
 */
public record QuizMessage(String address, String ticket, String body) {

    boolean toJournal() {
        return !ticket.isEmpty();
    }
}
