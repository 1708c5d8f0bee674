package org.collegium.demonstration;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How courses of the demonstration were reviewed; the fields are explained in {@code demo/reviews.yaml}. */
record ReviewStory(Body body, List<Stages> stages, List<Review> reviews) {

    record Body(String name, String by, List<String> members) {}

    record Stages(String partner, String by, List<Stage> of) {}

    /** @param partner null for the body */
    record Stage(@Nullable String partner, int quorum, boolean voted) {}

    record Review(
            String course,
            String by,
            int day,
            String note,
            @Nullable String change,
            List<Comment> comments,
            List<Decision> decisions) {}

    /** @param unit null for the first lesson */
    record Comment(
            String by,
            int day,
            @Nullable String unit,
            int block,
            String words,
            @Nullable String answer,
            boolean resolved) {}

    record Decision(String by, int day, String verdict, String reason, boolean named) {}
}
