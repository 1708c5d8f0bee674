package org.collegium.courses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.collegium.FullApplicationTest;
import org.collegium.JobsRest;
import org.collegium.courses.DraftCheck.Found;
import org.collegium.courses.checks.Finding.Severity;
import org.collegium.courses.ui.CheckLine;
import org.collegium.courses.ui.FaultTexts;
import org.collegium.identity.SystemActor;
import org.collegium.partners.Partner;
import org.collegium.shared.RetriedTransactions;
import org.collegium.shared.messages.Messages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** What is found in drafts before they are published. */
@Tag("module")
@FullApplicationTest
@JobsRest
class CourseChecksTests {

    private static final String HEAD = """
        format: collegium-course/1
        key: first-course
        title: A first course
        summary: Learn what a model is.
        outcomes: [Explain what a model is.]
        authors: [{ name: Ada Example }]
        language: en
        level: introductory
        audience: [students]
        licence: CC-BY-4.0
        skills: [{ key: judge, title: Judge a model }]
        sections:
          - key: start
            title: Start
            units:
        """;

    private static final String LESSON = """
        # One

        ![](tree.svg) and ![A tree](tree.svg "A tree"), see [there](https://example.org/x) and [next](other.md).

        ### Deep

        :::{video} https://www.youtube.com/watch?v=abcdefgh
        :::

        :::{video} tree.svg
        :captions: tree.svg
        :::
        """;

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private ImportingCourses importing;

    @Autowired
    private Drafts drafts;

    @Autowired
    private CheckingUnits checking;

    @Autowired
    private UnitResults results;

    @Autowired
    private PictureResults pictures;

    @Autowired
    private DraftRepository records;

    @Autowired
    private SystemActor system;

    @TempDir
    private Path folder;

    private Partner partner;
    private CourseId course = CourseId.next();

    @BeforeEach
    void thereIsAPartner() {
        partner = CoursesFixtures.partner(beans);
    }

    @Test
    void eachFindingHasItsPlaceItsWeightAndItsUnit() throws IOException {
        imported(LESSON, CoursesFixtures.QUIZ);

        checking.work(course);

        assertThat(found())
                .extracting(DraftCheck::severity, CourseChecksTests::code, CourseChecksTests::place)
                .containsExactlyInAnyOrder(
                        tuple(Severity.BLOCKS, "courses.finding.link", "one:3"),
                        tuple(Severity.MEND, "courses.finding.no-alternative", "one:3"),
                        tuple(Severity.MEND, "courses.finding.heading-skips", "one:5"),
                        tuple(Severity.MEND, "courses.finding.skill", ""),
                        tuple(Severity.NOTE, "courses.finding.elsewhere", "one:3"),
                        tuple(Severity.NOTE, "courses.finding.video-elsewhere", "one:7"),
                        tuple(Severity.NOTE, "courses.finding.reading-short", "one:0"));
        assertThat(asStaff(() -> drafts.checks(course))).noneMatch(DraftCheck::notes);
    }

    /** One lesson for each fault that a lesson can have, so that none is found where another is. */
    private static final Map<String, String> FAULTS = new TreeMap<>(Map.ofEntries(
            Map.entry("alternative", "![](tree.svg)"),
            Map.entry("contrast", "![A curve](pale.svg)"),
            Map.entry("folder", "[all](data)"),
            Map.entry("elsewhere", "<https://example.org/x>"),
            Map.entry("hard", ("considerable ".repeat(70) + ".\n\n").repeat(2)),
            Map.entry("heading", "### Deep"),
            Map.entry("heading-empty", "##"),
            Map.entry("label", "{ref}`nowhere`"),
            Map.entry(
                    "language",
                    "La casa de la que se habla en los libros es la de los padres y las madres para el pueblo. "
                            .repeat(5)),
            Map.entry("link", "[there](nothing.md)"),
            Map.entry("long", "This is a short one for you. ".repeat(900)),
            Map.entry("sound", "<audio controls><source src=\"talk.mp3\"></audio>"),
            Map.entry("video", "<video controls>\n<source src=\"talk.mp4\">\nNo video here.\n</video>"),
            Map.entry(
                    "video-captioned",
                    "<video controls>\n<source src=\"talk.mp4\">\n<track kind=\"captions\" src=\"talk.vtt\">\n</video>"),
            Map.entry("video-elsewhere", ":::{video} https://youtu.be/abcdefghijk\n:captions: talk.vtt\n:::")));

