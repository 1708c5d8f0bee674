package org.collegium.messaging;

/** A mail as it is read: the same content twice, for programs with and without HTML. */
record MailText(String subject, String text, String html) {}
