package org.collegium.assessment;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.collegium.assessment.Expression.Unreadable;
import org.collegium.assessment.Question.Feedback;
import org.collegium.assessment.Question.Formula;
import org.collegium.assessment.Question.Numeric;

/** Draws the values of a formula for an attempt; the same seed always draws the same. */
final class Drawing {

    private static final String COMPUTED = "=";

    private final Map<String, BigDecimal> values;
    private final Map<String, Double> numbers = new HashMap<>();

    private Drawing(Map<String, BigDecimal> values) {
        this.values = values;
        values.forEach((name, value) -> numbers.put(name, value.doubleValue()));
    }

    /** What is asked in the attempt with this seed, with the values in its texts and their result as its answer. */
    static Numeric of(Formula formula, long seed) {
        Map<String, BigDecimal> values = new LinkedHashMap<>();
        for (Variable variable : formula.variables()) {
            Random random = random(seed, formula.key() + "/" + variable.name());
            values.put(variable.name(), variable.value(random.nextInt(Math.max(1, variable.count()))));
        }
        return with(formula, values);
    }

    /** What is asked with these values. */
    static Numeric with(Formula formula, Map<String, BigDecimal> values) {
        Drawing drawing = new Drawing(values);
        return new Numeric(
                formula.key(),
                drawing.text(formula.stem()),
                formula.points(),
                formula.traits(),
                drawing.text(formula.explanation()),
                drawing.result(formula.answer()).map(ShownNumbers::exact).orElse(null),
                formula.tolerance(),
                formula.units(),
                new Feedback(
                        drawing.text(formula.feedback().correct()),
                        drawing.text(formula.feedback().incorrect())));
    }

    private String text(String text) {
        return Placeholders.replaced(text, this::shown);
    }

    private String shown(String content) {
        if (content.startsWith(COMPUTED)) {
            return result(content.substring(COMPUTED.length()))
                    .map(ShownNumbers::exact)
                    .map(ShownNumbers::of)
                    .orElse("?");
        }
        BigDecimal value = values.get(content);
        return value == null ? "{{" + content + "}}" : plain(value);
    }

    private Optional<Double> result(String expression) {
        try {
            return Expression.of(expression).value(numbers);
        } catch (Unreadable unkeyed) {
            return Optional.empty();
        }
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /** What decides about the thing of this name in the attempt with this seed. */
    static Random random(long seed, String name) {
        return new Random(mixed(seed ^ name.hashCode() * 0x9E3779B97F4A7C15L));
    }

    /** Seeds that are near one another would draw alike: the finaliser of SplitMix64 (Steele, Lea, Flood 2014) parts them. */
    private static long mixed(long seed) {
        long z = (seed ^ (seed >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
