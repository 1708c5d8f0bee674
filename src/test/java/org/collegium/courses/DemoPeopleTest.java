package org.collegium.courses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.collegium.assessment.Question;
import org.collegium.assessment.Quiz;
import org.collegium.assessment.QuizReader;
import org.collegium.courses.ImportOutcome.Accepted;
import org.collegium.identity.Role;
import org.collegium.partners.PartnerData;
import org.collegium.partners.PartnerKind;
import org.collegium.shared.EmailAddress;
import org.collegium.shared.Slug;
import org.collegium.source.FaultList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The partners and people of the demonstration fit its courses, so that their story can be replayed. */
@Tag("unit")
class DemoPeopleTest {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    record Partners(String format, List<Partner> partners) {}

    record Partner(
            String slug,
            String name,
            String shortName,
            String initials,
            String kind,
            String country,
            List<String> languages,
            String homepage,
            Colour colour,
            String description) {}

    record Colour(int hue, String hex) {}

    record People(String format, List<Run> runs, List<Person> staff, List<Person> learners) {}

    record Run(
            String key,
            String course,
            String title,
            int opens,
            String by,
            @Nullable String notes,
            List<String> instructors) {}

    record Person(
            String email,
            String name,
            String language,
            String country,
            @Nullable String shown,
            @Nullable List<StaffRole> roles,
            @Nullable List<Enrolment> enrolments) {}

    record StaffRole(String role, @Nullable String partner) {}

    record Enrolment(
            String run,
            int joined,
            int lastSeen,
            @Nullable String through,
            @Nullable List<String> also,
            @Nullable Map<String, List<Attempt>> quizzes,
            @Nullable Certificate certificate,
            @Nullable Integer withdrew) {}

    record Attempt(
            int day,
            @Nullable Double score,
            List<String> wrong,
            @Nullable Map<String, String> texts) {}

    record Certificate(
            String state,
            @Nullable Integer day,
            @Nullable Integer revokedDay,
            @Nullable String reason,
            @Nullable String sharedWith) {}

    private final List<Partner> partners =
            read("demo/partners.yaml", Partners.class).partners();
    private final People people = read("demo/people.yaml", People.class);
    private final Map<String, Accepted> courses = courses();

    @Test
    void everyPartnerIsAcceptedAndOwnsItsCourses() {
        assertThat(partners).hasSize(4).allSatisfy(partner -> {
            assertThat(new PartnerData(
                            new Slug(partner.slug()),
                            partner.name(),
                            partner.shortName(),
                            PartnerKind.valueOf(constant(partner.kind())),
                            partner.country(),
                            partner.homepage(),
                            partner.colour().hex(),
                            partner.description().strip()))
                    .isNotNull();
            assertThat(partner.homepage()).startsWith("https://example.org/");
            assertThat(partner.colour().hue()).isBetween(0, 360);
        });
        assertThat(courses.values())
                .extracting(course -> course.manifest().metadata().partner())
                .isSubsetOf(partners.stream().map(Partner::slug).toList());
    }

