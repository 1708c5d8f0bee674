package org.collegium.courses.imports;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.collegium.source.FaultList;
import org.collegium.source.SourceTree;

/** Tells the licence of a source from its LICENSE file, by the titles that the licences carry themselves. */
final class LicenceText {

    private static final Pattern NAME = Pattern.compile("(?i)(licen[cs]e|copying)(\\.(md|txt|rst))?");
    private static final int LONGEST_TITLE = 3_000;

    private static final List<Map.Entry<String, String>> TITLES = List.of(
            Map.entry("attribution-noncommercial-sharealike 4.0 international", "CC-BY-NC-SA-4.0"),
            Map.entry("attribution-noncommercial-noderivatives 4.0 international", "CC-BY-NC-ND-4.0"),
            Map.entry("attribution-noncommercial 4.0 international", "CC-BY-NC-4.0"),
            Map.entry("attribution-sharealike 4.0 international", "CC-BY-SA-4.0"),
            Map.entry("attribution-noderivatives 4.0 international", "CC-BY-ND-4.0"),
            Map.entry("attribution 4.0 international", "CC-BY-4.0"),
            Map.entry("attribution-sharealike 3.0", "CC-BY-SA-3.0"),
            Map.entry("attribution 3.0", "CC-BY-3.0"),
            Map.entry("cc0 1.0 universal", "CC0-1.0"),
            Map.entry("gnu affero general public license version 3", "AGPL-3.0-only"),
            Map.entry("gnu lesser general public license version 3", "LGPL-3.0-only"),
            Map.entry("gnu general public license version 3", "GPL-3.0-only"),
            Map.entry("gnu general public license version 2", "GPL-2.0-only"),
            Map.entry("gnu free documentation license version 1.3", "GFDL-1.3-only"),
            Map.entry("mozilla public license version 2.0", "MPL-2.0"),
            Map.entry("apache license version 2.0", "Apache-2.0"),
            Map.entry("european union public licence v. 1.2", "EUPL-1.2"),
            Map.entry("permission is hereby granted free of charge to any person obtaining a copy", "MIT"),
            Map.entry("neither the name of", "BSD-3-Clause"),
            Map.entry("redistribution and use in source and binary forms", "BSD-2-Clause"));

    private LicenceText() {}

    /** What was found, and in which file. */
    record Found(String identifier, String file) {}

    static Optional<Found> in(SourceTree tree) {
        return tree.files().values().stream()
                .filter(file -> NAME.matcher(file.path()).matches())
                .flatMap(file -> file
                        .text(new FaultList())
                        .flatMap(LicenceText::identify)
                        .map(identifier -> new Found(identifier, file.path()))
                        .stream())
                .findFirst();
    }

    static Optional<String> identify(String text) {
        String plain = text.substring(0, Math.min(text.length(), LONGEST_TITLE))
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s,]+", " ");
        return TITLES.stream()
                .filter(title -> plain.contains(title.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
