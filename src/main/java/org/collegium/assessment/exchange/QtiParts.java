package org.collegium.assessment.exchange;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.collegium.assessment.Accepted;
import org.collegium.assessment.Question;
import org.collegium.assessment.Question.Feedback;
import org.collegium.assessment.Question.Gap;
import org.collegium.assessment.Question.Numeric;
import org.collegium.assessment.Question.ShortText;
import org.collegium.assessment.Units;

/** Writes the parts that items of several kinds have: declarations of answers and outcomes, texts, what is said afterwards. */
final class QtiParts {

    private final QtiXml xml;
    private final Writing writing;

    QtiParts(QtiXml xml, Writing writing) {
        this.xml = xml;
        this.writing = writing;
    }

    /** Numbers in QTI have no units. */
    void numberResponse(String response, Numeric numeric) {
        writing.lostUnless(numeric.units().equals(Units.NONE), "unit");
        boolean both = numeric.tolerance().absolute().signum() > 0
                && numeric.tolerance().percent().signum() > 0;
        writing.lostUnless(!both, "tolerancePercent");
        BigDecimal answer = Objects.requireNonNull(numeric.answer());
        response(response, "single", "float", List.of(answer.toPlainString()), Map.of(), true, 0);
    }

    /** What is accepted, and what part of the points each earns; only what is written out can be said. */
    void wordResponse(String response, ShortText words, double points) {
        Map<String, Double> mapping = new LinkedHashMap<>();
        String right = "";
        for (Accepted accepted : words.accept()) {
            if (accepted.match() != Accepted.Match.EXACT) {
                writing.lost("accept: " + accepted.text());
                continue;
            }
            writing.lostUnless(accepted.feedback().isEmpty(), "accept.feedback");
            mapping.put(accepted.text(), accepted.share() * points);
            right = right.isEmpty() && accepted.example() ? accepted.text() : right;
        }
        response(response, "single", "string", List.of(right), mapping, words.caseSensitive(), points);
    }

    void response(
            String identifier,
            String cardinality,
            String baseType,
            List<String> correct,
            Map<String, Double> mapping,
            boolean sensitive,
            double most) {
        xml.open("responseDeclaration", "identifier", identifier, "cardinality", cardinality, "baseType", baseType);
        xml.open("correctResponse");
        correct.forEach(value -> xml.leaf("value", value));
        xml.close();
        if (!mapping.isEmpty()) {
            xml.open("mapping", "lowerBound", "0", "upperBound", number(most), "defaultValue", "0");
            mapping.forEach((key, value) -> xml.empty(
                    "mapEntry",
                    "mapKey",
                    key,
                    "mappedValue",
                    number(value),
                    "caseSensitive",
                    Boolean.toString(sensitive)));
            xml.close();
        }
        xml.close();
    }

    /** @param feedback how many things may be said at once, as a cardinality; empty for none */
    void outcomes(Question question, String feedback) {
        outcome("SCORE", "single", "float", "0");
        outcome("MAXSCORE", "single", "float", number(question.points()));
        if (!feedback.isEmpty()) {
            xml.empty(
                    "outcomeDeclaration", "identifier", "FEEDBACK", "cardinality", feedback, "baseType", "identifier");
        }
        if (!question.explanation().isEmpty()) {
            outcome("EXPLANATION", "single", "identifier", "always");
        }
    }

    void outcome(String identifier, String cardinality, String baseType, String value) {
        xml.open("outcomeDeclaration", "identifier", identifier, "cardinality", cardinality, "baseType", baseType);
        xml.open("defaultValue").leaf("value", value).close().close();
    }

    static String cardinality(Feedback feedback) {
        return feedback.equals(Feedback.NONE) ? "" : "single";
    }

    void body(String stem) {
        xml.open("itemBody").made(MarkdownXhtml.blocks(stem));
    }

    void feedback(Feedback feedback) {
        modal("FEEDBACK", "correct", feedback.correct());
        modal("FEEDBACK", "incorrect", feedback.incorrect());
    }

    void explanation(Question question) {
        modal("EXPLANATION", "always", question.explanation());
    }

    void modal(String outcome, String identifier, String markdown) {
        if (markdown.isEmpty()) {
            return;
        }
        writing.pictures(markdown);
        String[] attributes = {"outcomeIdentifier", outcome, "identifier", identifier, "showHide", "show"};
        if (xml.version() == QtiVersion.V3_0) {
            xml.open("modalFeedback", attributes)
                    .made("contentBody", MarkdownXhtml.blocks(markdown))
                    .close();
        } else {
            xml.made("modalFeedback", MarkdownXhtml.blocks(markdown), attributes);
        }
    }

    void lost(String part) {
        writing.lost(part);
    }

    static String id(String key) {
        return QtiXml.identifier(key);
    }

    static String number(double value) {
        return Numbers.plainly(BigDecimal.valueOf(Math.rint(value * 1e9) / 1e9)).toPlainString();
    }

    /** The points of the gaps of a text together. */
    static double weights(List<Gap> gaps) {
        return gaps.stream().mapToDouble(Gap::points).sum();
    }
}
