package org.collegium.messaging;

/** How far a mail is. */
enum MailState {
    /** Waits to be sent. */
    QUEUED,
    /** A mail server took it. */
    SENT,
    /** Given up after many attempts. */
    FAILED,
    /** There is no mail server; it can be read in demonstration mode. */
    KEPT
}