    @Test
    void everyPersonHasOneAddressAndEveryRoleIsShownOnce() {
        List<Person> all = all();

        assertThat(all)
                .extracting(Person::email)
                .doesNotHaveDuplicates()
                .allSatisfy(email -> assertThat(new EmailAddress(email).value()).endsWith("@example.org"));
        assertThat(all.stream().map(Person::shown).filter(shown -> shown != null))
                .containsExactlyInAnyOrderElementsOf(Stream.of(Role.values())
                        .map(role -> role.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .toList());
        assertThat(people.learners()).hasSize(60);
    }

    @Test
    void aRoleOfAPartnerNamesThePartner() {
        Set<String> slugs = partners.stream().map(Partner::slug).collect(Collectors.toSet());

        assertThat(people.staff())
                .allSatisfy(person -> assertThat(orNone(person.roles()))
                        .isNotEmpty()
                        .allSatisfy(role -> {
                            boolean ofPartner =
                                    Role.valueOf(constant(role.role())).ofPartner();
                            assertThat(slugs.contains(String.valueOf(role.partner())))
                                    .isEqualTo(ofPartner);
                        }));
    }

    @Test
    void everyRunIsOfACourseAndTaughtByAnInstructorOfItsPartner() {
        assertThat(people.runs().stream().map(Run::course).collect(Collectors.toSet()))
                .isEqualTo(courses.keySet());
        assertThat(people.runs())
                .extracting(run -> run.course() + " " + run.title())
                .doesNotHaveDuplicates();
        assertThat(people.runs()).allSatisfy(run -> {
            String partner = course(run.course()).manifest().metadata().partner();
            assertThat(all()).extracting(Person::email).contains(run.by());
            assertThat(run.instructors())
                    .isNotEmpty()
                    .allSatisfy(email -> assertThat(all())
                            .filteredOn(person -> person.email().equals(email))
                            .flatExtracting(person -> orNone(person.roles()))
                            .contains(new StaffRole("instructor", partner)));
        });
    }

    @Test
    void everyStoryCanHaveHappened() {
        Map<String, Run> runs = people.runs().stream().collect(Collectors.toMap(Run::key, Function.identity()));

        assertThat(people.learners()).allSatisfy(person -> {
            List<Enrolment> enrolments = orNone(person.enrolments());
            assertThat(enrolments).isNotEmpty().extracting(Enrolment::run).doesNotHaveDuplicates();
            for (Enrolment enrolment : enrolments) {
                happened(enrolment, known(runs, enrolment.run()), person.email());
            }
        });
    }

    private void happened(Enrolment enrolment, Run run, String who) {
        List<CourseUnit> required = course(run.course()).manifest().units().stream()
                .filter(CourseUnit::required)
                .toList();
        List<String> keys = required.stream().map(CourseUnit::key).toList();
        String through = enrolment.through();
        List<String> finished = through == null ? List.of() : keys.subList(0, keys.indexOf(through) + 1);
        assertThat(through == null || !finished.isEmpty()).as(who).isTrue();
        assertThat(List.of(run.opens(), enrolment.joined(), enrolment.lastSeen(), 0))
                .as(who)
                .isSorted();
        Map<String, List<Attempt>> quizzes = enrolment.quizzes() == null ? Map.of() : enrolment.quizzes();
        Set<String> quizUnits = new HashSet<>();
        for (CourseUnit unit : course(run.course()).manifest().units()) {
            if (unit.kind().equals("quiz")) {
                quizUnits.add(unit.key());
                Quiz quiz = quiz(run.course(), unit);
                List<Attempt> attempts = quizzes.getOrDefault(unit.key(), List.of());
                attempted(quiz, attempts, enrolment, who);
                if (unit.required()) {
                    assertThat(attempts.stream()
                                    .flatMap(attempt -> Stream.ofNullable(attempt.score()))
                                    .anyMatch(score -> score >= quiz.passMark()))
                            .as("%s has passed %s", who, quiz.title())
                            .isEqualTo(finished.contains(unit.key()));
                }
            }
        }
        assertThat(quizUnits).as(who).containsAll(quizzes.keySet());
        Certificate certificate = enrolment.certificate();
        assertThat(certificate != null).as(who).isEqualTo(finished.size() == keys.size());
        if (certificate != null) {
            assertThat(certificate.state()).isIn("due", "issued", "revoked");
            assertThat(certificate.day() == null).isEqualTo(certificate.state().equals("due"));
            assertThat(certificate.reason() == null)
                    .isNotEqualTo(certificate.state().equals("revoked"));
        }
    }

    private static void attempted(Quiz quiz, List<Attempt> attempts, Enrolment enrolment, String who) {
        assertThat(attempts).as(who).isSortedAccordingTo(Comparator.comparingInt(Attempt::day));
        for (Attempt attempt : attempts) {
            assertThat(attempt.day()).as(who).isBetween(enrolment.joined(), enrolment.lastSeen());
            assertThat(quiz.questions()).extracting(Question::key).containsAll(attempt.wrong());
            Double score = attempt.score();
            if (score == null) {
                assertThat(quiz.questions()).as(who).anyMatch(Question::marked);
                continue;
            }
            double right = quiz.questions().stream()
                    .filter(question -> !attempt.wrong().contains(question.key()))
                    .mapToDouble(Question::points)
                    .sum();
            assertThat(score).as(who).isCloseTo(right / quiz.points(), within(0.0006));
        }
    }

    private Quiz quiz(String course, CourseUnit unit) {
        return QuizReader.read(known(course(course).files(), unit.file()), new FaultList())
                .orElseThrow();
    }

    private Accepted course(String key) {
        return known(courses, key);
    }

    private static <T> T known(Map<String, T> things, String key) {
        return Optional.ofNullable(things.get(key)).orElseThrow(() -> new AssertionError("unknown: " + key));
    }

    private List<Person> all() {
        return Stream.concat(people.staff().stream(), people.learners().stream())
                .toList();
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static <T> T read(String file, Class<T> type) {
        try (Reader reader = Files.newBufferedReader(Path.of(file))) {
            return MAPPER.convertValue(new Load(LoadSettings.builder().build()).loadFromReader(reader), type);
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }

    private static Map<String, Accepted> courses() {
        try (Stream<Path> folders = Files.list(Path.of("demo", "courses"))) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> (Accepted) ImportFixtures.imports()
                            .read(folder, ImportOptions.standard(), ImportWatch.NOBODY, outcome -> outcome))
                    .collect(Collectors.toMap(
                            course -> course.manifest().metadata().key(), Function.identity()));
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }
}
