package org.collegium.courses.review;

import java.util.ArrayList;
import java.util.List;
import org.collegium.shared.Rules;

/**
 * What courses of a partner go through before they are published.
 *
 * @param required whether nothing is published without it; else authors may submit, and need not
 * @param stages in order
 */
public record ReviewRules(boolean required, List<StageRule> stages) {

    /** The most stages that a partner, or the alliance, can state. */
    public static final int MOST = 5;

    /** What holds until a partner says otherwise. */
    public static final ReviewRules DEFAULT = new ReviewRules(false, List.of(StageRule.OWN_REVIEWER));

    /** What holds for every partner until the alliance says otherwise. */
    static final ReviewRules NONE = new ReviewRules(false, List.of());

    public ReviewRules {
        stages = List.copyOf(stages);
        new Rules()
                .that(!required || !stages.isEmpty(), "courses.review.stages.none")
                .hold();
    }

    /** @throws org.collegium.shared.RuleViolation when there are more stages than one may state */
    void mayBeStated() {
        new Rules()
                .that(stages.size() <= MOST, "courses.review.stages.many", stages.size(), MOST)
                .hold();
    }

    /** These and, behind them, those of the alliance that they do not have already; what either requires is required. */
    ReviewRules with(ReviewRules alliance) {
        List<StageRule> all = new ArrayList<>(stages);
        alliance.stages.stream()
                .filter(stage -> stages.stream().noneMatch(own -> own.covers(stage)))
                .forEach(all::add);
        return new ReviewRules(required || !alliance.stages.isEmpty(), all);
    }
}
