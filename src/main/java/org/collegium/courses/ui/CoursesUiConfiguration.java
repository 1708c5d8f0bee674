package org.collegium.courses.ui;

import org.collegium.courses.CourseRuns;
import org.collegium.courses.CourseStudioLink;
import org.collegium.courses.Courses;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.Drafts;
import org.collegium.courses.importing.ImportJobs;
import org.collegium.identity.Access;
import org.collegium.identity.AddressedThing;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Space;
import org.collegium.shared.ui.SpaceEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the views of courses stand in the frame, and what their addresses name. */
@Configuration
class CoursesUiConfiguration {

    @Bean
    AddressedThing courseOfAddress(Courses courses) {
        return new AddressedThing(
                CourseView.class,
                address -> CourseView.course(address).flatMap(courses::find).isPresent());
    }

    @Bean
    AddressedThing importOfAddress(ImportJobs imports) {
        return new AddressedThing(
                RunningImportView.class,
                address ->
                        RunningImportView.named(address).flatMap(imports::find).isPresent());
    }

    @Bean
    AddressedThing runWithSchedule(CourseRuns runs) {
        return new AddressedThing(
                RunScheduleView.class,
                address -> RunScheduleView.run(address, runs).isPresent());
    }

    @Bean
    AddressedThing draftWithReport(Drafts drafts) {
        return ofDraft(CourseReportView.class, drafts);
    }

    @Bean
    AddressedThing draftWithChecks(Drafts drafts) {
        return ofDraft(CourseChecksView.class, drafts);
    }

    @Bean
    AddressedThing draftWithDetails(Drafts drafts) {
        return ofDraft(CourseDetailsView.class, drafts);
    }

    @Bean
    AddressedThing unitToPreview(Drafts drafts) {
        return ofDraft(UnitPreviewView.class, drafts);
    }

    @Bean
    AddressedThing unitToEdit(Drafts drafts) {
        return ofDraft(UnitEditView.class, drafts);
    }

    @Bean
    AddressedThing lessonToWrite(Drafts drafts) {
        return ofLesson(LessonEditView.class, drafts);
    }

    @Bean
    AddressedThing lessonWithVersions(Drafts drafts) {
        return ofLesson(LessonHistoryView.class, drafts);
    }

    private static AddressedThing ofLesson(Class<? extends CourseView> view, Drafts drafts) {
        return new AddressedThing(
                view,
                address -> CourseView.course(address)
                        .flatMap(drafts::find)
                        .flatMap(draft -> address.get(CourseView.UNIT)
                                .flatMap(unit -> draft.manifest().unit(unit)))
                        .filter(unit -> CoursesNavigation.isWritten(unit.kind()))
                        .isPresent());
    }

    /** The draft of the course and, where the address names one, its unit. */
    private static AddressedThing ofDraft(Class<? extends CourseView> view, Drafts drafts) {
        return new AddressedThing(
                view,
                address -> CourseView.course(address)
                        .flatMap(drafts::find)
                        .filter(draft -> address.get(CourseView.UNIT)
                                .map(unit -> draft.manifest().unit(unit).isPresent())
                                .orElse(true))
                        .isPresent());
    }

    @Bean
    CourseStudioLink repositoryOfCourse() {
        return new CourseStudioLink(
                CourseStudioLink.Part.WRITING,
                "courses.git.link",
                Glyph.GIT_BRANCH,
                CoursesPermissions.VIEW_DRAFT,
                CoursesNavigation::git);
    }

    @Bean
    CourseStudioLink importsOfCourse() {
        return new CourseStudioLink(
                CourseStudioLink.Part.WRITING,
                "courses.importing.list.title",
                Glyph.HISTORY,
                CoursesPermissions.EDIT,
                course -> CoursesNavigation.imports(course, 0));
    }

    @Bean
    SpaceEntry studioCoursesEntry(Access access) {
        return SpaceEntry.view(
                Space.STUDIO,
                "courses.list.entry",
                CoursesNavigation.list(),
                Glyph.BOOK_OPEN,
                10,
                () -> access.mayAnywhere(CoursesPermissions.VIEW_DRAFT));
    }
}