    @Test
    void eachKindOfFaultIsFoundWithItsPlaceItsReasonAndItsRemedy() throws IOException {
        StringBuilder units = new StringBuilder(HEAD.replace("licence: CC-BY-4.0\n", "")
                .replace(
                        "[{ key: judge, title: Judge a model }]",
                        "[{ key: judge, title: Judge a model }, { key: know, title: Know }]"));
        for (var fault : FAULTS.entrySet()) {
            units.append("      - { key: " + fault.getKey() + ", lesson: " + fault.getKey() + ".md }\n");
            write(
                    fault.getKey() + ".md",
                    "# The fault " + fault.getKey() + "\n\nA model.\n\n" + fault.getValue() + "\n");
        }
        units.append("      - { key: code, notebook: code.py }\n");
        write("code.py", "# %% [markdown]\n# # Code\n# ![A tree](data/tree.svg)\n# %%\nopen(\"gone.csv\")\n");
        for (String quiz : List.of("unkeyed", "unknown-skill")) {
            units.append("      - { key: " + quiz + ", quiz: " + quiz + ".yaml }\n");
        }
        write("unkeyed.yaml", CoursesFixtures.QUIZ.replace("        correct: true\n", ""));
        write(
                "unknown-skill.yaml",
                CoursesFixtures.QUIZ.replace("    stem: A model", "    skills: [doubt, know]\n    stem: A model"));
        write("pale.svg", "<svg xmlns='http://www.w3.org/2000/svg'><text x='9' y='20' fill='#ccc'>loss</text></svg>");
        Files.createDirectories(folder.resolve("data"));
        for (String file : List.of("tree.svg", "data/tree.svg")) {
            write(file, "<svg xmlns='http://www.w3.org/2000/svg'/>");
        }
        for (String file : List.of("talk.mp3", "talk.mp4", "talk.vtt")) {
            write(file, "WEBVTT\n");
        }
        write("course.yaml", units.toString());
        imported();

        checking.work(course);

        assertThat(found())
                .filteredOn(check -> !(check instanceof DraftCheck.Reported))
                .filteredOn(check -> !code(check).startsWith("courses.finding.reading-short"))
                .extracting(check ->
                        check.severity() + " " + code(check).replace("courses.finding.", "") + " " + place(check))
                .contains(
                        "MEND no-alternative alternative:5",
                        "MEND contrast-drawn contrast:5",
                        "MEND data code:5",
                        "MEND link-folder folder:5",
                        "NOTE elsewhere elsewhere:5",
                        "MEND reading-hard hard:0",
                        "MEND heading-skips heading:5",
                        "MEND heading-empty heading-empty:5",
                        "BLOCKS label label:5",
                        "MEND language language:0",
                        "BLOCKS link link:5",
                        "MEND reading-long long:0",
                        "NOTE sound sound:5",
                        "NOTE video-own video:5",
                        "NOTE video-elsewhere video-elsewhere:5",
                        "BLOCKS skill-unknown unknown-skill:0",
                        "MEND skill ")
                .filteredOn(said -> said.contains("video-captioned:"))
                .isEmpty();
        assertThat(found())
                .anyMatch(check -> check instanceof DraftCheck.Unkeyed(var unit, var questions)
                        && unit.key().equals("unkeyed")
                        && questions == 1);
        assertThat(found()).contains(new DraftCheck.Details(DraftCheck.Missing.LICENCE));
        CourseManifest draft = asStaff(() -> drafts.find(course)).orElseThrow().manifest();
        CheckLine.Writing writing = new CheckLine.Writing(
                course,
                draft,
                Set.of("lesson", "quiz"),
                beans.getBean(Messages.class),
                beans.getBean(FaultTexts.class),
                Locale.ENGLISH);
        assertThat(found())
                .allSatisfy(check -> assertThat(writing.of(check)).hasValueSatisfying(line -> {
                    assertThat(line.reason()).isNotBlank().doesNotContain("courses.", "{");
                    assertThat(!line.remedy().isBlank() || line.mending().isPresent())
                            .isTrue();
                }));
    }

