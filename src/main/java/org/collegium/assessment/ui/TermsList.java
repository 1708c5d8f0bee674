package org.collegium.assessment.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import org.collegium.assessment.exam.Credit;
import org.collegium.assessment.exam.QuizTerms;

/** How long one has, and when; what the learner was given is among it, with the reason. */
final class TermsList extends UnorderedList {

    TermsList(QuizTerms terms) {
        addClassName("quiz-terms");
        Scores scores = new Scores(getLocale());
        if (terms.timed()) {
            line("assessment.intro.time", Spans.limit(this, terms.limit(), terms.extra()));
            line("assessment.intro.clock", Credit.THRESHOLD.toSeconds());
        }
        Instant opens = terms.opens();
        if (opens != null) {
            line("assessment.intro.opens", scores.day(opens));
        }
        Instant closes = terms.closes();
        if (closes != null) {
            line("assessment.intro.closes", scores.day(closes));
        }
        if (!terms.reason().isEmpty()) {
            line("assessment.intro.given", terms.reason());
        }
    }

    private void line(String key, Object argument) {
        add(new ListItem(getTranslation(key, argument)));
    }
}
