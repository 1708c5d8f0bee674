package org.collegium.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.Set;
import org.collegium.activity.HandedInPages;
import org.collegium.assessment.AnsweredAttempts;
import org.collegium.assessment.AttemptId;
import org.collegium.assessment.LookedAnswers;
import org.collegium.assessment.LookingAtAttempts;
import org.collegium.assessment.LookingPermissions;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRuns;
import org.collegium.courses.CourseStudioLink;
import org.collegium.identity.AddressedThing;
import org.collegium.shared.ui.Glyph;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ways from a course in Studio, from grade books and from traces to attempts, and what their addresses name. */
@Configuration
class AttemptsUiConfiguration {

    @Bean
    CourseStudioLink attemptsOfCourse() {
        return new CourseStudioLink(
                CourseStudioLink.Part.TEACHING,
                "assessment.looked.title",
                Glyph.EYE,
                LookingPermissions.LOOK,
                course -> AttemptsNavigation.course(course.value()));
    }

    @Bean
    AddressedThing courseWithAttempts(QuizAddresses places) {
        return new AddressedThing(
                AttemptsView.class, address -> places.course(address).isPresent());
    }

    @Bean
    AddressedThing attemptOfAddress(QuizAddresses places, LookingAtAttempts attempts) {
        return new AddressedThing(
                LookedAttemptView.class,
                address -> places.run(address)
                        .flatMap(run -> QuizAddresses.id(address, "attempt")
                                .flatMap(id -> attempts.find(run.id(), new AttemptId(id))))
                        .isPresent());
    }

    @Bean
    HandedInPages attemptsOfLearners() {
        return new HandedInPages("quiz", LookingPermissions.LOOK, AttemptsNavigation::list);
    }

    @Bean
    AnsweredAttempts answeredAttempts(
            LookingAtAttempts attempts, CourseRuns runs, QuizAddresses places, QuizTexts texts) {
        return (run, id) -> {
            Div shown = new Div();
            attempts.find(run, id).ifPresent(looked -> {
                LateLines.of(looked).ifPresent(shown::add);
                runs.find(run).ifPresent(found -> shown.add(answers(places, texts, found, looked)));
            });
            return shown;
        };
    }

    /** Who judges how an attempt came about reads all of it. */
    private static Component answers(QuizAddresses places, QuizTexts texts, CourseRun run, LookedAnswers looked) {
        return LookedAttemptView.answers(
                places,
                texts,
                run,
                new LookedAnswers(
                        looked.attempt(), looked.time(), looked.result(), looked.late(), looked.credits(), Set.of()));
    }
}
