package org.collegium.courses.review.ui;

import com.vaadin.flow.router.QueryParameters;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.collegium.courses.review.ReviewAddresses;
import org.collegium.courses.review.ReviewId;
import org.springframework.web.util.UriUtils;

/**
 * What the address of a review names.
 *
 * @param round that is looked at; 0 for the newest
 * @param unit key; empty for none
 * @param against number of the round with which it is compared, 0 for what is published; -1 for what is of use: the round before
 *     where there is one
 * @param source whether units are shown as they are written
 * @param open whether only comments are shown that nobody resolved
 * @param page of a list, from 0
 */
record ReviewPlace(
        ReviewId review, Tab tab, int round, String unit, int against, boolean source, boolean open, int page) {

    /** What of a review is shown. */
    enum Tab {
        CHANGES,
        LESSONS,
        CHECKS,
        DISCUSSION,
        DECISION
    }

    static ReviewPlace of(ReviewId review, QueryParameters query) {
        return new ReviewPlace(
                review,
                query.getSingleParameter("tab")
                        .flatMap(word -> Arrays.stream(Tab.values())
                                .filter(tab -> word(tab).equals(word))
                                .findFirst())
                        .orElse(Tab.CHANGES),
                number(query, "round", 0),
                query.getSingleParameter("unit").orElse(""),
                number(query, "against", -1),
                query.getSingleParameter("as").filter("source"::equals).isPresent(),
                query.getSingleParameter("show").filter("open"::equals).isPresent(),
                number(query, "page", 1) - 1);
    }

    private static int number(QueryParameters query, String name, int otherwise) {
        Optional<Integer> read = query.getSingleParameter(name)
                .filter(text -> text.matches("\\d{1,6}"))
                .map(Integer::parseInt);
        return Math.max(name.equals("page") ? 1 : -1, read.orElse(otherwise));
    }

    private static String word(Tab tab) {
        return tab.name().toLowerCase(Locale.ROOT);
    }

    String address() {
        StringBuilder query = new StringBuilder();
        append(query, "tab", tab == Tab.CHANGES ? "" : word(tab));
        append(query, "round", round == 0 ? "" : Integer.toString(round));
        append(query, "unit", UriUtils.encode(unit, StandardCharsets.UTF_8));
        append(query, "against", against < 0 ? "" : Integer.toString(against));
        append(query, "as", source ? "source" : "");
        append(query, "show", open ? "open" : "");
        append(query, "page", page == 0 ? "" : Integer.toString(page + 1));
        return ReviewAddresses.of(review) + query;
    }

    private static void append(StringBuilder query, String name, String value) {
        if (!value.isEmpty()) {
            query.append(query.isEmpty() ? "?" : "&").append(name).append("=").append(value);
        }
    }

    ReviewPlace with(Tab other) {
        return new ReviewPlace(review, other, round, "", -1, false, false, 0);
    }

    ReviewPlace with(String otherUnit) {
        return new ReviewPlace(review, tab, round, otherUnit, against, source, open, page);
    }

    ReviewPlace inRound(int other) {
        return new ReviewPlace(review, tab, other, unit, -1, source, open, 0);
    }

    ReviewPlace comparedWith(int other) {
        return new ReviewPlace(review, tab, round, "", other, source, open, 0);
    }

    ReviewPlace as(boolean other) {
        return new ReviewPlace(review, tab, round, unit, against, other, open, page);
    }

    ReviewPlace onlyOpen(boolean other) {
        return new ReviewPlace(review, tab, round, unit, against, source, other, 0);
    }

    ReviewPlace at(int other) {
        return new ReviewPlace(review, tab, round, unit, against, source, open, other);
    }
}
