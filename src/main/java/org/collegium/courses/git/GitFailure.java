package org.collegium.courses.git;

import java.io.IOException;
import java.util.List;

/** Why a Git server could not be asked, in words of ours: nothing that the server says or that is secret is in it. */
class GitFailure extends IOException {

    private static final long serialVersionUID = 1;

    private final Reason reason;
    private final List<String> arguments;

    GitFailure(Reason reason, String... arguments) {
        super(reason.name());
        this.reason = reason;
        this.arguments = List.of(arguments);
    }

    Reason reason() {
        return reason;
    }

    List<String> arguments() {
        return arguments;
    }

    /** What is told, each with its remedy, by {@code courses.git.failure.NAME}. */
    enum Reason {
        /** The address is one that outsiders cannot reach. */
        PRIVATE,
        UNKNOWN_HOST,
        UNREACHABLE,
        /** No certificate that is trusted. */
        CERTIFICATE,
        /** The server leads to another address that is not asked. */
        REDIRECTED,
        CREDENTIALS,
        /** The server does not know the key of the course. */
        KEY,
        /** The server proves by SSH to be another one than it was. */
        HOST_KEY,
        NO_REPOSITORY,
        NO_BRANCH,
        NO_FOLDER,
        TOO_LARGE,
        TOO_LONG,
        /** What came is no Git. */
        BROKEN,
        /** The branch has what this draft has not. */
        MOVED,
        /** The server took nothing. */
        REFUSED,
        /** Nothing differs. */
        NOTHING_NEW
    }
}
