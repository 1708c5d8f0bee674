package org.collegium.gradebook.rules;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.collegium.shared.Rules;

/**
 * How a total is said. It is first rounded, half up, to the places that the scale has; what is said follows from the rounded figure,
 * so that nobody reads 90 % beside the letter for less.
 *
 * @param key the word of a usual scale, or the id of one of the partner
 * @param name of one of a partner, 1 to 100 characters; empty for usual ones
 * @param points that stand for 100 %, of {@link Kind#POINTS}; above 0 and at most 10,000
 * @param decimals places that are kept, 0 to 2
 * @param steps the highest first, of {@link Kind#STEPS}; the lowest begins at 0
 */
public record Scale(String key, String name, Kind kind, double points, int decimals, List<Step> steps)
        implements Serializable {

    public static final Scale PERCENT = new Scale("percent", "", Kind.PERCENT, 100, 0, List.of());
    public static final Scale POINTS = new Scale("points", "", Kind.POINTS, 100, 1, List.of());
    public static final Scale LETTERS = new Scale(
            "letters",
            "",
            Kind.STEPS,
            100,
            0,
            List.of(new Step(90, "A"), new Step(80, "B"), new Step(70, "C"), new Step(60, "D"), new Step(0, "F")));
    public static final Scale PASS_FAIL =
            new Scale("pass-fail", "", Kind.STEPS, 100, 0, List.of(new Step(50, "Pass"), new Step(0, "Fail")));

    /** Those that every partner has. */
    public static final List<Scale> USUAL = List.of(PERCENT, POINTS, LETTERS, PASS_FAIL);

    private static final int LONGEST = 100;
    private static final int LONGEST_LABEL = 40;
    private static final int MOST_STEPS = 30;
    private static final int MOST_DECIMALS = 2;
    private static final int MOST_POINTS = 10_000;
    private static final int ALL = 100;

    /** What a scale says. */
    public enum Kind {
        PERCENT,
        POINTS,
        /** A label for each range, such as letters. */
        STEPS
    }

    /**
     * A label and from which percentage on it is given.
     *
     * @param least 0 to 100
     * @param label 1 to 40 characters
     */
    public record Step(double least, String label) implements Serializable {}

    public Scale {
        name = name.strip();
        steps = steps.stream()
                .map(step -> new Step(step.least(), step.label().strip()))
                .sorted(Comparator.comparingDouble(Step::least).reversed())
                .toList();
        Set<Double> bounds = new HashSet<>();
        steps.forEach(step -> bounds.add(step.least()));
        boolean stepped = kind == Kind.STEPS;
        new Rules()
                .that(name.length() <= LONGEST, "gradebook.scale.name.length", name.length(), LONGEST)
                .that(decimals >= 0 && decimals <= MOST_DECIMALS, "gradebook.scale.decimals.range", decimals)
                .that(points > 0 && points <= MOST_POINTS, "gradebook.scale.points.range", points, MOST_POINTS)
                .that(!stepped || steps.size() >= 2, "gradebook.scale.steps.few")
                .that(steps.size() <= MOST_STEPS, "gradebook.scale.steps.many", MOST_STEPS)
                .that(bounds.size() == steps.size(), "gradebook.scale.steps.twice")
                .that(!stepped || steps.isEmpty() || steps.getLast().least() == 0, "gradebook.scale.steps.zero")
                .that(
                        steps.stream().allMatch(step -> step.least() >= 0 && step.least() <= ALL),
                        "gradebook.scale.steps.range")
                .that(
                        steps.stream()
                                .allMatch(step ->
                                        !step.label().isEmpty() && step.label().length() <= LONGEST_LABEL),
                        "gradebook.scale.steps.label",
                        LONGEST_LABEL)
                .hold();
    }

    public boolean usual() {
        return name.isEmpty();
    }

    /** The figure that is said, in percent, or in points where the scale has points: rounded half up. */
    public BigDecimal rounded(double share) {
        double most = kind == Kind.POINTS ? points : ALL;
        return BigDecimal.valueOf(share)
                .multiply(BigDecimal.valueOf(most))
                .round(new MathContext(12, RoundingMode.HALF_UP))
                .setScale(decimals, RoundingMode.HALF_UP);
    }

    /** The label of a total, of {@link Kind#STEPS}; empty for other kinds. */
    public Optional<String> label(double share) {
        BigDecimal percent = rounded(share);
        return steps.stream()
                .filter(step -> percent.compareTo(BigDecimal.valueOf(step.least())) >= 0)
                .map(Step::label)
                .findFirst();
    }

    /** What a total is called, such as {@code B (83 %)}, {@code 16.5 / 20} or {@code 83 %}, as the language writes numbers. */
    public String said(double share, Locale locale) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        if (kind == Kind.POINTS) {
            return format.format(rounded(share)) + " / "
                    + NumberFormat.getNumberInstance(locale).format(points);
        }
        NumberFormat percents = NumberFormat.getPercentInstance(locale);
        percents.setMinimumFractionDigits(decimals);
        percents.setMaximumFractionDigits(decimals);
        String percent = percents.format(rounded(share).movePointLeft(2));
        return label(share).map(label -> label + " (" + percent + ")").orElse(percent);
    }
}
