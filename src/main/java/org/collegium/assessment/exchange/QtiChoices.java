package org.collegium.assessment.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.collegium.assessment.Question.Feedback;
import org.collegium.source.XmlNode.Element;

/** Choices of QTI items, among a list or among words of a text. */
final class QtiChoices {

    private final QtiItem qti;
    private final Reading.Item item;

    QtiChoices(QtiItem qti) {
        this.qti = qti;
        this.item = qti.item();
    }

    /** @param interaction a list of choices, or words of a text */
    void read(Element interaction) throws LeftOut {
        QtiResponse response = qti.response(interaction);
        Choices.Common common = qti.common(qti.stem());
        boolean within = interaction.name().equals("hottextInteraction");
        if (within) {
            item.changed(interaction.place(), "hottextInteraction", "options");
        }
        List<Element> choices = within ? interaction.all("hottext") : interaction.children("simpleChoice");
        boolean single = interaction.attribute("maxChoices").equals("1")
                || response.cardinality().equals("single");
        boolean mapped = qti.scoring().mapped(response);
        if (single && statement(choices)) {
            statement(interaction, response, mapped, common, choices);
            return;
        }
        ordered(interaction, choices);
        QtiKeys keys = new QtiKeys();
        List<Choices.Answer> answers = new ArrayList<>();
        for (Element choice : choices) {
            answers.add(new Choices.Answer(
                    keys.of(choice.attribute("identifier")),
                    qti.markdown(
                            choice,
                            inside -> inside.name().equals("feedbackInline") ? Optional.of("") : qti.inText(inside)),
                    share(choice.attribute("identifier"), response, mapped),
                    said(choice)));
        }
        long right = response.correct().size();
        if (!single && !mapped && right > 1) {
            item.scoredOtherwise(interaction.place());
        }
        String most = interaction.attribute("maxChoices");
        if (!single
                && Numbers.of(most).stream()
                        .anyMatch(number -> number.signum() > 0 && number.intValue() < choices.size())) {
            item.plainer(interaction.place(), "maxChoices=" + most);
        }
        qti.keep(
                single
                        ? Choices.single(item, interaction.place(), common, answers)
                        : Choices.multiple(item, interaction.place(), common, answers, least(response, mapped)));
    }

    /** What an answer gives at least, as a share of the points. */
    private static double least(QtiResponse response, boolean mapped) {
        double lowest = response.bounds().least().orElse(Double.NEGATIVE_INFINITY) / response.points();
        return mapped && response.points() > 0 ? Math.min(0, lowest) : 0;
    }

    private void ordered(Element interaction, List<Element> choices) {
        boolean kept =
                choices.stream().anyMatch(choice -> choice.attribute("fixed").equals("true"));
        if (kept || !interaction.attribute("shuffle").equals("true")) {
            item.inOrder(interaction.place());
        }
    }

    private void statement(
            Element interaction, QtiResponse response, boolean mapped, Choices.Common common, List<Element> choices) {
        Boolean answer = response.correct().isEmpty()
                ? null
                : (Boolean) choices.stream()
                        .filter(choice -> response.correct().contains(choice.attribute("identifier")))
                        .anyMatch(choice -> truth(choice).equals("true"));
        double cost = choices.stream()
                .mapToDouble(choice -> -share(choice.attribute("identifier"), response, mapped))
                .max()
                .orElse(0);
        if (cost > 1) {
            item.scoredOtherwise(interaction.place());
        }
        Choices.Common costing = common.costing(cost > 0 ? (Double) Math.min(1, cost) : null);
        Feedback all = qti.feedback();
        List<String> right = new ArrayList<>(List.of(all.correct()));
        List<String> wrong = new ArrayList<>(List.of(all.incorrect()));
        for (Element choice : choices) {
            boolean correct = answer != null && answer == truth(choice).equals("true");
            (correct ? right : wrong).add(said(choice));
        }
        qti.keep(Made.statement(item.key(), costing, answer, new Feedback(together(right), together(wrong))));
    }

    private static boolean statement(List<Element> choices) {
        Set<String> truths = choices.stream().map(QtiChoices::truth).collect(Collectors.toSet());
        return choices.size() == 2 && truths.equals(Set.of("true", "false"));
    }

    /** What a choice says of a statement, by its identifier or its words. */
    private static String truth(Element choice) {
        String identifier = choice.attribute("identifier").toLowerCase(Locale.ROOT);
        return Set.of("true", "false").contains(identifier)
                ? identifier
                : choice.text().toLowerCase(Locale.ROOT);
    }

    /** The part of the points that a choice earns; without a mapping the right ones earn equal parts. */
    private static double share(String identifier, QtiResponse response, boolean mapped) {
        double points = response.points();
        if (mapped && points > 0) {
            double value = response.mapped(identifier);
            boolean alone = response.cardinality().equals("single");
            return (alone ? Math.max(value, response.bounds().least().orElse(value)) : value) / points;
        }
        double part = 1.0 / Math.max(1, response.correct().size());
        return response.correct().contains(identifier)
                ? part
                : response.correct().size() > 1 ? -part : 0;
    }

    private String said(Element choice) {
        String identifier = choice.attribute("identifier");
        List<String> words = new ArrayList<>();
        for (Element inline : choice.all("feedbackInline")) {
            words.add(qti.markdown(inline));
        }
        words.add(qti.takeSaidOf(identifier));
        return together(words);
    }

    private static String together(List<String> words) {
        return words.stream().filter(word -> !word.isEmpty()).collect(Collectors.joining("\n\n"));
    }
}
