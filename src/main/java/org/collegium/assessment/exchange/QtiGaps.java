package org.collegium.assessment.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.collegium.assessment.Accepted;
import org.collegium.assessment.Question.Feedback;
import org.collegium.assessment.Question.Gap;
import org.collegium.assessment.Question.Numeric;
import org.collegium.assessment.Question.Option;
import org.collegium.assessment.Question.ShortText;
import org.collegium.assessment.Question.SingleChoice;
import org.collegium.assessment.Tolerance;
import org.collegium.assessment.Units;
import org.collegium.source.XmlNode.Element;

/** What is asked inside the text of an item: words, numbers, choices, things to drag into gaps. */
final class QtiGaps {

    private final QtiItem qti;
    private final Reading.Item item;

    QtiGaps(QtiItem qti) {
        this.qti = qti;
        this.item = qti.item();
    }

    /**
     * @param gaps in the order of the text
     * @param list from which all gaps are filled, if there is one
     */
    void read(List<Element> gaps, List<Element> list) throws LeftOut {
        Choices.Common common = qti.common(qti.stem());
        String last = "{{gap-1}}";
        boolean alone = gaps.size() == 1
                && gaps.getFirst().name().equals("textEntryInteraction")
                && common.stem().endsWith(last)
                && common.stem().length() > last.length();
        if (alone) {
            String stem = common.stem()
                    .substring(0, common.stem().length() - last.length())
                    .strip();
            Feedback feedback = qti.feedback();
            Choices.Common without = new Choices.Common(stem, common.points(), common.explanation(), common.traits());
            qti.keep(entry(gaps.getFirst(), item.key(), without, feedback));
            return;
        }
        Map<String, String> filled = new HashMap<>();
        for (Element interaction : list) {
            for (String pair : qti.response(interaction).correct()) {
                String[] ends = pair.split("\\s++", 2);
                filled.put(ends[ends.length - 1], ends[0]);
            }
            item.changed(interaction.place(), interaction.name(), "cloze");
        }
        List<Gap> made = new ArrayList<>();
        List<Double> weights = weights(gaps, dragged(list));
        for (int i = 0; i < gaps.size(); i++) {
            // A list of things to drag stands before its gaps and has taken the first number.
            String key = "gap-" + (i + 1 + list.size());
            made.add(gap(gaps.get(i), key, weights.get(i), list, filled));
        }
        qti.keep(Made.cloze(item.key(), common, made));
    }

    /** What the right thing in each gap earns, by the gap, where things are dragged and mapped. */
    private Map<String, Double> dragged(List<Element> list) throws LeftOut {
        Map<String, Double> earned = new HashMap<>();
        for (Element interaction : list) {
            QtiResponse response = qti.response(interaction);
            if (!qti.scoring().mapped(response)) {
                if (response.correct().size() > 1) {
                    item.scoredOtherwise(interaction.place());
                }
                continue;
            }
            for (String pair : response.correct()) {
                double value = response.mapped(pair);
                earned.put(pair.substring(pair.lastIndexOf(' ') + 1), value > 0 ? value : 1);
            }
            boolean more = response.mapping().entrySet().stream()
                    .anyMatch(
                            entry -> entry.getValue() > 0 && !response.correct().contains(entry.getKey()));
            if (more || response.takesAway() || response.bounds().otherwise() != 0) {
                item.scoredOtherwise(interaction.place());
            }
        }
        return earned;
    }

    /**
     * What the gaps weigh: how much more than the one that earns least.
     *
     * @param dragged what those earn into which things are dragged
     */
    private List<Double> weights(List<Element> gaps, Map<String, Double> dragged) throws LeftOut {
        List<Double> weights = new ArrayList<>();
        for (Element gap : gaps) {
            if (gap.name().equals("gap")) {
                weights.add(dragged.getOrDefault(gap.attribute("identifier"), 1.0));
                continue;
            }
            QtiResponse response = qti.response(gap);
            double earned = qti.scoring().mapped(response)
                    ? response.points()
                    : qti.scoring().awarded(response).orElse(1.0);
            weights.add(earned > 0 ? earned : 1);
        }
        double least = weights.stream().mapToDouble(Double::doubleValue).min().orElse(1);
        return weights.stream()
                .map(weight -> Math.max(0.001, Math.rint(weight / least * 1000) / 1000))
                .toList();
    }