    @Test
    void whatWasMendedIsNoLongerFoundAndNothingElseIsLookedAtAgain() throws IOException {
        imported(LESSON, CoursesFixtures.QUIZ);
        checking.work(course);
        assertThat(asStaff(() -> drafts.checking(course)).orElseThrow().goesOn())
                .isFalse();
        String before = looked("two");

        replace("one", "# One\n\nSee [next](quiz.yaml).\n");

        assertThat(asStaff(() -> drafts.checks(course)))
                .singleElement()
                .satisfies(check -> assertThat(code(check)).isEqualTo("courses.finding.skill"));
        checking.work(course);
        assertThat(looked("one")).isNotEmpty();
        assertThat(looked("two")).isEqualTo(before);
        assertThat(records.findById(course).map(draft -> results.unkept(draft.manifest())))
                .contains(List.of());
    }

    @Test
    void aSkillThatTheCourseDoesNotTeachBlocksUntilItIsNamed() throws IOException {
        imported("# One\n\n" + "Some words to read. ".repeat(30) + "\n", CoursesFixtures.QUIZ);
        replace("two", CoursesFixtures.QUIZ.replace("    stem: A model", "    skills: [doubt]\n    stem: A model"));
        checking.work(course);
        assertThat(asStaff(() -> drafts.checks(course)))
                .filteredOn(DraftCheck::blocks)
                .extracting(CourseChecksTests::code)
                .containsExactly("courses.finding.skill-unknown");
    }

    @Test
    void whatIsChangedWhileTheJobIsStillThereHasAJobAndWhatIsOpenedTwiceNone() throws IOException {
        imported("# One\n\nText " + course.value() + ".\n", CoursesFixtures.QUIZ);
        asStaff(() -> {
            drafts.haveTried(course);
            return null;
        });
        assertThat(jobsOfCourse()).isEqualTo(1);

        replace("one", "# One\n\nAnother text " + course.value() + ".\n");

        assertThat(jobsOfCourse()).isEqualTo(2);
    }

    @Test
    void whatWasCountedOfAnOlderDraftIsNotSaidOfANewerOne() throws IOException {
        imported(LESSON, CoursesFixtures.QUIZ);
        checking.work(course);
        assertThat(blocks()).isEqualTo(1);

        beans.getBean(RetriedTransactions.class).run(() -> {
            assertThat(records.findById(course)).isPresent();
            CompletableFuture.runAsync(() -> replace("one", "# One\n\nAnother text.\n"))
                    .join();
            beans.getBean(CountingBlocks.class).count(course);
            return true;
        });

        assertThat(blocks()).isZero();
    }

    private int blocks() {
        return beans.getBean(JdbcClient.class)
                .sql("select blocks from course_draft where course_id = ?")
                .param(course.value())
                .query(Integer.class)
                .single();
    }

    private int jobsOfCourse() {
        return beans.getBean(JdbcClient.class)
                .sql("select count(*) from scheduled_tasks where task_name = 'courses-check' and task_instance like ?")
                .param(course.value() + "%")
                .query(Integer.class)
                .single();
    }

    /** When the content that a unit has now was looked at last. */
    private String looked(String unit) {
        CourseManifest draft = asStaff(() -> drafts.find(course)).orElseThrow().manifest();
        String content = draft.unit(unit).flatMap(draft::file).orElseThrow().sha256();
        return beans.getBean(JdbcClient.class)
                .sql("select checked_at from course_check where content = ? and language = 'en'")
                .param(content)
                .query(String.class)
                .single();
    }

    @Test
    void paleTextInAPictureIsFoundWhereTheLessonShowsItAndOnlyWhatChangedIsLookedAtAgain() throws IOException {
        write("pale.svg", "<svg xmlns='http://www.w3.org/2000/svg'><text x='9' y='20' fill='#ccc'>loss</text></svg>");
        write("shot.webp", "RIFF....WEBPVP8 ");
        imported("# One\n\nA model.\n\n![A curve](pale.svg)\n\n![A shot](shot.webp)\n", CoursesFixtures.QUIZ);

        checking.work(course);

        assertThat(found())
                .filteredOn(check -> code(check).equals("courses.finding.contrast-unseen"))
                .singleElement()
                .satisfies(check -> {
                    assertThat(place(check)).isEqualTo("one:7");
                    assertThat(((Found) check).finding().arguments()).containsExactly("shot.webp");
                });
        assertThat(found())
                .filteredOn(check -> code(check).equals("courses.finding.contrast-drawn"))
                .singleElement()
                .satisfies(check -> {
                    assertThat(place(check)).isEqualTo("one:5");
                    assertThat(check.severity()).isEqualTo(Severity.MEND);
                    assertThat(((Found) check).finding().arguments()).containsExactly("pale.svg", "loss", "1.6");
                });
        DraftRecord draft = records.findById(course).orElseThrow();
        assertThat(pictures.missing(draft.manifest(), results.of(draft.manifest())))
                .isEmpty();

        replace("one", "# One\n\nA model.\n\n![A tree](tree.svg)\n");
        checking.work(course);

        assertThat(found()).extracting(CourseChecksTests::code).doesNotContain("courses.finding.contrast-drawn");
    }

