package org.collegium.assessment.exchange;

import java.util.ArrayList;
import java.util.List;
import org.collegium.assessment.Question;
import org.collegium.assessment.Question.Option;
import org.collegium.assessment.Traits;
import org.collegium.source.Place;
import org.jspecify.annotations.Nullable;

/**
 * Makes a question of answers that each earn a share of the points. Here the right answer of a single choice earns all, and
 * the right ones of several equal parts, of which wrong ones take as much away; where shares say something else, that is
 * reported.
 */
final class Choices {

    private static final double SLACK = 0.006;

    private Choices() {}

    /** An answer to choose from: 1 for all of the points, below 0 for less than none. */
    record Answer(String key, String text, double share, String feedback) {

        /** An answer whose key is a letter. */
        Answer(String text, double share, String feedback) {
            this("", text, share, feedback);
        }
    }

    /**
     * What all questions have.
     *
     * @param traits what it costs to be wrong among them
     */
    record Common(String stem, double points, String explanation, Traits traits) {

        /** The same, when a wrong answer costs a share of the points. */
        Common costing(@Nullable Double share) {
            Double rounded = share == null ? null : (Double) (Math.rint(share * 100_000) / 100_000);
            return new Common(
                    stem,
                    points,
                    explanation,
                    new Traits(traits.skills(), traits.tags(), traits.difficulty(), rounded, traits.bank()));
        }

        /** What a gap has. */
        static Common gap(double weight) {
            return new Common("", weight, "", Traits.NONE);
        }
    }

    static Question single(Reading.Item item, Place place, Common common, List<Answer> answers) {
        List<Answer> right =
                answers.stream().filter(answer -> answer.share() >= 1 - SLACK).toList();
        if (right.size() > 1) {
            item.changed(place, "single", "multiple");
            return several(item, common, answers, 1 - SLACK);
        }
        List<Double> others = answers.stream()
                .map(Answer::share)
                .filter(share -> share < 1 - SLACK)
                .toList();
        double cost = others.isEmpty() ? 0 : -others.getFirst();
        boolean alike = others.stream().allMatch(share -> Math.abs(share + cost) < SLACK);
        if (!alike || cost < -SLACK || cost > 1 + SLACK) {
            item.scoredOtherwise(place);
        }
        boolean costs = alike && cost > SLACK;
        return Made.single(item.key(), common.costing(costs ? Math.min(1, cost) : null), options(answers, 1 - SLACK));
    }

    /** @param least what the item gives at least, as a share of its points */
    static Question multiple(Reading.Item item, Place place, Common common, List<Answer> answers, double least) {
        double lowest = answers.stream()
                .mapToDouble(Answer::share)
                .filter(share -> share < 0)
                .sum();
        double cost = -Math.max(least, lowest);
        if (cost > 1 + SLACK) {
            item.scoredOtherwise(place);
        }
        return multiple(item, place, common.costing(cost > SLACK ? Math.min(1, cost) : null), answers);
    }

    static Question multiple(Reading.Item item, Place place, Common common, List<Answer> answers) {
        long right = answers.stream().filter(answer -> answer.share() > SLACK).count();
        double each = right == 0 ? 1 : 1.0 / right;
        boolean alike = answers.stream().allMatch(answer -> Math.abs(Math.abs(answer.share()) - each) < SLACK);
        if (!alike && right > 0) {
            item.scoredOtherwise(place);
        }
        return several(item, common, answers, SLACK);
    }

    private static Question several(Reading.Item item, Common common, List<Answer> answers, double least) {
        return Made.multiple(item.key(), common, options(answers, least));
    }

    static List<Option> options(List<Answer> answers, double least) {
        List<Option> options = new ArrayList<>();
        for (Answer answer : answers) {
            String key = answer.key().isEmpty() ? ItemKeys.letter(options.size()) : answer.key();
            options.add(new Option(key, answer.text(), answer.share() >= least, answer.feedback()));
        }
        return options;
    }
}
