package org.collegium.shared.ui;

import java.util.List;

/**
 * Pages that speak more languages than the platform: those in which a file of texts is there. A module contributes one bean for its own.
 *
 * @param texts the name of the file, for instance {@code credentials-verify}
 * @param places where they begin, for instance {@code /verify}
 */
public record PageLanguages(String texts, List<String> places) {

    public PageLanguages {
        places = List.copyOf(places);
    }

    public static PageLanguages of(String texts, String... places) {
        return new PageLanguages(texts, List.of(places));
    }

    boolean covers(String place) {
        return places.stream().anyMatch(begin -> place.equals(begin) || place.startsWith(begin + "/"));
    }
}