    @Test
    void aLinkThatWasBrokenInStudioKeepsTheCourseFromBeingPublished() throws IOException {
        imported("# One\n\nA lesson.\n", CoursesFixtures.QUIZ);
        replace("one", "# One\n\nSee [there](nothing.md).\n");

        PublishResult result = system.call(
                Set.of(CoursesPermissions.PUBLISH, CoursesPermissions.PUBLISH_UNTRIED),
                () -> beans.getBean(Publishing.class).publish(course));

        assertThat(result)
                .isInstanceOfSatisfying(
                        PublishResult.Blocked.class,
                        blocked -> assertThat(blocked.checks())
                                .singleElement()
                                .satisfies(check -> assertThat(code(check)).isEqualTo("courses.finding.link")));
    }

    @Test
    void aCourseOfAHundredLessonsIsShownAtOnceWhenNothingHasChanged() throws IOException {
        StringBuilder units = new StringBuilder(HEAD);
        for (int i = 0; i < 100; i++) {
            units.append("      - { key: l" + i + ", lesson: l" + i + ".md }\n");
            write(
                    "l" + i + ".md",
                    "# Lesson " + i + "\n\n"
                            + ("A model is a rule made from examples. ".repeat(60) + "\n\n").repeat(5));
        }
        write("course.yaml", units.toString());
        imported();
        checking.work(course);
        asStaff(() -> drafts.checksAndNotes(course));

        long begun = System.nanoTime();
        List<DraftCheck> shown = asStaff(() -> drafts.checksAndNotes(course));
        Duration took = Duration.ofNanos(System.nanoTime() - begun);

        assertThat(shown).hasSizeGreaterThanOrEqualTo(100);
        assertThat(took).isLessThan(Duration.ofMillis(300));
    }

    @Test
    void othersNeitherSeeNorBeginChecks() throws IOException {
        imported(LESSON, CoursesFixtures.QUIZ);
        String elsewhere = CoursesPermissions.VIEW_DRAFT + "@"
                + CoursesFixtures.partner(beans).id();
        for (Set<String> held : List.of(Set.<String>of(), Set.of(elsewhere))) {
            for (Supplier<?> act :
                    List.<Supplier<?>>of(() -> drafts.checksAndNotes(course), () -> drafts.checking(course))) {
                assertThatThrownBy(() -> system.call(held, act::get)).isInstanceOf(AccessDeniedException.class);
            }
        }
    }

    private void imported(String lesson, String quiz) throws IOException {
        write(
                "course.yaml",
                HEAD + "      - { key: one, lesson: one.md, sample: true }\n      - { key: two, quiz: quiz.yaml }\n");
        write("one.md", lesson);
        write("tree.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
        write("quiz.yaml", quiz);
        imported();
    }

    private void imported() {
        ImportResult result = system.call(
                Set.of(CoursesPermissions.EDIT, CoursesPermissions.IMPORT_FOLDER),
                () -> importing.importPath(partner.id(), folder, EditedThings.KEEP, ImportWatch.NOBODY));
        assertThat(result).as(result.report().text()).isInstanceOf(ImportResult.Created.class);
        course = ((ImportResult.Created) result).course();
    }

    private void replace(String unit, String text) {
        int revision = asStaff(() -> drafts.find(course)).orElseThrow().revision();
        system.run(
                Set.of(CoursesPermissions.EDIT),
                () -> drafts.replaceFile(course, revision, unit, text.getBytes(StandardCharsets.UTF_8)));
    }

    private List<DraftCheck> found() {
        return asStaff(() -> drafts.checksAndNotes(course));
    }

    private static String code(DraftCheck check) {
        return check instanceof Found found ? found.finding().code() : check.toString();
    }

    private static String place(DraftCheck check) {
        return check instanceof Found(var finding, var unit)
                ? unit.map(found -> found.key() + ":" + finding.line()).orElse("")
                : "?";
    }

    private <T> T asStaff(Supplier<T> reading) {
        return system.call(Set.of(CoursesPermissions.VIEW_DRAFT), reading);
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }
}
