package org.collegium.activity;

import java.util.List;
import org.collegium.source.Place;

/**
 * What is in an activity.
 *
 * @param title from the file; empty when it has none
 * @param minutes that it takes, estimated; at least 1
 * @param references to other files
 * @param skills that it names
 */
public record ActivityFacts(
        String title, int minutes, ActivityCounts counts, List<FileReference> references, List<SkillReference> skills) {

    public static final ActivityFacts NONE = new ActivityFacts("", 1, ActivityCounts.NONE, List.of(), List.of());

    public ActivityFacts {
        references = List.copyOf(references);
        skills = List.copyOf(skills);
    }

    /** The key of a skill, and where it is named. */
    public record SkillReference(String key, Place at) {}
}
