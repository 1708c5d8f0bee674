package org.collegium.courses.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.collegium.source.Suggestions;

/** The licences of the SPDX list under which courses are usually published. */
public final class Licences {

    /** Their SPDX identifiers. */
    public static final List<String> KNOWN = List.of(
            "0BSD",
            "AFL-3.0",
            "AGPL-3.0-only",
            "AGPL-3.0-or-later",
            "Apache-2.0",
            "Artistic-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "BSL-1.0",
            "CC-BY-2.0",
            "CC-BY-2.5",
            "CC-BY-3.0",
            "CC-BY-4.0",
            "CC-BY-NC-3.0",
            "CC-BY-NC-4.0",
            "CC-BY-NC-ND-3.0",
            "CC-BY-NC-ND-4.0",
            "CC-BY-NC-SA-3.0",
            "CC-BY-NC-SA-4.0",
            "CC-BY-ND-3.0",
            "CC-BY-ND-4.0",
            "CC-BY-SA-2.0",
            "CC-BY-SA-3.0",
            "CC-BY-SA-4.0",
            "CC0-1.0",
            "CDLA-Permissive-2.0",
            "EPL-2.0",
            "EUPL-1.2",
            "FSFAP",
            "GFDL-1.3-only",
            "GFDL-1.3-or-later",
            "GPL-2.0-only",
            "GPL-2.0-or-later",
            "GPL-3.0-only",
            "GPL-3.0-or-later",
            "ISC",
            "LGPL-2.1-only",
            "LGPL-2.1-or-later",
            "LGPL-3.0-only",
            "LGPL-3.0-or-later",
            "MIT",
            "MIT-0",
            "MPL-2.0",
            "ODbL-1.0",
            "ODC-By-1.0",
            "OFL-1.1",
            "OGL-UK-3.0",
            "PDDL-1.0",
            "Unlicense");

    private Licences() {}

    /** The licence that was probably meant; the newest version where none was written. */
    static Optional<String> near(String written) {
        String start = written.toLowerCase(Locale.ROOT).replace(' ', '-') + "-";
        return KNOWN.stream()
                .filter(licence ->
                        licence.toLowerCase(Locale.ROOT).matches(Pattern.quote(start) + "[0-9.]+(-or-later)?"))
                .reduce((older, newer) -> newer)
                .or(() -> Suggestions.nearest(written, KNOWN));
    }
}
