package org.collegium.courses;

/** Where a course stands. */
public enum CourseState {
    /** No version was published yet. */
    DRAFT,
    /** There is a published version, open to learners through its runs. */
    PUBLISHED,
    /** It left the catalogue; those who are enrolled go on. */
    RETIRED
}
