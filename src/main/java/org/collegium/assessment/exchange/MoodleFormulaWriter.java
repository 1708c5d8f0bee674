package org.collegium.assessment.exchange;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.collegium.assessment.PhpFormula;
import org.collegium.assessment.Question.Formula;
import org.collegium.assessment.Tolerance;
import org.collegium.assessment.Units;
import org.collegium.assessment.Variable;

/** Writes formulas as calculated questions of Moodle: wildcards in the texts, and values that were drawn for each. */
final class MoodleFormulaWriter {

    /** Values of each variable; Moodle draws from them and makes others only when a teacher asks for it. */
    private static final int ITEMS = 20;

    private static final int HUNDRED = 100;

    private final XmlWriter xml;
    private final Writing writing;

    MoodleFormulaWriter(XmlWriter xml, Writing writing) {
        this.xml = xml;
        this.writing = writing;
    }

    /** A text in Moodle's Markdown, with wildcards in place of variables and of what is computed. */
    String text(Formula formula, String markdown) {
        Sealed sealed = new Sealed();
        String text = Sealed.without(markdown);
        int at = text.indexOf("{{");
        StringBuilder marked = new StringBuilder();
        int from = 0;
        while (at >= 0) {
            int end = text.indexOf("}}", at);
            if (end < 0) {
                break;
            }
            String inside = text.substring(at + 2, end).strip();
            String wildcard = wildcard(formula, inside);
            marked.append(text, from, at)
                    .append(wildcard.isEmpty() ? text.substring(at, end + 2) : sealed.put(wildcard));
            from = end + 2;
            at = text.indexOf("{{", from);
        }
        marked.append(text, from, text.length());
        return sealed.open(MoodleMarkdown.of(marked.toString()));
    }

    /** Empty for braces that stand for nothing. */
    private String wildcard(Formula formula, String inside) {
        if (inside.startsWith("=")) {
            return PhpFormula.of(inside.substring(1).strip())
                    .map(php -> "{=" + php + "}")
                    .orElse("");
        }
        return formula.variables().stream().anyMatch(variable -> variable.name().equals(inside))
                ? "{" + inside + "}"
                : "";
    }

    /** How far off an answer may be; Moodle knows one measure at a time. */
    void tolerance(Tolerance tolerance) {
        boolean percent =
                tolerance.absolute().signum() == 0 && tolerance.percent().signum() > 0;
        writing.lostUnless(percent || tolerance.percent().signum() == 0, "tolerancePercent");
        BigDecimal off = percent ? tolerance.percent().movePointLeft(2) : tolerance.absolute();
        xml.leaf("tolerance", Numbers.plainly(off).toPlainString())
                .leaf("tolerancetype", percent ? "1" : "2")
                .leaf("correctanswerformat", "1")
                .leaf("correctanswerlength", "4");
    }

    void variables(List<Variable> variables) {
        xml.open("dataset_definitions");
        variables.forEach(this::variable);
        xml.close();
    }

    private void variable(Variable variable) {
        boolean range = variable.values().isEmpty();
        BigDecimal first = range ? variable.from() : variable.values().getFirst();
        // Of values that are listed no range is told, from which Moodle would draw others.
        BigDecimal last = range ? variable.to() : first;
        int places = range ? Math.max(0, variable.step().stripTrailingZeros().scale()) : 0;
        writing.lostUnless(
                !range || variable.step().compareTo(BigDecimal.ONE.movePointLeft(places)) == 0,
                "step of " + variable.name());
        List<BigDecimal> values = values(variable);
        xml.open("dataset_definition");
        text("status", "private");
        text("name", variable.name());
        xml.leaf("type", "calculated");
        text("distribution", "uniform");
        text("minimum", first.toPlainString());
        text("maximum", last.toPlainString());
        text("decimals", String.valueOf(places));
        xml.leaf("itemcount", String.valueOf(values.size())).open("dataset_items");
        for (int i = 0; i < values.size(); i++) {
            xml.open("dataset_item")
                    .leaf("number", String.valueOf(i + 1))
                    .leaf("value", Numbers.plainly(values.get(i)).toPlainString())
                    .close();
        }
        xml.close().leaf("number_of_items", String.valueOf(values.size())).close();
    }

    private void text(String name, String text) {
        xml.open(name).leaf("text", text).close();
    }

    /** Always the same for the same variable. */
    private static List<BigDecimal> values(Variable variable) {
        if (!variable.values().isEmpty()) {
            return variable.values()
                    .subList(0, Math.min(HUNDRED, variable.values().size()));
        }
        Random random = new Random(variable.name().hashCode());
        int count = Math.max(1, variable.count());
        return IntStream.range(0, Math.min(ITEMS, count))
                .mapToObj(i -> variable.value(count <= ITEMS ? i : random.nextInt(count)))
                .toList();
    }

    /** The unit of an answer and others for it. */
    static void units(XmlWriter xml, Units units) {
        if (units.base().isEmpty()) {
            return;
        }
        xml.leaf("unitgradingtype", units.required() ? "1" : "0");
        xml.leaf("unitpenalty", units.required() ? "1" : "0")
                .leaf("showunits", "0")
                .leaf("unitsleft", "0");
        xml.open("units");
        unit(xml, "1", units.base());
        for (Units.Other other : units.others()) {
            BigDecimal multiplier = BigDecimal.ONE.divide(other.factor(), new MathContext(16));
            unit(xml, Numbers.plainly(multiplier).toPlainString(), other.unit());
        }
        xml.close();
    }

    private static void unit(XmlWriter xml, String multiplier, String name) {
        xml.open("unit").leaf("multiplier", multiplier).leaf("unit_name", name).close();
    }
}
