package org.collegium.courses.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.collegium.FullApplicationTest;
import org.collegium.courses.CourseEdition;
import org.collegium.courses.CourseExport;
import org.collegium.courses.CourseFile;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseSection;
import org.collegium.courses.CourseUnit;
import org.collegium.courses.CoursesFixtures;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.Draft;
import org.collegium.courses.Drafts;
import org.collegium.courses.ExportingCourses;
import org.collegium.courses.ImportOutcome;
import org.collegium.identity.AccountId;
import org.collegium.identity.IdentityFixtures;
import org.collegium.partners.Partner;
import org.collegium.shared.RuleViolation;
import org.collegium.source.SourceFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.annotation.Transactional;

@Tag("module")
@FullApplicationTest
@Transactional
class OutlinesTests {

    private static final NewCourse TREES = new NewCourse(
            "Trees by hand", "en", "CC-BY-4.0", "First section", "First lesson", "# First lesson\n\nHello.\n");

    private static final String LAB = """
            format: collegium-lab/1
            title: Squares
            notebook: lab.ipynb
            """;

    private static final String NOTEBOOK = """
            {"nbformat": 4, "nbformat_minor": 4, "metadata": {}, "cells": [
             {"cell_type": "code", "execution_count": null, "outputs": [], "source": "x = 1",
              "metadata": {"nbgrader": {"grade_id": "x", "grade": false, "solution": true, "locked": false}}},
             {"cell_type": "code", "execution_count": null, "outputs": [], "source": "assert x == 1",
              "metadata": {"nbgrader":
               {"grade_id": "t", "grade": true, "solution": false, "locked": true, "points": 2}}}]}
            """;

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private Outlines outlines;

    @Autowired
    private BeginningCourses beginning;

    @Autowired
    private Drafts drafts;

    private Partner partner;

    @BeforeEach
    void anAuthorIsThere() {
        partner = CoursesFixtures.partner(beans);
        signIn(CoursesPermissions.EDIT + "@" + partner.id(), CoursesPermissions.VIEW_DRAFT + "@" + partner.id());
    }

    @AfterEach
    void nobodyIsSignedIn() {
        IdentityFixtures.signIn(null);
    }

    @Test
    void aCourseBeginsWithNothingGrowsAndGoesOutAsItIs() {
        CourseId course = beginning.begin(partner.id(), TREES);
        flush();
        CourseManifest first = draft(course).manifest();
        assertThat(first.metadata().key()).isEqualTo("trees-by-hand");
        assertThat(first.metadata().authors()).hasSize(1);
        assertThat(units(course)).containsExactly("first-lesson");

        outlines.change(course, new OutlineStep.AddSection("More"));
        outlines.change(
                course,
                new OutlineStep.AddUnit("more", "Try it", "quiz", 5, SourceFile.of("quiz.yaml", CoursesFixtures.QUIZ)));
        outlines.change(course, new OutlineStep.Move("first-lesson", "more", null));
        flush();
        assertThat(units(course)).containsExactly("try-it", "first-lesson");
        assertThat(draft(course).manifest().unit("try-it").map(CourseUnit::questions))
                .contains(2);

        outlines.change(course, new OutlineStep.RemoveSection("first-section"));
        flush();
        CourseExport export = beans.getBean(ExportingCourses.class)
                .find(course, new CourseEdition.OfDraft())
                .orElseThrow();
        assertThat(export.exact()).isTrue();
        assertThat(export.paths()).containsExactly("lessons/first-lesson.md", "quizzes/try-it.yaml");
    }

    @Test
    void twoCoursesOfOneNameHaveTwoKeys() {
        beginning.begin(partner.id(), TREES);
        CourseId second = beginning.begin(partner.id(), TREES);
        flush();

        assertThat(draft(second).manifest().metadata().key()).isEqualTo("trees-by-hand-2");
    }

    @Test
    void whatCannotBeReadIsRefusedAndAStepCanBeTakenBack() {
        CourseId course = beginning.begin(partner.id(), TREES);
        flush();
        CourseManifest before = draft(course).manifest();

        assertThatThrownBy(() -> outlines.change(
                        course,
                        new OutlineStep.AddUnit(
                                "first-section", "Try it", "quiz", 5, SourceFile.of("quiz.yaml", "title: ["))))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("file-broken");
        OutlineChange removed = outlines.change(course, new OutlineStep.Remove("first-lesson"));
        flush();
        assertThat(units(course)).isEmpty();
        outlines.undo(course, removed);
        flush();
        assertThat(draft(course).manifest()).isEqualTo(before);
    }

