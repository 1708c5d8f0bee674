package org.collegium.assessment.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.collegium.assessment.Question.Feedback;
import org.collegium.source.XmlNode.Element;

/** Reads the XML of Moodle's question bank. */
final class MoodleReader {

    /** What Moodle writes into every question unless its author writes something else. */
    private static final Set<String> USUAL =
            Set.of("Your answer is correct.", "Your answer is partially correct.", "Your answer is incorrect.");

    private final Reading reading;

    private MoodleReader(Reading reading) {
        this.reading = reading;
    }

    static void read(Element quiz, Reading reading) {
        MoodleReader reader = new MoodleReader(reading);
        String category = "";
        for (Element question : quiz.children("question")) {
            String type = question.attribute("type");
            if (type.equals("category")) {
                category = question.child("category").map(Element::text).orElse("");
                continue;
            }
            if (!reading.hasRoom(question.place())) {
                return;
            }
            reader.question(question, type, category);
        }
        quiz.children()
                .filter(child -> !child.name().equals("question"))
                .forEach(child -> reading.faults().warning(child.place(), "exchange-element", child.name()));
    }

    private void question(Element question, String type, String category) {
        String name = question.child("name").map(Element::text).orElse("");
        Reading.Item item = reading.item(name, question.textOf("idnumber"), question.place())
                .in(category);
        Stream.of("tags", "coursetags")
                .flatMap(list -> question.child(list).stream())
                .flatMap(tags -> tags.children("tag").stream())
                .forEach(tag -> item.tag(tag.text()));
        MoodleQuestion read = new MoodleQuestion(item, question);
        try {
            switch (type) {
                case "multichoice" -> MoodleKinds.choice(read);
                case "truefalse" -> MoodleKinds.statement(read);
                case "shortanswer" -> MoodleKinds.words(read);
                case "numerical" -> MoodleNumbers.numeric(read);
                case "calculated", "calculatedsimple" -> MoodleNumbers.formula(read);
                case "calculatedmulti" -> MoodleNumbers.computedChoice(read);
                case "ddmarker" -> MoodleMarkers.read(read);
                case "matching", "match" -> MoodleKinds.matching(read);
                case "ordering" -> MoodleKinds.ordering(read);
                case "essay" -> MoodleKinds.essay(read);
                case "cloze", "multianswer" -> MoodleCloze.read(read);
                case "gapselect", "ddwtos" -> MoodleGaps.read(read, type);
                default -> {
                    item.ofUnknownKind(type);
                    return;
                }
            }
        } catch (LeftOut why) {
            item.leftOut(why);
            return;
        }
        common(question, item);
    }

    /** Reports what all kinds have there and none here. */
    private void common(Element question, Reading.Item item) {
        if (Numbers.of(question.textOf("penalty")).stream().anyMatch(penalty -> penalty.signum() > 0)
                && reading.first("penalty")) {
            reading.faults().note(question.place(), "exchange-penalty");
        }
    }

    /** A question of Moodle while it is read. */
    static final class MoodleQuestion {

        private final Reading.Item item;
        private final Element xml;

        MoodleQuestion(Reading.Item item, Element xml) {
            this.item = item;
            this.xml = xml;
        }

        Reading.Item item() {
            return item;
        }

        Element xml() {
            return xml;
        }

        Choices.Common common() throws LeftOut {
            return common(questionText());
        }

        Choices.Common common(String stem) {
            String grade = xml.textOf("defaultgrade");
            double points = Numbers.of(grade).map(Number::doubleValue).orElse(1.0);
            if (!(points > 0)) {
                item.lost(xml.place(), "defaultgrade " + grade);
                points = 1;
            }
            for (Element hint : xml.children("hint")) {
                if (!hint.textOf("text").isBlank()) {
                    item.lost(hint.place(), "hint");
                }
            }
            return new Choices.Common(stem, points, markdown("generalfeedback"), item.traits());
        }

        /** A whole number in a child; 0 where there is none. */
        int number(String child) {
            return Numbers.of(xml.textOf(child)).map(Number::intValue).orElse(0);
        }

        String questionText() {
            return markdown("questiontext");
        }

        /** The text of a child as Markdown; empty where there is none. */
        String markdown(String child) {
            return xml.child(child).map(this::markdown).orElse("");
        }

        /** The text in an element, by the form that it says; with none, as the question's text. */
        String markdown(Element element) {
            String text = element.textOf("text");
            if (text.contains("multilang") || text.contains("{mlang")) {
                item.lost(element.place(), "multilang");
            }
            return form(element).markdown(Sealed.without(text), texts(element));
        }

        TextForm form(Element element) {
            String said = element.attribute("format");
            return TextForm.named(said)
                    .or(() -> xml.child("questiontext").flatMap(text -> TextForm.named(text.attribute("format"))))
                    .orElse(TextForm.HTML);
        }

        ItemTexts texts(Element element) {
            return new ItemTexts(item, element.place(), new MoodleFiles(element, item));
        }

        double share(Element answer) {
            return Numbers.share(answer.attribute("fraction"), 0);
        }

        String feedback(Element answer) {
            return answer.child("feedback").map(this::markdown).orElse("");
        }

        List<Element> answers() {
            return xml.children("answer");
        }

        /** What is said of the question as a whole; a kind that has no place for a part of it loses that part. */
        Feedback feedback(boolean kept) {
            Map<String, String> said = new HashMap<>();
            for (String name : List.of("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback")) {
                xml.child(name)
                        .filter(text -> !text.textOf("text").isBlank())
                        .ifPresent(text -> said.put(name, markdown(text)));
            }
            said.values().removeIf(USUAL::contains);
            said.keySet().stream()
                    .filter(name -> !kept || name.startsWith("partially"))
                    .sorted()
                    .forEach(name -> item.lost(xml.place(), name));
            return kept
                    ? new Feedback(said.getOrDefault("correctfeedback", ""), said.getOrDefault("incorrectfeedback", ""))
                    : Feedback.NONE;
        }

        /** A flag such as {@code single}, which Moodle writes as a word or as a number. */
        boolean flag(String name, boolean otherwise) {
            String word = xml.textOf(name);
            return word.isEmpty() ? otherwise : word.equals("true") || word.equals("1");
        }
    }
}
