package org.collegium.assessment.regrading.ui;

import org.collegium.assessment.regrading.QuizRegrades;
import org.collegium.identity.AddressedThing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the addresses of corrected keys name. */
@Configuration
class RegradingUiConfiguration {

    @Bean
    AddressedThing quizWithKeys(AnsweredQuizzes quizzes) {
        return new AddressedThing(KeysView.class, quizzes::there);
    }

    @Bean
    AddressedThing regradeOfQuiz(AnsweredQuizzes quizzes, QuizRegrades regrades) {
        return new AddressedThing(
                QuizRegradeView.class,
                address -> quizzes.there(
                        address,
                        run -> AnsweredQuizzes.id(address, "regrade").flatMap(id -> regrades.find(run.id(), id))));
    }
}
