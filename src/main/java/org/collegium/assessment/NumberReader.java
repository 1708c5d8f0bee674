package org.collegium.assessment;

import static org.collegium.assessment.QuizReader.text;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.collegium.assessment.Expression.Unreadable;
import org.collegium.assessment.Question.Formula;
import org.collegium.assessment.Question.Numeric;
import org.collegium.assessment.QuestionReader.Common;
import org.collegium.source.FaultSink;
import org.collegium.source.Place;
import org.collegium.source.YamlDocument;
import tools.jackson.databind.JsonNode;

/** Reads questions whose answer is a number. */
final class NumberReader {

    /** So many values are tried before somebody else has to. */
    private static final int TRIED = 2_000;

    private static final List<String> DRAWN_INTO =
            List.of("/stem", "/explanation", "/feedback/correct", "/feedback/incorrect");

    private final YamlDocument yaml;
    private final FaultSink faults;

    NumberReader(YamlDocument yaml, FaultSink faults) {
        this.yaml = yaml;
        this.faults = faults;
    }

    Numeric numeric(JsonNode node, String pointer, Common all) {
        BigDecimal answer = node.path("answer").isNumber() ? decimal(pointer + "/answer", BigDecimal.ZERO) : null;
        return new Numeric(
                all.key(),
                all.stem(),
                all.points(),
                all.traits(),
                all.explanation(),
                answer,
                tolerance(pointer),
                units(node, pointer),
                QuestionReader.feedback(node));
    }

    private Tolerance tolerance(String pointer) {
        return new Tolerance(
                decimal(pointer + "/tolerance", BigDecimal.ZERO),
                decimal(pointer + "/tolerancePercent", BigDecimal.ZERO));
    }

    private Units units(JsonNode node, String pointer) {
        String base = text(node, "unit");
        Set<String> known = new HashSet<>(Set.of(plain(base)));
        List<Units.Other> others = new ArrayList<>();
        for (int i = 0; i < node.path("units").size(); i++) {
            String at = pointer + "/units/" + i;
            String unit = text(node.path("units").path(i), "unit");
            if (!unit.isEmpty() && !known.add(plain(unit))) {
                faults.error(yaml.place(at + "/unit"), "unit-repeated", unit);
            }
            others.add(new Units.Other(unit, decimal(at + "/factor", BigDecimal.ONE)));
        }
        return new Units(base, others, node.path("unitRequired").asBoolean(false));
    }

    private static String plain(String unit) {
        return Normalizer.normalize(unit, Normalizer.Form.NFKC).replaceAll("\\s+", "");
    }

    Formula formula(JsonNode node, String pointer, Common all) {
        List<Variable> variables = variables(node, pointer);
        Formula formula = new Formula(
                all.key(),
                all.stem(),
                all.points(),
                all.traits(),
                all.explanation(),
                variables,
                text(node, "answer").strip(),
                tolerance(pointer),
                units(node, pointer),
                QuestionReader.feedback(node));
        Set<String> names = variables.stream().map(Variable::name).collect(Collectors.toSet());
        boolean readable = formula.answer().isEmpty() || expression(formula.answer(), pointer + "/answer", 0, names);
        for (String part : DRAWN_INTO) {
            readable &= placeholders(pointer + part, names);
        }
        boolean drawable = variables.stream().allMatch(variable -> variable.count() > 0);
        if (readable && drawable && formula.keyed()) {
            tryOut(formula, pointer + "/answer");
        }
        return formula;
    }

    private List<Variable> variables(JsonNode node, String pointer) {
        List<Variable> variables = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < node.path("variables").size(); i++) {
            String at = pointer + "/variables/" + i;
            JsonNode given = node.path("variables").path(i);
            String name = text(given, "name");
            if (!name.isEmpty() && (!names.add(name) || Expression.reserved(name))) {
                faults.error(yaml.place(at + "/name"), "variable-twice", name);
            }
            List<BigDecimal> values = new ArrayList<>();
            for (int value = 0; value < given.path("values").size(); value++) {
                values.add(decimal(at + "/values/" + value, BigDecimal.ZERO));
            }
            Variable variable = given.has("values")
                    ? Variable.of(name, values)
                    : Variable.range(
                            name,
                            decimal(at + "/from", BigDecimal.ZERO),
                            decimal(at + "/to", BigDecimal.ZERO),
                            decimal(at + "/step", BigDecimal.ONE));
            if (variable.count() == 0) {
                faults.error(yaml.place(at), "variable-without-value", name, Variable.MOST);
            }
            variables.add(variable);
        }
        return variables;
    }

    /** Looks at what is to be drawn into a text. */
    private boolean placeholders(String pointer, Set<String> names) {
        String text = yaml.at(pointer).asString("");
        boolean all = true;
        for (Placeholders.Found found : Placeholders.in(text)) {
            if (found.content().startsWith("=")) {
                all &= expression(found.content().substring(1), pointer, found.start(), names);
            } else if (!names.contains(found.content())) {
                faults.error(place(pointer, text, found.start()), "variable-unknown", found.content());
                all = false;
            }
        }
        return all;
    }

    private boolean expression(String expression, String pointer, int start, Set<String> names) {
        Place at = place(pointer, yaml.at(pointer).asString(""), start);
        try {
            Set<String> unknown = Expression.of(expression).names();
            unknown.removeAll(names);
            unknown.forEach(name -> faults.error(at, "variable-unknown", name));
            return unknown.isEmpty();
        } catch (Unreadable unreadable) {
            faults.error(at, "expression-unreadable", expression.strip(), unreadable.position());
            return false;
        }
    }

    /** Computes with all values that may be drawn, or with many. */
    private void tryOut(Formula formula, String pointer) {
        long all = 1;
        for (Variable variable : formula.variables()) {
            all = Math.min(Integer.MAX_VALUE, all * variable.count());
        }
        Random random = new Random(1);
        for (int i = 0; i < Math.min(all, TRIED); i++) {
            Map<String, BigDecimal> values = new LinkedHashMap<>();
            int rest = i;
            for (Variable variable : formula.variables()) {
                boolean each = all <= TRIED;
                values.put(
                        variable.name(),
                        variable.value(each ? rest % variable.count() : random.nextInt(variable.count())));
                rest /= variable.count();
            }
            if (Drawing.with(formula, values).answer() == null) {
                String drawn = values.entrySet().stream()
                        .map(value -> value.getKey() + " = " + value.getValue().toPlainString())
                        .collect(Collectors.joining(", "));
                faults.error(yaml.place(pointer), "formula-without-result", formula.key(), drawn);
                return;
            }
        }
    }

    private BigDecimal decimal(String pointer, BigDecimal usual) {
        JsonNode node = yaml.at(pointer);
        return node.isNumber() ? node.decimalValue() : usual;
    }

    /** Where a character of a text stands. */
    Place place(String pointer, String text, int index) {
        String before = text.substring(0, index);
        int line = (int) before.chars().filter(c -> c == '\n').count();
        return yaml.place(pointer, line + 1, index - before.lastIndexOf('\n'));
    }
}
