package org.collegium.assessment.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.collegium.assessment.Question;
import org.collegium.assessment.Question.Feedback;
import org.collegium.content.HtmlMarkdown;
import org.collegium.source.XmlNode.Element;

/** An item of QTI while it is read: what it declares, its text with marks for what is asked in it, and what it says afterwards. */
final class QtiItem {

    static final Set<String> INLINE = Set.of("textEntryInteraction", "inlineChoiceInteraction", "gap");

    private static final Set<String> PARTS = Set.of(
            "responseDeclaration",
            "outcomeDeclaration",
            "itemBody",
            "responseProcessing",
            "modalFeedback",
            "stylesheet");

    private static final Set<String> NOT_HERE =
            Set.of(("rubricBlock feedbackBlock feedbackInline templateBlock templateInline printedVariable "
                            + "infoControl positionObjectStage include")
                    .split(" "));

    private final Reading.Item item;
    private final Element xml;
    private final ItemTexts.Files files;
    private final QtiScoring scoring;
    private final Map<String, QtiResponse> responses = new LinkedHashMap<>();
    private final Map<String, Element> declarations = new HashMap<>();
    private final List<Element> interactions = new ArrayList<>();
    private final Map<String, String> said = new HashMap<>();

    /** Outcomes that have a value from the beginning, which nothing changes. */
    private final Map<String, String> standing = new HashMap<>();

    private final Sealed sealed = new Sealed();
    private String stem = "";
    private String explanation = "";

    QtiItem(Reading.Item item, Element xml, ItemTexts.Files files) {
        this.item = item;
        this.xml = xml;
        this.files = files;
        this.scoring = new QtiScoring(xml);
        for (Element declaration : xml.children("responseDeclaration")) {
            QtiResponse response = QtiResponse.of(declaration);
            responses.put(response.identifier(), response);
            declarations.put(response.identifier(), declaration);
            if (declaration.child("areaMapping").isPresent()
                    && !declaration.attribute("baseType").equals("point")) {
                item.lost(declaration.place(), "areaMapping");
            }
        }
        for (Element declared : xml.children("outcomeDeclaration")) {
            declared.child("defaultValue")
                    .flatMap(value -> value.child("value"))
                    .ifPresent(value -> standing.put(declared.attribute("identifier"), value.text()));
        }
        scoring.changed().forEach(standing::remove);
    }

    /** Reads its text and reports what has no place here. */
    void read() {
        xml.children()
                .filter(part -> !PARTS.contains(part.name()))
                .forEach(part -> item.lost(part.place(), part.name()));
        xml.children("stylesheet").forEach(sheet -> item.plainer(sheet.place(), "stylesheet"));
        if (xml.attribute("adaptive").equals("true")) {
            item.lost(xml.place(), "adaptive");
        }
        scoring.tell(item);
        xml.child("itemBody").ifPresent(body -> stem = markdown(body, this::inBody));
        xml.children("modalFeedback").forEach(this::feedback);
    }

    private Optional<String> inBody(Element element) {
        String name = element.name();
        if (INLINE.contains(name)) {
            interactions.add(element);
            return Optional.of(sealed.put("{{gap-" + interactions.size() + "}}"));
        }
        if (name.equals("gapMatchInteraction")) {
            interactions.add(element);
            return Optional.of(QtiHtml.inside(element, inside -> switch (inside.name()) {
                case "gapText" -> Optional.of("");
                case "gapImg" -> {
                    item.lost(inside.place(), "gapImg");
                    yield Optional.of("");
                }
                case "prompt" -> Optional.of("<p>" + QtiHtml.inside(inside, this::inBody) + "</p>");
                default -> inBody(inside);
            }));
        }
        if (name.equals("hottextInteraction")) {
            interactions.add(element);
            return Optional.of(QtiHtml.inside(element, inside -> switch (inside.name()) {
                case "hottext" -> Optional.of("<strong>" + QtiHtml.inside(inside, this::inText) + "</strong>");
                case "prompt" -> Optional.of("<p>" + QtiHtml.inside(inside, this::inText) + "</p>");
                default -> inText(inside);
            }));
        }
        if (name.endsWith("Interaction")) {
            interactions.add(element);
            String prompt = element.child("prompt")
                    .map(words -> "<div>" + QtiHtml.inside(words, this::inText) + "</div>")
                    .orElse("");
            return Optional.of(prompt);
        }
        return inText(element);
    }

