package org.collegium.assessment.exchange;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.collegium.assessment.Question.Feedback;
import org.collegium.assessment.Tolerance;
import org.collegium.assessment.Units;
import org.collegium.assessment.exchange.MoodleReader.MoodleQuestion;
import org.collegium.source.XmlNode.Element;

/** The kinds of Moodle's questions that ask for a number. */
final class MoodleNumbers {

    /** What is computed, and perhaps a unit behind it. */
    private static final Pattern COMPUTED =
            Pattern.compile("\\{=((?:[^{}]|\\{\\w{1,40}+}){1,300}+)}\\s*+([\\p{L}%°/²³]{0,20}+)");

    private MoodleNumbers() {}

    /** The answer that earns all, and what is said to those who gave it and to the others. */
    private record Right(Element answer, Feedback feedback) {}

    private static Right right(MoodleQuestion question) throws LeftOut {
        Element right = null;
        String otherwise = "";
        for (Element answer : question.answers()) {
            if (answer.textOf("text").equals("*")) {
                otherwise = question.feedback(answer);
            } else if (right == null && question.share(answer) == 1) {
                right = answer;
            } else {
                question.item().lost(answer.place(), "answer " + answer.textOf("text"));
            }
        }
        if (right == null) {
            throw new LeftOut(question.item().place(), "exchange-number", "fraction=\"100\"");
        }
        return new Right(right, new Feedback(question.feedback(right), otherwise));
    }

    static void numeric(MoodleQuestion question) throws LeftOut {
        Choices.Common common = question.common();
        Right right = right(question);
        String text = right.answer.textOf("text");
        BigDecimal number =
                Numbers.of(text).orElseThrow(() -> new LeftOut(right.answer.place(), "exchange-number", text));
        question.item()
                .keep(Made.number(
                        question.item().key(),
                        common,
                        number,
                        Tolerance.absolute(tolerance(right.answer)),
                        units(question),
                        right.feedback));
    }

    private static BigDecimal tolerance(Element answer) throws LeftOut {
        String text = answer.textOf("tolerance");
        return text.isEmpty()
                ? BigDecimal.ZERO
                : Numbers.of(text)
                        .map(BigDecimal::abs)
                        .orElseThrow(() -> new LeftOut(answer.place(), "exchange-number", text));
    }

    /** A multiplier says how many of a unit are one of the answer's. */
    private static Units units(MoodleQuestion question) {
        String base = "";
        List<Units.Other> others = new ArrayList<>();
        List<Element> units =
                question.xml().child("units").map(all -> all.children("unit")).orElse(List.of());
        for (Element unit : units) {
            String name = unit.textOf("unit_name");
            Optional<BigDecimal> multiplier =
                    Numbers.of(unit.textOf("multiplier")).filter(number -> number.signum() > 0);
            if (multiplier.isEmpty()) {
                question.item().lost(unit.place(), "unit " + name);
            } else if (base.isEmpty() && multiplier.get().compareTo(BigDecimal.ONE) == 0) {
                base = name;
            } else {
                others.add(new Units.Other(name, inverse(multiplier.get())));
            }
        }
        if (base.isEmpty() && !others.isEmpty()) {
            question.item().lost(question.item().place(), "units");
            return Units.NONE;
        }
        String grading = question.xml().textOf("unitgradingtype");
        boolean graded = !grading.isEmpty() && !grading.equals("0");
        if (graded) {
            question.item().lost(question.item().place(), "unitpenalty");
        }
        return new Units(base, others, graded && !base.isEmpty());
    }

    private static BigDecimal inverse(BigDecimal number) {
        return Numbers.plainly(
                BigDecimal.ONE.divide(number, 30, RoundingMode.HALF_EVEN).round(new MathContext(16)));
    }

    static void formula(MoodleQuestion question) throws LeftOut {
        MoodleVariables variables = MoodleVariables.of(question);
        Right right = right(question);
        String answer = variables.expression(right.answer.textOf("text"), right.answer.place());
        Sealed sealed = new Sealed();
        Element text = question.xml().child("questiontext").orElse(question.xml());
        Choices.Common common = question.common(variables.text(question, text, sealed));
        Optional<Element> said = question.xml().child("generalfeedback");
        String general = said.isEmpty() ? "" : variables.text(question, said.get(), sealed);
        question.item()
                .keep(Made.formula(
                        question.item().key(),
                        new Choices.Common(common.stem(), common.points(), general, common.traits()),
                        variables.all(),
                        answer,
                        tolerance(question, right.answer),
                        units(question),
                        right.feedback));
    }

    /**
     * A choice among numbers that are computed. Choices do not draw values here, so the right one is asked for as a number; it is right as
     * far as its decimals were shown there.
     */
    static void computedChoice(MoodleQuestion question) throws LeftOut {
        MoodleVariables variables = MoodleVariables.of(question);
        List<Element> right = question.answers().stream()
                .filter(answer -> question.share(answer) == 1)
                .toList();
        String text = right.size() == 1 ? right.getFirst().textOf("text").strip() : "";
        Matcher computed = COMPUTED.matcher(text);
        if (!computed.matches()) {
            throw new LeftOut(question.item().place(), "exchange-formula", text);
        }
        Element answer = right.getFirst();
        String formula = variables.expression(computed.group(1), answer.place());
        question.item().changed(question.item().place(), "calculatedmulti", "formula");
        Sealed sealed = new Sealed();
        Element asked = question.xml().child("questiontext").orElse(question.xml());
        Choices.Common common = question.common(variables.text(question, asked, sealed));
        int decimals = Math.clamp(
                Numbers.of(answer.textOf("correctanswerlength"))
                        .map(BigDecimal::intValue)
                        .orElse(2),
                0,
                10);
        question.item()
                .keep(Made.formula(
                        question.item().key(),
                        common,
                        variables.all(),
                        formula,
                        Tolerance.absolute(Numbers.plainly(new BigDecimal("0.5").movePointLeft(decimals))),
                        new Units(computed.group(2).strip(), List.of(), false),
                        question.feedback(true)));
    }

    private static Tolerance tolerance(MoodleQuestion question, Element answer) throws LeftOut {
        BigDecimal tolerance = tolerance(answer);
        return switch (answer.textOf("tolerancetype")) {
            case "1", "relative" -> new Tolerance(BigDecimal.ZERO, Numbers.plainly(tolerance.movePointRight(2)));
            case "3", "geometric" -> {
                question.item().changed(answer.place(), "tolerancetype geometric", "relative");
                yield new Tolerance(BigDecimal.ZERO, Numbers.plainly(tolerance.movePointRight(2)));
            }
            default -> Tolerance.absolute(tolerance);
        };
    }
}
