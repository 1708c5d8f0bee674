package org.collegium.assessment.bank.ui;

import org.collegium.assessment.bank.QuestionBank;
import org.collegium.courses.CourseStudioLink;
import org.collegium.courses.CoursesPermissions;
import org.collegium.courses.derived.LibraryShelf;
import org.collegium.identity.Access;
import org.collegium.identity.AddressedThing;
import org.collegium.partners.Partners;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Space;
import org.collegium.shared.ui.SpaceEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the views of the bank stand in the frame, and what their addresses name. */
@Configuration
class BankUiConfiguration {

    @Bean
    SpaceEntry studioQuestionsEntry(Access access) {
        return SpaceEntry.view(
                Space.STUDIO,
                "assessment.bank.entry",
                BankNavigation.list(),
                Glyph.LIBRARY,
                20,
                () -> access.mayAnywhere(CoursesPermissions.VIEW_DRAFT));
    }

    @Bean
    LibraryShelf shelfOfQuestions() {
        return new LibraryShelf("assessment.bank.shared.title", BankNavigation.shared());
    }

    @Bean
    CourseStudioLink quizzesOfCourse() {
        return new CourseStudioLink(
                CourseStudioLink.Part.WRITING,
                "assessment.quizzes.title",
                Glyph.CIRCLE_HELP,
                CoursesPermissions.VIEW_DRAFT,
                course -> BankNavigation.quizzes(course.value()));
    }

    @Bean
    AddressedThing itemOfAddress(QuestionBank bank, Partners partners) {
        return new AddressedThing(
                ItemPage.class,
                address -> ItemPage.partner(partners, address)
                        .flatMap(partner -> address.get("item").flatMap(key -> bank.find(partner.id(), key)))
                        .isPresent());
    }

    @Bean
    AddressedThing courseWithQuizzes(CourseQuizzes quizzes) {
        return new AddressedThing(QuizzesView.class, quizzes::there);
    }

    @Bean
    AddressedThing quizWithAnswers(CourseQuizzes quizzes) {
        return new AddressedThing(QuizAnswersView.class, quizzes::there);
    }
}