    /** What has no place in a text here. */
    Optional<String> inText(Element element) {
        if (!NOT_HERE.contains(element.name())) {
            return Optional.empty();
        }
        item.lost(element.place(), element.name());
        return Optional.of("");
    }

    /** The text inside an element as Markdown. */
    String markdown(Element element, QtiHtml.Special special) {
        String html = QtiHtml.inside(element, special);
        return sealed.open(HtmlMarkdown.of(html, new ItemTexts(item, element.place(), files)));
    }

    String markdown(Element element) {
        return markdown(element, this::inText);
    }

    /** What is said once the item is scored: always, or where an outcome has a value. */
    private void feedback(Element modal) {
        Element words = modal.child("contentBody").orElse(modal);
        String identifier = modal.attribute("identifier");
        String outcome = modal.attribute("outcomeIdentifier");
        if (modal.attribute("showHide").equals("hide")) {
            item.lost(modal.place(), "modalFeedback " + identifier);
        } else if (identifier.equals(standing.get(outcome))) {
            explanation = markdown(words);
        } else {
            said.merge(identifier, markdown(words), (one, other) -> one + "\n\n" + other);
        }
    }

    /** What is said to those who chose this. */
    String takeSaidOf(String identifier) {
        String words = said.remove(identifier);
        return words == null ? "" : words;
    }

    /** What is said to those who were right, and to those who were not. */
    Feedback feedback() {
        String correct = "";
        String incorrect = "";
        for (String identifier : List.copyOf(said.keySet())) {
            switch (identifier.toLowerCase(Locale.ROOT)) {
                case "correct", "right" -> correct = takeSaidOf(identifier);
                case "incorrect", "wrong" -> incorrect = takeSaidOf(identifier);
                default -> {}
            }
        }
        return new Feedback(correct, incorrect);
    }

    /** Takes the question; what was not asked for until then is reported as lost. */
    void keep(Question question) {
        said.keySet().stream().sorted().forEach(identifier -> item.lost(xml.place(), "modalFeedback " + identifier));
        item.keep(question);
    }

    Reading.Item item() {
        return item;
    }

    QtiScoring scoring() {
        return scoring;
    }

    List<Element> interactions() {
        return interactions;
    }

    String stem() {
        return stem;
    }

    ItemTexts.Files files() {
        return files;
    }

    /** The declaration of the answer to an interaction as it stands. */
    Element declaration(Element interaction) throws LeftOut {
        Element declaration = declarations.get(interaction.attribute("responseIdentifier"));
        if (declaration == null) {
            throw new LeftOut(interaction.place(), "exchange-qti", "responseIdentifier");
        }
        return declaration;
    }

    /** What is declared of the answer to an interaction. */
    QtiResponse response(Element interaction) throws LeftOut {
        QtiResponse response = responses.get(interaction.attribute("responseIdentifier"));
        if (response == null) {
            throw new LeftOut(interaction.place(), "exchange-qti", "responseIdentifier");
        }
        return response;
    }

    Choices.Common common(String text) {
        return new Choices.Common(text, points(), explanation, item.traits());
    }

    private double points() {
        Optional<Double> declared = outcome("MAXSCORE")
                .flatMap(max -> max.all("value").stream().findFirst())
                .flatMap(value -> Numbers.of(value.text()))
                .or(() -> outcome("SCORE").flatMap(score -> Numbers.of(score.attribute("normalMaximum"))))
                .map(Number::doubleValue)
                .filter(points -> points > 0);
        double sum = responses.values().stream()
                .mapToDouble(response -> scoring.mapped(response)
                        ? response.points()
                        : scoring.awarded(response).orElse(1.0))
                .sum();
        return declared.orElse(sum > 0 ? sum : 1);
    }

    private Optional<Element> outcome(String identifier) {
        return xml.children("outcomeDeclaration").stream()
                .filter(declared -> declared.attribute("identifier").equals(identifier))
                .findFirst();
    }
}
