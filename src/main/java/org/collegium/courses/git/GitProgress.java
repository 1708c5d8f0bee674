package org.collegium.courses.git;

/** Follows what is fetched, and may end it. */
interface GitProgress {

    GitProgress UNSEEN = (done, total) -> true;

    /**
     * @param done objects so far
     * @param total objects; 0 while that is not known
     * @return false to end it
     */
    boolean goOn(int done, int total);
}
