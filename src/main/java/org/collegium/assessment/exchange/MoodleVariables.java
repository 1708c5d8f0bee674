package org.collegium.assessment.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.collegium.assessment.Expression;
import org.collegium.assessment.Variable;
import org.collegium.assessment.exchange.MoodleReader.MoodleQuestion;
import org.collegium.source.MoodleFormula;
import org.collegium.source.Place;
import org.collegium.source.XmlNode.Element;

/** The wildcards of a calculated question: {@code {x}} in its texts, {@code {={x}*2}} for what is computed. */
final class MoodleVariables {

    private static final int MOST_VALUES = 100;
    private static final int LONGEST = 500;

    private final Map<String, Variable> byName = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();

    private MoodleVariables() {}

    /** Reads them: from their range, or else from the values that were drawn there. */
    static MoodleVariables of(MoodleQuestion question) throws LeftOut {
        MoodleVariables variables = new MoodleVariables();
        List<Element> definitions = question.xml()
                .child("dataset_definitions")
                .map(all -> all.children("dataset_definition"))
                .orElse(List.of());
        for (Element definition : definitions) {
            String name = definition.child("name").map(Element::text).orElse("");
            String here = "v" + (variables.names.size() + 1);
            if (Expression.usable(name, Set.of(name))
                    && !Expression.usable(name, Set.of())
                    && name.length() <= 30
                    && name.matches("[A-Za-z][A-Za-z0-9_]*+")) {
                here = name;
            }
            variables.names.put(name, here);
            variables.byName.put(here, variable(definition, here));
        }
        if (definitions.isEmpty()) {
            throw new LeftOut(question.item().place(), "exchange-formula", "dataset_definitions");
        }
        question.item().changed(question.item().place(), "dataset_items", "from, to, step");
        return variables;
    }

    private static Variable variable(Element definition, String name) throws LeftOut {
        Optional<BigDecimal> from = Numbers.of(definition.textOf("minimum"));
        Optional<BigDecimal> to = Numbers.of(definition.textOf("maximum"));
        Optional<BigDecimal> decimals = Numbers.of(definition.textOf("decimals"));
        boolean even = definition
                .child("distribution")
                .map(Element::text)
                .orElse("uniform")
                .equals("uniform");
        if (even && from.isPresent() && to.isPresent() && from.get().compareTo(to.get()) < 0) {
            int places = Math.clamp(decimals.map(BigDecimal::intValue).orElse(0), 0, 10);
            return new Variable(name, List.of(), from.get(), to.get(), BigDecimal.ONE.movePointLeft(places));
        }
        List<BigDecimal> values = new ArrayList<>();
        for (Element item : definition.all("dataset_item")) {
            Numbers.of(item.textOf("value")).ifPresent(values::add);
        }
        if (values.isEmpty() || values.size() > MOST_VALUES) {
            throw new LeftOut(definition.place(), "exchange-formula", name);
        }
        return new Variable(name, values, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ONE);
    }

    List<Variable> all() {
        return List.copyOf(byName.values());
    }

    /** A text with its wildcards as they are written here. */
    String text(MoodleQuestion question, Element element, Sealed sealed) throws LeftOut {
        String text = Sealed.without(element.textOf("text"));
        StringBuilder marked = new StringBuilder(text.length());
        int at = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', at)) {
            marked.append(text, at, open);
            if (text.startsWith("{=", open)) {
                int close = closing(text, open);
                if (close < 0) {
                    throw new LeftOut(element.place(), "exchange-formula", "{=");
                }
                String inside = text.substring(open + 2, close);
                marked.append(sealed.put("{{= " + expression(inside, element.place()) + "}}"));
                at = close + 1;
                continue;
            }
            int close = text.indexOf('}', open);
            String name = close < 0 || close - open > 40
                    ? null
                    : names.get(text.substring(open + 1, close).strip());
            marked.append(name == null ? "{" : sealed.put("{{" + name + "}}"));
            at = name == null ? open + 1 : close + 1;
        }
        marked.append(text, at, text.length());
        return sealed.open(question.form(element).markdown(marked.toString(), question.texts(element)));
    }

    private static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < Math.min(text.length(), open + LONGEST); i++) {
            depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /** A formula of Moodle as one of ours. */
    String expression(String formula, Place place) throws LeftOut {
        String ours = formula.length() > LONGEST ? "" : new MoodleFormula(formula, names).ours();
        if (!Expression.usable(ours, byName.keySet())) {
            throw new LeftOut(place, "exchange-formula", formula.strip());
        }
        return ours;
    }
}
