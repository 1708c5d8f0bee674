package org.collegium.courses;

/**
 * A unit of a draft or of a published version.
 *
 * @param version its number, 0 for the draft
 * @param newest whether it is the newest version of its course
 * @param sha256 content hash of its file
 */
public record UnitOfPartner(
        CourseId course,
        String courseTitle,
        int version,
        boolean newest,
        String unitKey,
        String unitTitle,
        String sha256) {

    /** Whether it is of a draft. */
    public boolean draft() {
        return version == 0;
    }
}