    private Gap gap(Element gap, String key, double weight, List<Element> list, Map<String, String> filled)
            throws LeftOut {
        Choices.Common common = Choices.Common.gap(weight);
        return switch (gap.name()) {
            case "gap" -> {
                String right = filled.getOrDefault(gap.attribute("identifier"), "");
                List<Element> texts = list.stream()
                        .flatMap(interaction -> interaction.children("gapText").stream())
                        .toList();
                yield choice(key, weight, texts, right);
            }
            case "inlineChoiceInteraction" -> {
                QtiResponse response = qti.response(gap);
                String right = response.correct().stream()
                        .findFirst()
                        .or(() -> response.mapping().entrySet().stream()
                                .max(Map.Entry.comparingByValue())
                                .map(Map.Entry::getKey))
                        .orElse("");
                List<Element> choices = gap.children("inlineChoice");
                boolean alike = choices.stream()
                        .map(choice -> choice.attribute("identifier"))
                        .allMatch(identifier -> identifier.equals(right) || response.mapped(identifier) == 0);
                if (qti.scoring().mapped(response) && !alike) {
                    item.scoredOtherwise(gap.place());
                }
                yield choice(key, weight, choices, right);
            }
            default -> entry(gap, key, common, Feedback.NONE);
        };
    }

    private SingleChoice choice(String key, double weight, List<Element> choices, String right) {
        QtiKeys keys = new QtiKeys();
        List<Option> options = new ArrayList<>();
        for (Element choice : choices) {
            String identifier = choice.attribute("identifier");
            options.add(new Option(
                    keys.of(identifier), qti.markdown(choice), identifier.equals(right), qti.takeSaidOf(identifier)));
        }
        return Made.single(key, Choices.Common.gap(weight), options);
    }

    Gap entry(Element interaction, String key, Choices.Common common, Feedback feedback) throws LeftOut {
        QtiResponse response = qti.response(interaction);
        if (!interaction.attribute("patternMask").isEmpty()) {
            item.lost(interaction.place(), "patternMask");
        }
        return response.number()
                ? number(interaction, response, key, common, feedback)
                : words(interaction, response, key, common, feedback);
    }

    private Numeric number(
            Element interaction, QtiResponse response, String key, Choices.Common common, Feedback feedback)
            throws LeftOut {
        Optional<List<BigDecimal>> range = qti.scoring().range(response);
        Optional<BigDecimal> right = response.correct().stream()
                .findFirst()
                .or(() -> response.mapping().entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey))
                .flatMap(Numbers::of)
                .or(() -> qti.scoring().compared(response));
        Tolerance tolerance = qti.scoring().tolerance(response, item).orElse(Tolerance.NONE);
        if (range.isPresent() && tolerance.equals(Tolerance.NONE)) {
            BigDecimal two = new BigDecimal(2);
            BigDecimal low = range.get().getFirst();
            BigDecimal high = range.get().getLast();
            right = Optional.of(Numbers.plainly(low.add(high).divide(two, 30, RoundingMode.HALF_EVEN)));
            tolerance = Tolerance.absolute(Numbers.plainly(high.subtract(low).divide(two, 30, RoundingMode.HALF_EVEN)));
        }
        if (response.mapping().size() > 1) {
            item.lost(interaction.place(), "mapping");
        }
        if (response.takesAway()) {
            item.scoredOtherwise(interaction.place());
        }
        if (right.isEmpty() && !response.correct().isEmpty()) {
            throw new LeftOut(
                    interaction.place(), "exchange-number", response.correct().getFirst());
        }
        return Made.number(key, common, right.orElse(null), tolerance, Units.NONE, feedback);
    }

    private ShortText words(
            Element interaction, QtiResponse response, String key, Choices.Common common, Feedback feedback) {
        boolean mapped = qti.scoring().mapped(response);
        double most = response.points();
        List<Accepted> accept = new ArrayList<>();
        for (String right : response.correct()) {
            if (!mapped || response.mapping().getOrDefault(right, 0.0) >= most) {
                accept.add(Accepted.of(right));
            }
        }
        if (mapped && most > 0) {
            Set<String> known = accept.stream().map(Accepted::text).collect(Collectors.toSet());
            response.mapping().forEach((text, value) -> {
                double share = Math.clamp(Math.rint(value / most * 100_000) / 100_000, 0, 1);
                if (known.add(text)) {
                    accept.add(new Accepted(text, Accepted.Match.EXACT, share, ""));
                }
            });
        }
        boolean sensitive = mapped ? response.sensitive() : !qti.scoring().withoutCase(response);
        if (accept.isEmpty()) {
            item.lost(interaction.place(), "correctResponse");
        }
        if (mapped && response.takesAway()) {
            item.scoredOtherwise(interaction.place());
        }
        return Made.words(key, common, accept, sensitive, feedback);
    }
}
