package org.collegium.assessment.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.collegium.assessment.FileLimits;
import org.collegium.assessment.Question.Offer;
import org.collegium.assessment.Question.Prompt;
import org.collegium.assessment.WordLimits;
import org.collegium.source.XmlNode.Element;

/** Reads an item of QTI 2.1, 2.2 or 3.0. */
final class QtiReader {

    /** An item with more answers than this fits into no quiz, and each is looked for in all of its rules. */
    private static final int MOST_ANSWERS = 50;

    private final QtiItem qti;
    private final Reading.Item item;

    private QtiReader(QtiItem qti) {
        this.qti = qti;
        this.item = qti.item();
    }

    /** @param found the item, in the words of any version */
    static void read(Element found, Reading reading, Function<Reading.Item, ItemTexts.Files> files) {
        Element xml = QtiTree.of(found);
        Reading.Item item = reading.item(xml.attribute("title"), xml.attribute("identifier"), xml.place());
        if (xml.child("templateDeclaration").isPresent()) {
            item.ofUnknownKind("templateDeclaration");
            return;
        }
        try {
            if (xml.children("responseDeclaration").size() > MOST_ANSWERS) {
                throw new LeftOut(xml.place(), "exchange-composite", "responseDeclaration");
            }
            QtiItem qti = new QtiItem(item, xml, files.apply(item));
            qti.read();
            new QtiReader(qti).read();
        } catch (LeftOut why) {
            item.leftOut(why);
        }
    }

    private void read() throws LeftOut {
        List<Element> all = qti.interactions();
        if (all.isEmpty()) {
            item.ofUnknownKind("itemBody");
            return;
        }
        if (all.size() > MOST_ANSWERS) {
            throw new LeftOut(item.place(), "exchange-composite", "interactions");
        }
        List<Element> blocks = all.stream()
                .filter(interaction -> !QtiItem.INLINE.contains(interaction.name()))
                .toList();
        if (blocks.isEmpty()) {
            new QtiGaps(qti).read(all, List.of());
            return;
        }
        Element first = blocks.getFirst();
        boolean gaps = first.name().equals("gapMatchInteraction");
        if (blocks.size() > 1 || (all.size() > 1 && !gaps)) {
            throw new LeftOut(
                    first.place(),
                    "exchange-composite",
                    all.stream().map(Element::name).distinct().collect(Collectors.joining(", ")));
        }
        switch (first.name()) {
            case "choiceInteraction", "hottextInteraction" -> new QtiChoices(qti).read(first);
            case "sliderInteraction" -> slider(first);
            case "matchInteraction" -> match(first);
            case "associateInteraction" -> associate(first);
            case "orderInteraction" -> order(first);
            case "extendedTextInteraction" -> essay(first);
            case "uploadInteraction" -> qti.keep(Made.files(item.key(), qti.common(qti.stem()), FileLimits.USUAL));
            case "hotspotInteraction" -> new QtiPlaces(qti).areas(first);
            case "selectPointInteraction" -> new QtiPlaces(qti).points(first, qti.declaration(first));
            case "gapMatchInteraction" ->
                new QtiGaps(qti)
                        .read(
                                all.stream()
                                        .filter(one -> QtiItem.INLINE.contains(one.name()))
                                        .toList(),
                                List.of(first));
            default -> item.ofUnknownKind(first.name());
        }
    }

    private void slider(Element interaction) throws LeftOut {
        if (!qti.response(interaction).number()) {
            throw new LeftOut(interaction.place(), "exchange-qti", "baseType");
        }
        item.changed(interaction.place(), "sliderInteraction", "numeric");
        Choices.Common common = qti.common(qti.stem());
        qti.keep(new QtiGaps(qti).entry(interaction, item.key(), common, qti.feedback()));
    }

    /** A text at length; several in one answer are one here. */
    private void essay(Element interaction) throws LeftOut {
        QtiResponse response = qti.response(interaction);
        if (!response.cardinality().equals("single")) {
            item.changed(interaction.place(), response.cardinality(), "single");
        }
        if (!response.correct().isEmpty() || !response.mapping().isEmpty()) {
            item.lost(interaction.place(), "correctResponse");
        }
        qti.keep(Made.essay(item.key(), qti.common(qti.stem()), WordLimits.NONE));
    }

