package org.collegium.credentials.programmes;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.collegium.courses.CourseId;
import org.collegium.credentials.rules.IssueMode;
import org.collegium.credentials.rules.Validity;
import org.collegium.shared.Rules;

/**
 * What a programme is.
 *
 * @param required courses of which a certificate is needed
 * @param choices sets of courses of which some are needed
 * @param mode by itself, or after approval
 */
public record ProgrammeData(
        String title,
        String summary,
        String description,
        String language,
        List<CourseId> required,
        List<Choice> choices,
        IssueMode mode,
        Validity validity) {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_SUMMARY = 300;
    private static final int LONGEST_DESCRIPTION = 5_000;
    private static final int LEAST_COURSES = 2;
    private static final int MOST_COURSES = 40;
    private static final int MOST_MONTHS = 240;

    public ProgrammeData {
        required = List.copyOf(required);
        choices = List.copyOf(choices);
    }

    /**
     * Courses of which some are needed.
     *
     * @param least how many, from 1
     */
    public record Choice(int least, List<CourseId> of) {

        public Choice {
            of = List.copyOf(of);
        }
    }

    /** Every course in it, in order. */
    public List<CourseId> courses() {
        return Stream.concat(required.stream(), choices.stream().flatMap(choice -> choice.of().stream()))
                .toList();
    }

    /** How many certificates it takes. */
    public int needed() {
        return required.size() + choices.stream().mapToInt(Choice::least).sum();
    }

    /** @throws org.collegium.shared.RuleViolation of all that is wrong */
    void check(Instant now) {
        List<CourseId> courses = courses();
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        Set<CourseId> different = new HashSet<>(courses);
        new Rules()
                .that(
                        !title.isBlank() && title.length() <= LONGEST_TITLE,
                        "credentials.programme.title.length",
                        title.length(),
                        LONGEST_TITLE)
                .that(
                        !summary.isBlank() && summary.length() <= LONGEST_SUMMARY,
                        "credentials.programme.summary.length",
                        summary.length(),
                        LONGEST_SUMMARY)
                .that(
                        description.length() <= LONGEST_DESCRIPTION,
                        "credentials.programme.description.length",
                        description.length(),
                        LONGEST_DESCRIPTION)
                .that(known(language), "credentials.programme.language", language)
                .that(
                        courses.size() >= LEAST_COURSES && courses.size() <= MOST_COURSES,
                        "credentials.programme.courses.number",
                        courses.size(),
                        LEAST_COURSES,
                        MOST_COURSES)
                .that(different.size() == courses.size(), "credentials.programme.courses.twice")
                .that(
                        choices.stream()
                                .allMatch(choice -> choice.least() >= 1
                                        && choice.least() <= choice.of().size()),
                        "credentials.programme.choices.least")
                .that(mode != IssueMode.BY_HAND, "credentials.programme.mode")
                .that(
                        validity.months() == null || (validity.months() >= 1 && validity.months() <= MOST_MONTHS),
                        "credentials.rule.validity.months",
                        MOST_MONTHS)
                .that(validity.until() == null || validity.until().isAfter(today), "credentials.rule.validity.past")
                .hold();
    }

    private static boolean known(String language) {
        return List.of(Locale.getISOLanguages())
                .contains(Locale.forLanguageTag(language).getLanguage());
    }
}
