package org.collegium.courses.derived;

import java.util.Set;

/** What a licence says about works that are made from the work. */
public enum Adaptation {
    /** They may be under another licence that names the source. */
    FREE,
    /** They must be under the same licence. */
    ALIKE,
    /** They may not be passed on. */
    FORBIDDEN,
    /** Nothing that the platform knows. */
    UNKNOWN;

    private static final Set<String> FREELY = Set.of(
            "0BSD",
            "AFL-3.0",
            "Apache-2.0",
            "Artistic-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "BSL-1.0",
            "CC-BY-2.0",
            "CC-BY-2.5",
            "CC-BY-3.0",
            "CC-BY-4.0",
            "CC0-1.0",
            "CDLA-Permissive-2.0",
            "FSFAP",
            "ISC",
            "MIT",
            "MIT-0",
            "ODC-By-1.0",
            "OGL-UK-3.0",
            "PDDL-1.0",
            "Unlicense");

    private static final Set<String> ALIKE_ONLY = Set.of(
            "AGPL-3.0-only",
            "AGPL-3.0-or-later",
            "CC-BY-NC-3.0",
            "CC-BY-NC-4.0",
            "CC-BY-NC-SA-3.0",
            "CC-BY-NC-SA-4.0",
            "CC-BY-SA-2.0",
            "CC-BY-SA-3.0",
            "CC-BY-SA-4.0",
            "EPL-2.0",
            "EUPL-1.2",
            "GFDL-1.3-only",
            "GFDL-1.3-or-later",
            "GPL-2.0-only",
            "GPL-2.0-or-later",
            "GPL-3.0-only",
            "GPL-3.0-or-later",
            "LGPL-2.1-only",
            "LGPL-2.1-or-later",
            "LGPL-3.0-only",
            "LGPL-3.0-or-later",
            "MPL-2.0",
            "ODbL-1.0",
            "OFL-1.1");

    /**
     * What a licence says. Licences that forbid commercial use only are taken for such that want the same: the adaptation has
     * to forbid it too.
     *
     * @param licence SPDX identifier, may be empty
     */
    public static Adaptation under(String licence) {
        if (licence.contains("-ND-")) {
            return FORBIDDEN;
        }
        return FREELY.contains(licence) ? FREE : ALIKE_ONLY.contains(licence) ? ALIKE : UNKNOWN;
    }

    /** Whether one may make a course from such a one. */
    public boolean allowed() {
        return this == FREE || this == ALIKE;
    }
}
