package org.collegium.courses.imports.moodle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.collegium.courses.imports.QuizQuestion.Formula;
import org.collegium.courses.imports.QuizQuestion.Variable;
import org.collegium.source.MoodleFormula;
import org.collegium.source.XmlNode.Element;

/** The wildcards of a calculated question, and the formulas in which they are. */
final class BackupFormula {

    private static final int LONGEST = 300;
    private static final int MOST_DECIMALS = 10;
    private static final int HUNDRED = 100;

    /** The functions and constants that formulas have here. */
    private static final Set<String> KNOWN =
            Set.of(("abs sqrt exp ln log2 log10 sin cos tan atan floor ceil round min max pi e").split(" "));

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,29}+");
    private static final Pattern SIGNS = Pattern.compile("[A-Za-z0-9_+\\-*/^(),.]{1," + LONGEST + "}+");
    private static final Pattern WILDCARD =
            Pattern.compile("\\{=((?:[^{}]|\\{[^{}]{1,40}+}){1,300}+)}|\\{([^{}=#]{1,40}+)}");

    private final Map<String, String> names = new LinkedHashMap<>();
    private final List<Variable> variables = new ArrayList<>();
    private boolean otherwise;

    private BackupFormula() {}

    /** Empty where a wildcard has no range. */
    static Optional<BackupFormula> of(Element question) {
        BackupFormula formula = new BackupFormula();
        for (Element definition : question.all("dataset_definition")) {
            String name = definition.textOf("name");
            boolean usable = NAME.matcher(name).matches() && !KNOWN.contains(name);
            String here = usable ? name : "v" + (formula.names.size() + 1);
            Optional<Variable> variable = formula.variable(here, definition.textOf("options"));
            if (variable.isEmpty()) {
                return Optional.empty();
            }
            formula.names.put(name, here);
            formula.variables.add(variable.get());
        }
        return formula.variables.isEmpty() ? Optional.empty() : Optional.of(formula);
    }

    /** Distribution, least, most and decimals stand between colons. */
    private Optional<Variable> variable(String name, String options) {
        String[] parts = options.split(":", 5);
        if (parts.length < 4) {
            return Optional.empty();
        }
        Optional<Double> from = BackupQuestion.number(parts[1]);
        Optional<Double> to = BackupQuestion.number(parts[2]);
        int decimals = Math.clamp(Backup.number(parts[3]), 0, MOST_DECIMALS);
        otherwise |= !parts[0].equals("uniform");
        return from.isPresent() && to.isPresent() && from.get() < to.get()
                ? Optional.of(new Variable(
                        name,
                        from.get(),
                        to.get(),
                        BigDecimal.ONE.movePointLeft(decimals).doubleValue()))
                : Optional.empty();
    }

    List<Variable> variables() {
        return variables;
    }

    /** Whether values are drawn in another way than there. */
    boolean otherwise() {
        return otherwise;
    }

    /** A formula of Moodle as one of ours; empty where it has what there is not here. */
    Optional<String> formula(String moodle) {
        String ours = moodle.length() > LONGEST ? "" : new MoodleFormula(moodle, names).ours();
        if (!SIGNS.matcher(ours).matches()) {
            return Optional.empty();
        }
        Matcher words =
                Pattern.compile("(?<![A-Za-z0-9_.])[A-Za-z_][A-Za-z0-9_]*+").matcher(ours);
        boolean known =
                words.results().allMatch(word -> KNOWN.contains(word.group()) || names.containsValue(word.group()));
        return known ? Optional.of(ours) : Optional.empty();
    }

    /** What {@code {=…}} in a text computes; empty where the text is something else. */
    Optional<String> computed(String text) {
        Matcher whole = WILDCARD.matcher(text.strip());
        return whole.lookingAt() && whole.group(1) != null ? formula(whole.group(1)) : Optional.empty();
    }

    /** A text with its wildcards kept by marks, which {@link Marks#open} takes out again. */
    String marked(String text, Marks marks) {
        return WILDCARD.matcher(text).replaceAll(found -> {
            String inside = found.group(1);
            Optional<String> here = inside == null
                    ? Optional.ofNullable(names.get(found.group(2).strip()))
                    : formula(inside).map(ours -> "= " + ours);
            return Matcher.quoteReplacement(
                    here.map(name -> marks.put("{{" + name + "}}")).orElseGet(found::group));
        });
    }

    /**
     * The question that an answer makes.
     *
     * @param choice whether it was one among computed numbers; the number is right within half of its last decimal then
     */
    Optional<Formula> asked(Element question, Element answer, String text, boolean choice) {
        Optional<Element> settings = question.all("calculated_record").stream()
                .filter(found -> found.textOf("answer").equals(answer.attribute("id")))
                .findFirst();
        double tolerance = settings.flatMap(found -> BackupQuestion.number(found.textOf("tolerance")))
                .map(Math::abs)
                .orElse(0.0);
        boolean relative = settings.filter(found -> !found.textOf("tolerancetype").equals("2"))
                .isPresent();
        int decimals = settings.map(found -> Backup.number(found.textOf("correctanswerlength")))
                .orElse(2);
        double half = BigDecimal.valueOf(5)
                .movePointLeft(1 + Math.clamp(decimals, 0, MOST_DECIMALS))
                .doubleValue();
        return (choice ? computed(text) : formula(text))
                .map(formula -> new Formula(
                        formula,
                        choice ? half : relative ? 0 : tolerance,
                        choice || !relative ? 0 : tolerance * HUNDRED,
                        variables));
    }
}
