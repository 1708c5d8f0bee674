package org.collegium.assessment.exchange;

import java.util.List;
import java.util.Map;
import org.collegium.assessment.Question.Cloze;
import org.collegium.assessment.Question.Feedback;
import org.collegium.assessment.Question.Gap;
import org.collegium.assessment.Question.Numeric;
import org.collegium.assessment.Question.Option;
import org.collegium.assessment.Question.ShortText;
import org.collegium.assessment.Question.SingleChoice;

/** Writes a text with gaps as an item with an interaction in each gap. */
final class QtiClozeWriter {

    private final QtiXml xml;
    private final QtiParts parts;
    private final QtiRules rules;

    QtiClozeWriter(QtiXml xml, QtiParts parts, QtiRules rules) {
        this.xml = xml;
        this.parts = parts;
        this.rules = rules;
    }

    void write(Cloze cloze) {
        List<Gap> gaps = cloze.gaps();
        double all = QtiParts.weights(gaps);
        Sealed sealed = new Sealed();
        String stem = Sealed.without(cloze.stem());
        for (int i = 0; i < gaps.size(); i++) {
            Gap gap = gaps.get(i);
            double points = cloze.points() * gap.points() / all;
            declare(response(i), gap, points);
            stem = GapMarks.replaced(stem, gap.key(), sealed.put(interaction(response(i), gap)));
        }
        parts.outcomes(cloze, "");
        xml.open("itemBody")
                .made(sealed.open(MarkdownXhtml.blocks(stem, sealed)))
                .close();
        xml.open("responseProcessing");
        for (int i = 0; i < gaps.size(); i++) {
            if (gaps.get(i) instanceof Numeric numeric) {
                String points = QtiParts.number(cloze.points() * numeric.points() / all);
                rules.near(response(i), numeric, points, Feedback.NONE);
            } else {
                rules.addMapped(response(i));
            }
        }
        xml.close();
        parts.explanation(cloze);
    }

    private static String response(int number) {
        return "RESPONSE-" + (number + 1);
    }

    private void declare(String response, Gap gap, double points) {
        switch (gap) {
            case SingleChoice choice -> {
                String right = choice.options().stream()
                        .filter(Option::correct)
                        .map(option -> QtiParts.id(option.key()))
                        .findFirst()
                        .orElse("");
                boolean said = choice.options().stream()
                        .anyMatch(option -> !option.feedback().isEmpty());
                if (said) {
                    parts.lost("feedback");
                }
                parts.response(response, "single", "identifier", List.of(right), Map.of(right, points), true, points);
            }
            case Numeric numeric -> {
                silent(numeric.feedback());
                parts.numberResponse(response, numeric);
            }
            case ShortText words -> {
                silent(words.feedback());
                parts.wordResponse(response, words, points);
            }
        }
    }

    private void silent(Feedback feedback) {
        if (!feedback.equals(Feedback.NONE)) {
            parts.lost("feedback");
        }
    }

    private String interaction(String response, Gap gap) {
        QtiVersion version = xml.version();
        String answers = " " + version.attribute("responseIdentifier") + "=\"" + response + "\"";
        if (!(gap instanceof SingleChoice choice)) {
            return "<" + version.element("textEntryInteraction") + answers + "/>";
        }
        String name = version.element("inlineChoiceInteraction");
        String each = version.element("inlineChoice");
        StringBuilder list = new StringBuilder("<" + name + answers + " shuffle=\"false\">");
        for (Option option : choice.options()) {
            list.append('<')
                    .append(each)
                    .append(" identifier=\"")
                    .append(QtiParts.id(option.key()))
                    .append("\">");
            list.append(MarkdownXhtml.inline(option.text()))
                    .append("</")
                    .append(each)
                    .append('>');
        }
        return list.append("</").append(name).append('>').toString();
    }
}
