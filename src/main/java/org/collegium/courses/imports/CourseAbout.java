package org.collegium.courses.imports;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.collegium.courses.checks.LanguageGuess;
import org.collegium.courses.format.Licences;
import org.collegium.source.FaultList;
import org.collegium.source.FaultSink;
import org.collegium.source.Place;
import org.collegium.source.SourceFile;
import org.collegium.source.SourcePaths;
import org.collegium.source.SourceTree;

/**
 * What a source says about itself as a whole, with defaults where it says nothing; each default is reported.
 *
 * @param at the place to which faults in it are attached
 */
public record CourseAbout(
        String title,
        String summary,
        List<String> outcomes,
        List<String> authors,
        String language,
        Optional<String> licence,
        Place at) {

    private static final int LONGEST = 200;
    private static final int LONGEST_OUTCOME = 300;
    private static final int MOST_OUTCOMES = 30;
    private static final int MOST_AUTHORS = 100;
    private static final int LOOKED_AT = 30;
    private static final int MOST_LINES = 200;

    /**
     * What the source says; texts may be empty.
     *
     * @param licence as it is written there
     * @param at the file that says it
     * @param descriptionAt where the description stands, or would stand
     * @param languageAt the same of the language
     */
    public record Said(
            String title,
            String description,
            List<String> outcomes,
            List<String> authors,
            Optional<String> language,
            Optional<String> licence,
            Place at,
            Place descriptionAt,
            Place languageAt) {

        /** A source that says nothing but its title. */
        public static Said only(String title, Place at) {
            return new Said(title, "", List.of(), List.of(), Optional.empty(), Optional.empty(), at, at, at);
        }

        /** The same with outcomes, without those that are there twice. */
        public Said withOutcomes(List<String> found) {
            return new Said(title, description, found, authors, language, licence, at, descriptionAt, languageAt);
        }
    }

    /** What the source says, and where it says nothing what its pages say. */
    public static CourseAbout of(SourceTree tree, Said said, List<OutlineUnit> units, FaultSink faults) {
        String title = said.title();
        if (title.isEmpty()) {
            title = pages(units)
                    .flatMap(page -> text(page).flatMap(Prose::title).stream())
                    .findFirst()
                    .orElse("Course");
            faults.note(said.at(), "title-assumed", title);
        }
        Optional<String> licence = said.licence().flatMap(CourseAbout::spdx).or(() -> licence(tree, faults));
        String language = said.language().or(() -> guessed(units)).orElse("en");
        if (said.language().isEmpty()) {
            faults.note(said.languageAt(), "language-assumed", language);
        }
        faults.note(said.at(), "level-assumed");
        return new CourseAbout(
                Prose.shortened(title, LONGEST),
                summary(said, title, language, units, faults),
                outcomes(said, faults),
                authors(said, faults),
                language,
                licence,
                said.at());
    }

    private static Optional<String> licence(SourceTree tree, FaultSink faults) {
        Optional<LicenceText.Found> found = LicenceText.in(tree);
        found.ifPresent(text -> faults.note(Place.of(text.file()), "licence-found", text.identifier(), text.file()));
        return found.map(LicenceText.Found::identifier);
    }

    /** The identifier of a licence that is written as people do: CC-BY 4.0. */
    private static Optional<String> spdx(String written) {
        String plain = written.strip().replaceAll("[\\s_]++", "-");
        return Licences.KNOWN.stream()
                .filter(known -> known.equalsIgnoreCase(plain))
                .findFirst();
    }

    private static List<String> outcomes(Said said, FaultSink faults) {
        List<String> all = said.outcomes().stream()
                .map(outcome -> Prose.shortened(outcome, LONGEST_OUTCOME))
                .distinct()
                .toList();
        if (all.size() > MOST_OUTCOMES) {
            faults.warning(said.at(), "outcomes-many", all.size(), MOST_OUTCOMES);
        }
        return all.stream().limit(MOST_OUTCOMES).toList();
    }

    private static List<String> authors(Said said, FaultSink faults) {
        if (said.authors().size() > MOST_AUTHORS) {
            faults.warning(said.at(), "authors-many", said.authors().size(), MOST_AUTHORS);
        }
        return said.authors().stream()
                .map(name -> Prose.shortened(name.strip(), LONGEST))
                .filter(name -> !name.isEmpty())
                .limit(MOST_AUTHORS)
                .toList();
    }

    /** The language of most of the first pages. */
    private static Optional<String> guessed(List<OutlineUnit> units) {
        Map<String, Long> found = pages(units)
                .flatMap(page -> text(page).stream())
                .limit(LOOKED_AT)
                .flatMap(text -> LanguageGuess.of(beginning(text)).stream())
                .collect(Collectors.groupingBy(language -> language, TreeMap::new, Collectors.counting()));
        return found.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    /** What is written first, without what is fenced. */
    private static String beginning(String markdown) {
        return PageLines.cut(markdown.lines().limit(MOST_LINES).toList()).stream()
                .filter(piece -> !piece.fenced())
                .flatMap(piece -> piece.lines().stream())
                .map(Prose::plain)
                .collect(Collectors.joining("\n"));
    }

    private static boolean isIn(String language, String text) {
        return LanguageGuess.of(beginning(text), language.split("-")[0]).isEmpty();
    }

    private static String summary(Said said, String title, String language, List<OutlineUnit> units, FaultSink faults) {
        String description = said.description();
        if (!description.isEmpty() && !description.equalsIgnoreCase(title)) {
            return Prose.summary(description).orElse(Prose.shortened(description, LONGEST));
        }
        String found = Stream.concat(lessons(units).filter(text -> isIn(language, text)), lessons(units))
                .flatMap(text -> Prose.summary(text).stream())
                .findFirst()
                .orElse(Prose.shortened(title, LONGEST));
        faults.note(said.descriptionAt(), "summary-assumed", found);
        return found;
    }

    private static Stream<String> lessons(List<OutlineUnit> units) {
        return pages(units).filter(page -> page.kind().equals("lesson")).flatMap(page -> text(page).stream());
    }

    private static Stream<OutlineUnit> pages(List<OutlineUnit> units) {
        return units.stream().flatMap(OutlineUnit::withBelow);
    }

    private static Optional<String> text(OutlineUnit page) {
        SourceFile file = page.file();
        return SourcePaths.extension(file.path()).equals("md") ? file.text(new FaultList()) : Optional.empty();
    }

    /** The tag of a language as people write it: {@code en_GB}; empty when it is none. */
    public static Optional<String> language(String written) {
        String tag = Locale.forLanguageTag(written.strip().replace('_', '-')).toLanguageTag();
        return written.isBlank() || tag.equals("und") ? Optional.empty() : Optional.of(tag);
    }
}
