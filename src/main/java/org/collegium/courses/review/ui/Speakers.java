package org.collegium.courses.review.ui;

import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What people are called in reviews. */
final class Speakers {

    private Speakers() {}

    /** A name; words for somebody who has no account any more. */
    static String name(@Nullable String name, UnaryOperator<String> texts) {
        return Objects.requireNonNullElseGet(name, () -> texts.apply("courses.review.somebody"));
    }
}
