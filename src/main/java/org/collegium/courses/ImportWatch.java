package org.collegium.courses;

/** Follows an import that runs, and may end it. */
public interface ImportWatch {

    /** Nobody watches. */
    ImportWatch NOBODY = (file, done, total) -> true;

    /**
     * Called before each file is read.
     *
     * @param file the path of the file
     * @param done files read so far
     * @param total files to read
     * @return false to end the import
     */
    boolean goOn(String file, int done, int total);
}
