package org.collegium.assessment.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.collegium.assessment.Review;
import org.collegium.assessment.Review.Shown;
import org.collegium.assessment.Review.When;
import org.collegium.assessment.Words;

/** Says what is shown of an attempt, and from when. */
final class ReviewWords extends UnorderedList {

    private ReviewWords(Map<When, List<String>> parts) {
        addClassName("quiz-review");
        parts.forEach((when, names) -> {
            String list = String.join(
                    ", ",
                    names.stream()
                            .map(name -> getTranslation("assessment.review." + name))
                            .toList());
            add(new ListItem(getTranslation("assessment.review.when." + Words.of(when), list)));
        });
    }

    /** All of it; empty where everything is shown at once. */
    static Optional<ReviewWords> of(Review review) {
        return review.usual()
                ? Optional.empty()
                : Optional.of(new ReviewWords(parts(review, new Shown(false, false, false, false))));
    }

    /** What is not shown yet, or never; empty where everything is. What would be shown at once is kept back by those who teach. */
    static Optional<ReviewWords> of(Review review, Shown shown) {
        Map<When, List<String>> parts = parts(review, shown);
        parts.remove(When.ATTEMPT);
        return parts.isEmpty() ? Optional.empty() : Optional.of(new ReviewWords(parts));
    }

    private static Map<When, List<String>> parts(Review review, Shown shown) {
        Map<When, List<String>> parts = new LinkedHashMap<>();
        for (When when : When.values()) {
            List<String> names = Stream.of(
                            !shown.score() && review.score() == when ? "score" : "",
                            !shown.answers() && review.answers() == when ? "answers" : "",
                            !shown.right() && review.right() == when ? "right" : "",
                            !shown.feedback() && review.feedback() == when ? "feedback" : "")
                    .filter(name -> !name.isEmpty())
                    .toList();
            if (!names.isEmpty()) {
                parts.put(when, names);
            }
        }
        return parts;
    }
}
