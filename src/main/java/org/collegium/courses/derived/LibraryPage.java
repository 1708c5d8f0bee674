package org.collegium.courses.derived;

import java.util.List;
import java.util.SequencedMap;

/**
 * A page of what was found.
 *
 * @param all how many there are
 * @param kinds those there are, sorted
 * @param skills titles of those there are by their keys
 * @param languages those there are, sorted
 * @param licences those there are, sorted
 */
public record LibraryPage(
        List<LibraryItem> items,
        int all,
        List<String> kinds,
        SequencedMap<String, String> skills,
        List<String> languages,
        List<String> licences) {}