    @Test
    void aLabIsPutIntoTheOutlineAndABrokenOneIsRefused() {
        CourseId course = beginning.begin(partner.id(), TREES);
        flush();
        outlines.change(course, lab(NOTEBOOK));
        flush();

        assertThat(units(course)).containsExactly("first-lesson", "squares");
        assertThat(drafts.file(course, "labs/squares/lab.ipynb")).isPresent();
        assertThat(draft(course).manifest().files()).containsKey("labs/squares/lab.yaml");
        assertThatThrownBy(() -> outlines.change(course, lab(NOTEBOOK.replace(", \"points\": 2", ""))))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("file-broken");
        assertThatThrownBy(() -> outlines.change(
                        course,
                        new OutlineStep.AddUnit(
                                "first-section", "Squares", "lab", 30, SourceFile.of("lab.yaml", LAB), List.of())))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("file-broken");
    }

    private static OutlineStep lab(String notebook) {
        return new OutlineStep.AddUnit(
                "first-section",
                "Squares",
                "lab",
                30,
                SourceFile.of("lab.yaml", LAB),
                List.of(SourceFile.of("lab.ipynb", notebook)));
    }

    @Test
    void anotherImportKeepsTheOutlineThatWasEditedHere() {
        ImportOutcome.Accepted brought = CoursesFixtures.accepted("edited-outline");
        CourseId course = CoursesFixtures.draft(beans, partner, brought);
        outlines.change(course, new OutlineStep.Describe("what-is-a-model", "Models", true, true));
        outlines.change(course, new OutlineStep.Remove("quiz-models"));
        flush();

        CoursesFixtures.draft(beans, partner, withAnotherLesson(brought));
        flush();

        assertThat(units(course)).containsExactly("what-is-a-model");
        CourseManifest now = draft(course).manifest();
        assertThat(now.unit("what-is-a-model").map(CourseUnit::title)).contains("Models");
        assertThat(now.files()).doesNotContainKey("quizzes/models.yaml");
        assertThat(now.unit("what-is-a-model").flatMap(now::file).map(CourseFile::size))
                .contains((long) "# Other\n".length());
    }

    @Test
    void othersChangeNoOutlineAndBeginNoCourse() {
        CourseId course = beginning.begin(partner.id(), TREES);
        OutlineChange change = new OutlineChange(List.of(), List.of(), new TreeMap<>(), "");
        List<Supplier<?>> acts = List.of(
                () -> outlines.change(course, new OutlineStep.AddSection("More")),
                () -> {
                    outlines.undo(course, change);
                    return true;
                },
                () -> drafts.change(course, now -> {
                    throw new AssertionError("asked");
                }),
                () -> beginning.begin(partner.id(), TREES));
        signIn(CoursesPermissions.VIEW_DRAFT + "@" + partner.id());
        acts.forEach(act -> assertThatThrownBy(act::get).isInstanceOf(AccessDeniedException.class));
        signIn(CoursesPermissions.EDIT + "@" + CoursesFixtures.partner(beans).id());
        acts.forEach(act -> assertThatThrownBy(act::get).isInstanceOf(AccessDeniedException.class));
    }

    private static ImportOutcome.Accepted withAnotherLesson(ImportOutcome.Accepted brought) {
        SourceFile lesson = SourceFile.of("lessons/what-is-a-model.md", "# Other\n");
        TreeMap<String, SourceFile> sources = new TreeMap<>(brought.files());
        sources.put(lesson.path(), lesson);
        TreeMap<String, CourseFile> files = new TreeMap<>(brought.manifest().files());
        files.put(lesson.path(), new CourseFile(lesson.path(), lesson.sha256(), lesson.size(), "text/markdown"));
        return new ImportOutcome.Accepted(
                new CourseManifest(
                        brought.manifest().metadata(), brought.manifest().sections(), files),
                sources,
                brought.report());
    }

    private static void signIn(String... permissions) {
        IdentityFixtures.signIn(IdentityFixtures.authentication(AccountId.next(), permissions));
    }

    private Draft draft(CourseId course) {
        return drafts.find(course).orElseThrow();
    }

    private List<String> units(CourseId course) {
        return draft(course).manifest().sections().stream()
                .map(CourseSection::units)
                .flatMap(List::stream)
                .map(CourseUnit::key)
                .toList();
    }

    private void flush() {
        beans.getBean(EntityManager.class).flush();
    }
}
