package org.collegium.courses.authoring;

import java.util.List;
import java.util.Map;
import org.collegium.courses.CourseFile;
import org.collegium.courses.CourseSection;

/**
 * What a step made of an outline, by which it can be taken back.
 *
 * @param before the outline as it was
 * @param after the outline as it became
 * @param gone files that no unit uses any more and left the draft
 * @param key of the section or unit that it was about
 */
public record OutlineChange(
        List<CourseSection> before, List<CourseSection> after, Map<String, CourseFile> gone, String key) {

    public OutlineChange {
        before = List.copyOf(before);
        after = List.copyOf(after);
        gone = Map.copyOf(gone);
    }
}
