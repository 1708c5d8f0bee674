package org.collegium.labs.sandbox;

/** The life of what runs in a sandbox, as the place where it runs tells of it. */
interface BoxLife {

    /** Whose doing an end was. */
    enum Blame {
        /** What ran in it ended, or broke a limit. */
        WORK,
        /** It ended as the work may end itself, but also as a place ends it that is short of memory. */
        DOUBTFUL,
        /** The place took it away. */
        PLACE
    }

    /**
     * How it ended.
     *
     * @param exitCode 128 and more for a signal; -1 when it is not known
     */
    record End(int exitCode, Blame blame) {

        public static final End UNKNOWN = new End(-1, Blame.WORK);

        private static final int KILLED = 128 + 9;

        /** As the exit code of a process tells it. */
        public static End of(int exitCode) {
            return new End(exitCode, exitCode == KILLED ? Blame.DOUBTFUL : Blame.WORK);
        }
    }

    boolean isAlive();

    /** Kills it; may be called again and by any thread, and does not wait. */
    void kill();

    /** Waits until it has ended, though not for ever. */
    End end();
}
