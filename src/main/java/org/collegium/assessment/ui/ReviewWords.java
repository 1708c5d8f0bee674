package org.collegium.assessment.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.collegium.assessment.Review;
import org.collegium.assessment.Review.Shown;
import org.collegium.assessment.Review.When;
import org.collegium.assessment.Words;
import org.collegium.shared.ui.HtmlElement;

/** Says what is shown of an attempt, and from when. */
final class ReviewWords extends UnorderedList {

    private static final String NAME = "quiz-review";

    private ReviewWords(Map<When, List<String>> parts) {
        addClassName(NAME);
        lines(parts).forEach(line -> add(new ListItem(line)));
    }

    /** All of it; empty where everything is shown at once. */
    static Optional<ReviewWords> of(Review review) {
        return review.usual() ? Optional.empty() : Optional.of(new ReviewWords(all(review)));
    }

    /** The same as a part of something else. */
    static Optional<HtmlElement> html(Review review) {
        return Optional.of(review)
                .filter(each -> !each.usual())
                .map(each -> HtmlElement.of("ul", NAME)
                        .add(lines(all(each))
                                .map(line -> HtmlElement.of("li").text(line))
                                .toList()));
    }

    /** What is not shown yet, or never; empty where everything is. What would be shown at once is kept back by those who teach. */
    static Optional<ReviewWords> of(Review review, Shown shown) {
        Map<When, List<String>> parts = parts(review, shown);
        parts.remove(When.ATTEMPT);
        return parts.isEmpty() ? Optional.empty() : Optional.of(new ReviewWords(parts));
    }

    private static Stream<String> lines(Map<When, List<String>> parts) {
        return parts.entrySet().stream()
                .map(part -> translate(
                        "assessment.review.when." + Words.of(part.getKey()),
                        part.getValue().stream()
                                .map(name -> translate("assessment.review." + name))
                                .collect(Collectors.joining(", "))));
    }

    private static Map<When, List<String>> all(Review review) {
        return parts(review, new Shown(false, false, false, false));
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
