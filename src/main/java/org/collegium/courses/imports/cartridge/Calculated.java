package org.collegium.courses.imports.cartridge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.collegium.courses.imports.QuizQuestion.Formula;
import org.collegium.courses.imports.QuizQuestion.Variable;
import org.collegium.source.XmlNode.Element;

/**
 * The calculated question of Canvas: a formula, and variables with their ranges. Only formulas that are sure to have a
 * result for each value are taken: one line, known functions, nothing divided by what may be nothing.
 */
final class Calculated {

    private static final int MOST_VARIABLES = 20;
    private static final int MOST_STEPS = 1_000;
    private static final Pattern TOKEN =
            Pattern.compile("\\s*+(?:([0-9]++(?:\\.[0-9]++)?+)|([A-Za-z][A-Za-z0-9_]*+)|([-+*/^(),]))");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,29}");
    private static final Set<String> FUNCTIONS =
            Set.of("abs", "exp", "sin", "cos", "floor", "ceil", "min", "max", "pi", "e");

    private Calculated() {}

    /** The question, or why there is none. */
    record Found(Optional<Formula> formula, String reason) {}

    private static Found not(String reason) {
        return new Found(Optional.empty(), reason);
    }

    static Found of(Element item) {
        Optional<Element> calculated = item.all("calculated").stream().findFirst();
        List<Element> formulas = calculated.map(found -> found.all("formula")).orElse(List.of());
        List<Variable> variables = new ArrayList<>();
        for (Element element : calculated
                .flatMap(found -> found.child("vars"))
                .map(found -> found.children("var"))
                .orElse(List.of())) {
            Optional<Variable> variable = variable(element);
            if (variable.isEmpty()) {
                return not("variable: " + element.attribute("name"));
            }
            variables.add(variable.get());
        }
        if (formulas.size() != 1) {
            return not("formulas: " + formulas.size());
        }
        if (variables.isEmpty() || variables.size() > MOST_VARIABLES) {
            return not("variables: " + variables.size());
        }
        String formula = formulas.getFirst().text();
        if (!isSure(formula, variables)) {
            return not("formula: " + formula);
        }
        double tolerance = calculated
                .map(found -> found.textOf("answer_tolerance"))
                .flatMap(QtiFields::number)
                .filter(value -> value >= 0)
                .orElse(0.0);
        return new Found(Optional.of(new Formula(formula, tolerance, variables)), "");
    }

    private static Optional<Variable> variable(Element element) {
        String name = element.attribute("name");
        Optional<Double> from = QtiFields.number(element.textOf("min"));
        Optional<Double> to = QtiFields.number(element.textOf("max"));
        int scale = Math.min(6, QtiFields.whole(element.attribute("scale")));
        if (!NAME.matcher(name).matches()
                || FUNCTIONS.contains(name)
                || from.isEmpty()
                || to.isEmpty()
                || from.get() >= to.get()) {
            return Optional.empty();
        }
        double step = Math.pow(10, -scale);
        while ((to.get() - from.get()) / step > MOST_STEPS) {
            step *= 10;
        }
        return Optional.of(new Variable(name, from.get(), to.get(), Math.round(step * 1e6) / 1e6));
    }

    private static boolean isSure(String formula, List<Variable> variables) {
        Matcher token = TOKEN.matcher(formula);
        int end = 0;
        String before = "";
        int depth = 0;
        while (token.find() && token.start() == end) {
            end = token.end();
            String text = token.group().strip();
            Optional<Variable> variable = variables.stream()
                    .filter(found -> found.name().equals(text))
                    .findFirst();
            boolean word = token.group(2) != null;
            if (word && variable.isEmpty() && !FUNCTIONS.contains(text)) {
                return false;
            }
            boolean value = word || token.group(1) != null;
            boolean afterValue = before.matches("[A-Za-z0-9_.]+|\\)");
            boolean factor = text.equals("(") && before.matches("[0-9.]+|\\)");
            if (factor || (value && afterValue)) {
                return false;
            }
            if (before.equals("/")
                    && !(token.group(1) != null
                            || variable.filter(Calculated::neverNothing).isPresent())) {
                return false;
            }
            if (before.equals("^") && !text.matches("[0-9]")) {
                return false;
            }
            depth += text.equals("(") ? 1 : text.equals(")") ? -1 : 0;
            if (depth < 0) {
                return false;
            }
            before = text;
        }
        return end == formula.stripTrailing().length() && depth == 0 && before.matches("[A-Za-z0-9_.]+|\\)");
    }

    private static boolean neverNothing(Variable variable) {
        return variable.from() > 0 || variable.to() < 0;
    }

    /** The text with its variables, which stand in brackets there, as they are written here. */
    static String stem(Element item, String stem) {
        String text = stem.replace("{{", "{ {");
        for (Element variable : item.all("vars").stream()
                .flatMap(vars -> vars.children("var").stream())
                .toList()) {
            String name = variable.attribute("name");
            if (NAME.matcher(name).matches()) {
                text = text.replace("[" + name + "]", "{{" + name + "}}");
            }
        }
        return text;
    }
}
