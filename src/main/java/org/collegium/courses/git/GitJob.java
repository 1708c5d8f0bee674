package org.collegium.courses.git;

import org.collegium.courses.CourseEdition;
import org.collegium.shared.Rules;
import org.jspecify.annotations.Nullable;

/** What is done with a repository while people do something else. */
public sealed interface GitJob {

    /** Fetches and says what would change. */
    record Look() implements GitJob {}

    /**
     * Fetches and imports.
     *
     * @param replace whether edits made in Studio give way where the repository changed the same
     */
    record Update(boolean replace) implements GitJob {}

    /**
     * Sends a state of the course as a commit.
     *
     * @param version its number; null for the draft
     * @param branch that gets the commit, and is made where there is none
     * @param message of the commit
     * @param named whether the person who asks agreed to be named as its author, with the address of their account
     */
    record Push(@Nullable Integer version, String branch, String message, boolean named) implements GitJob {

        static final int LONGEST_MESSAGE = 2000;

        /** @throws org.collegium.shared.RuleViolation that names each part which cannot be used */
        public Push {
            branch = branch.strip();
            message = message.strip();
            new Rules()
                    .that(
                            branch.length() <= GitPlace.LONGEST_BRANCH && GitPlace.isBranch(branch),
                            "courses.git.push.branch")
                    .that(
                            !message.isEmpty() && message.length() <= LONGEST_MESSAGE,
                            "courses.git.push.message",
                            LONGEST_MESSAGE)
                    .hold();
        }

        CourseEdition edition() {
            return version == null ? new CourseEdition.OfDraft() : new CourseEdition.OfVersion(version);
        }
    }
}