    private void match(Element interaction) throws LeftOut {
        List<Element> sets = interaction.children("simpleMatchSet");
        QtiResponse response = qti.response(interaction);
        if (sets.size() != 2) {
            throw new LeftOut(interaction.place(), "exchange-qti", "simpleMatchSet");
        }
        List<Element> left = sets.getFirst().children("simpleAssociableChoice");
        List<Element> right = sets.getLast().children("simpleAssociableChoice");
        Map<String, String> forth = new LinkedHashMap<>();
        Map<String, String> back = new LinkedHashMap<>();
        boolean each = true;
        boolean eachBack = true;
        for (String pair : response.correct()) {
            String[] ends = pair.split("\\s++", 2);
            if (ends.length == 2) {
                each &= forth.put(ends[0], ends[1]) == null;
                eachBack &= back.put(ends[1], ends[0]) == null;
            }
        }
        if (each && (forth.size() == left.size() || response.correct().isEmpty())) {
            matching(interaction, response, left, right, forth);
        } else if (eachBack && back.size() == right.size()) {
            matching(interaction, response, right, left, back);
        } else {
            throw new LeftOut(interaction.place(), "exchange-pairs");
        }
    }

    /** Pairs among one list of things: the first of each is asked, the second offered. */
    private void associate(Element interaction) throws LeftOut {
        QtiResponse response = qti.response(interaction);
        Map<String, Element> choices = new LinkedHashMap<>();
        interaction
                .children("simpleAssociableChoice")
                .forEach(choice -> choices.put(choice.attribute("identifier"), choice));
        Map<String, String> pairs = new LinkedHashMap<>();
        Set<String> seen = new LinkedHashSet<>();
        for (String pair : response.correct()) {
            String[] ends = pair.split("\\s++", 2);
            if (ends.length != 2 || !seen.add(ends[0]) || !seen.add(ends[1])) {
                throw new LeftOut(interaction.place(), "exchange-pairs");
            }
            pairs.put(ends[0], ends[1]);
        }
        if (pairs.isEmpty() || !choices.keySet().containsAll(seen)) {
            throw new LeftOut(interaction.place(), "exchange-pairs");
        }
        item.changed(interaction.place(), "associateInteraction", "matching");
        List<Element> left = choices.values().stream()
                .filter(choice -> pairs.containsKey(choice.attribute("identifier")))
                .toList();
        List<Element> right = choices.values().stream()
                .filter(choice -> !pairs.containsKey(choice.attribute("identifier")))
                .toList();
        matching(interaction, response, left, right, pairs);
    }

    private void matching(
            Element interaction,
            QtiResponse response,
            List<Element> left,
            List<Element> right,
            Map<String, String> pairs) {
        Choices.Common common = qti.common(qti.stem());
        if (!qti.scoring().mapped(response) || !response.inEqualParts(pairs.size())) {
            item.scoredOtherwise(interaction.place());
        }
        QtiKeys keys = new QtiKeys();
        List<Offer> offers = new ArrayList<>();
        for (Element choice : right) {
            offers.add(new Offer(keys.of(choice.attribute("identifier")), qti.markdown(choice)));
        }
        List<Prompt> prompts = new ArrayList<>();
        for (Element choice : left) {
            String identifier = choice.attribute("identifier");
            String answer = pairs.get(identifier);
            prompts.add(new Prompt(keys.of(identifier), qti.markdown(choice), answer == null ? null : keys.of(answer)));
        }
        qti.keep(Made.matching(item.key(), common, prompts, offers, qti.feedback()));
    }

    private void order(Element interaction) throws LeftOut {
        QtiResponse response = qti.response(interaction);
        Choices.Common common = qti.common(qti.stem());
        Map<String, Element> choices = new LinkedHashMap<>();
        interaction.children("simpleChoice").forEach(choice -> choices.put(choice.attribute("identifier"), choice));
        if (!new LinkedHashSet<>(response.correct()).equals(choices.keySet())) {
            throw new LeftOut(interaction.place(), "exchange-qti", "correctResponse");
        }
        item.scoredOtherwise(interaction.place());
        QtiKeys keys = new QtiKeys();
        List<Offer> offers = new ArrayList<>();
        for (String identifier : response.correct()) {
            Element choice = choices.get(identifier);
            if (choice != null) {
                offers.add(new Offer(keys.of(identifier), qti.markdown(choice)));
            }
        }
        qti.keep(Made.ordering(item.key(), common, offers, qti.feedback()));
    }
}
