package org.collegium.courses.languages;

import org.collegium.courses.CourseVersion;

/** The same course in another language, as it is published. */
public record Variant(CourseVersion version) {

    /** BCP 47. */
    public String language() {
        return version.manifest().metadata().language();
    }

    /** Key of the course, unique within its partner. */
    public String key() {
        return version.manifest().metadata().key();
    }

    /** Whether it has this unit, so that one lands on the same one. */
    public boolean has(String unitKey) {
        return version.manifest().unit(unitKey).isPresent();
    }
}
