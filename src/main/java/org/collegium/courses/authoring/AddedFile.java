package org.collegium.courses.authoring;

import org.collegium.courses.CourseFile;

/**
 * A file that came into a draft.
 *
 * @param reference as the lesson points at it: its path from the folder of the lesson
 * @param picture whether it is shown as one
 */
public record AddedFile(CourseFile file, String reference, boolean picture) {}
