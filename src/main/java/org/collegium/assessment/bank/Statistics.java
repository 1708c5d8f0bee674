package org.collegium.assessment.bank;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What item analysis computes from the results of many attempts. */
final class Statistics {

    /** Below so many attempts a correlation says more about chance than about the question. */
    static final int FEWEST = 20;

    private static final double NOTHING = 1e-12;

    private Statistics() {}

    /**
     * One attempt.
     *
     * @param share of the points of the question, 0 to 1; below where a wrong answer costs
     * @param rest share of the points of all other questions; NaN when there are none
     */
    record Result(double share, double rest) {}

    /** The mean share of the points; null without attempts. */
    static @Nullable Double facility(List<Result> results) {
        return results.isEmpty()
                ? null
                : results.stream().mapToDouble(Result::share).sum() / results.size();
    }

    /**
     * Whether those who get this question right do well in the rest: Pearson's correlation between the share of its points and the share
     * of the points of all others, -1 to 1. For a question that is right or wrong it is the point-biserial correlation, corrected for
     * overlap (S. Henrysson, Correction of item-total correlations in item analysis, Psychometrika 28, 1963):
     *
     * <pre>r = Σ(xᵢ − x̄)(yᵢ − ȳ) / √(Σ(xᵢ − x̄)² · Σ(yᵢ − ȳ)²)</pre>
     *
     * Null below {@value #FEWEST} attempts, where there are no other questions, and where all have the same share of either.
     */
    static @Nullable Double discrimination(List<Result> results) {
        List<Result> counting =
                results.stream().filter(result -> !Double.isNaN(result.rest())).toList();
        if (counting.size() < FEWEST) {
            return null;
        }
        double meanShare =
                counting.stream().mapToDouble(Result::share).average().orElse(0);
        double meanRest = counting.stream().mapToDouble(Result::rest).average().orElse(0);
        double both = 0;
        double shares = 0;
        double rests = 0;
        for (Result result : counting) {
            double x = result.share() - meanShare;
            double y = result.rest() - meanRest;
            both += x * y;
            shares += x * x;
            rests += y * y;
        }
        return shares < NOTHING || rests < NOTHING ? null : Math.clamp(both / Math.sqrt(shares * rests), -1.0, 1.0);
    }
}
