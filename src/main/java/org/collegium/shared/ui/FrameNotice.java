package org.collegium.shared.ui;

import java.util.Optional;

/** Something the current person should know on every page, shown below the top bar; contributed as a bean. */
public interface FrameNotice {

    /** What to show now, empty when nothing. Reading it never creates a session. */
    Optional<Notice> current();

    /**
     * A sentence and the way on.
     *
     * @param text message key of the sentence
     * @param action message key of the link
     * @param path where the link leads, a view
     */
    record Notice(String text, String action, String path) {}
}
