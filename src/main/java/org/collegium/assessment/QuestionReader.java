package org.collegium.assessment;

import static org.collegium.assessment.QuizReader.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.collegium.assessment.Placeholders.Found;
import org.collegium.assessment.Question.Cloze;
import org.collegium.assessment.Question.Essay;
import org.collegium.assessment.Question.Feedback;
import org.collegium.assessment.Question.Gap;
import org.collegium.assessment.Question.Matching;
import org.collegium.assessment.Question.MultipleChoice;
import org.collegium.assessment.Question.Offer;
import org.collegium.assessment.Question.Option;
import org.collegium.assessment.Question.Ordering;
import org.collegium.assessment.Question.Prompt;
import org.collegium.assessment.Question.ShortText;
import org.collegium.assessment.Question.SingleChoice;
import org.collegium.assessment.Question.TrueFalse;
import org.collegium.source.FaultSink;
import org.collegium.source.YamlDocument;
import tools.jackson.databind.JsonNode;

/** Reads the questions of a quiz, each as its type wants. */
final class QuestionReader {

    private final YamlDocument yaml;
    private final FaultSink faults;
    private final NumberReader numbers;
    private final RubricReader rubrics;

    QuestionReader(YamlDocument yaml, FaultSink faults) {
        this.yaml = yaml;
        this.faults = faults;
        this.numbers = new NumberReader(yaml, faults);
        this.rubrics = new RubricReader(yaml, faults);
    }

    /** What all questions have. */
    record Common(String key, String stem, double points, Traits traits, String explanation) {

        static Common of(JsonNode node) {
            return new Common(
                    text(node, "key"),
                    text(node, "stem"),
                    node.path("points").asDouble(1),
                    QuestionReader.traits(node),
                    text(node, "explanation"));
        }
    }

    Optional<Question> question(JsonNode node, String pointer) {
        Common all = Common.of(node);
        return switch (text(node, "type")) {
            case "multiple" ->
                Optional.of(new MultipleChoice(
                        all.key, all.stem, all.points, all.traits, all.explanation, options(node, pointer, false)));
            case "true-false" -> {
                Boolean answer =
                        node.path("answer").isBoolean() ? node.path("answer").booleanValue() : null;
                yield Optional.of(new TrueFalse(
                        all.key, all.stem, all.points, all.traits, all.explanation, answer, feedback(node)));
            }
            case "matching" -> Optional.of(matching(node, pointer, all));
            case "ordering" ->
                Optional.of(new Ordering(
                        all.key,
                        all.stem,
                        all.points,
                        all.traits,
                        all.explanation,
                        offers(node, pointer),
                        feedback(node)));
            case "cloze" -> Optional.of(cloze(node, pointer, all));
            case "formula" -> Optional.of(numbers.formula(node, pointer, all));
            case "hotspot" -> Optional.of(new HotspotReader(yaml, faults).hotspot(node, pointer, all));
            case "essay" ->
                Optional.of(new Essay(
                        all.key,
                        all.stem,
                        all.points,
                        all.traits,
                        all.explanation,
                        rubrics.words(node, pointer),
                        rubrics.rubric(node, pointer)));
            case "code" -> Optional.of(CodeQuestionText.read(node, pointer, all, yaml, faults));
            case "file-upload" ->
                Optional.of(new FileUpload(
                        all.key,
                        all.stem,
                        all.points,
                        all.traits,
                        all.explanation,
                        FileLimitsText.read(node),
                        rubrics.rubric(node, pointer)));
            default -> gap(node, pointer).map(Question.class::cast);
        };
    }

    /** A question of those that may also stand in a gap. */
    private Optional<Gap> gap(JsonNode node, String pointer) {
        Common all = Common.of(node);
        return switch (text(node, "type")) {
            case "single" ->
                Optional.of(new SingleChoice(
                        all.key, all.stem, all.points, all.traits, all.explanation, options(node, pointer, true)));
            case "numeric" -> Optional.of(numbers.numeric(node, pointer, all));
            case "short-text" ->
                Optional.of(new ShortText(
                        all.key,
                        all.stem,
                        all.points,
                        all.traits,
                        all.explanation,
                        accept(node, pointer),
                        node.path("caseSensitive").asBoolean(false),
                        feedback(node)));
            default -> Optional.empty();
        };
    }

    private List<Option> options(JsonNode question, String pointer, boolean single) {
        List<Option> options = new ArrayList<>();
        int correct = 0;
        JsonNode list = question.path("options");
        alike(list, pointer + "/options");
        for (int i = 0; i < list.size(); i++) {
            JsonNode node = list.path(i);
            Option option = new Option(
                    text(node, "key"),
                    text(node, "text"),
                    node.path("correct").asBoolean(false),
                    text(node, "feedback"));
            if (option.correct() && ++correct == 2 && single) {
                faults.error(
                        yaml.place(pointer + "/options/" + i + "/correct"),
                        "single-with-two-answers",
                        text(question, "key"));
            }
            options.add(option);
        }
        return options;
    }

    private List<Offer> offers(JsonNode question, String pointer) {
        alike(question.path("options"), pointer + "/options");
        return question.path("options")
                .valueStream()
                .map(node -> new Offer(text(node, "key"), text(node, "text")))
                .toList();
    }

    /** Reports keys and texts that are there twice. */
    private void alike(JsonNode list, String pointer) {
        Set<String> keys = new HashSet<>();
        Set<String> shown = new HashSet<>();
        for (int i = 0; i < list.size(); i++) {
            String key = text(list.path(i), "key");
            String words = text(list.path(i), "text");
            if (!key.isEmpty() && !keys.add(key)) {
                faults.error(yaml.place(pointer + "/" + i + "/key"), "option-twice", key);
            }
            if (!words.isEmpty() && !shown.add(words)) {
                faults.warning(yaml.place(pointer + "/" + i + "/text"), "option-same-text", words);
            }
        }
    }

    private Matching matching(JsonNode node, String pointer, Common all) {
        List<Offer> options = offers(node, pointer);
        Set<String> known = options.stream().map(Offer::key).collect(Collectors.toSet());
        List<Prompt> prompts = new ArrayList<>();
        JsonNode list = node.path("prompts");
        alike(list, pointer + "/prompts");
        for (int i = 0; i < list.size(); i++) {
            String at = pointer + "/prompts/" + i;
            String key = text(list.path(i), "key");
            String answer = text(list.path(i), "answer");
            if (!answer.isEmpty() && !known.contains(answer)) {
                faults.error(yaml.place(at + "/answer"), "prompt-answer-unknown", answer);
            }
            if (known.contains(key)) {
                faults.error(yaml.place(at + "/key"), "prompt-key-tells", key);
            }
            prompts.add(new Prompt(key, text(list.path(i), "text"), answer.isEmpty() ? null : answer));
        }
        return new Matching(
                all.key, all.stem, all.points, all.traits, all.explanation, prompts, options, feedback(node));
    }

    /** The gaps are in the order of the text, as are the answers to them. */
    private Cloze cloze(JsonNode node, String pointer, Common all) {
        List<Gap> gaps = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        JsonNode list = node.path("gaps");
        List<Found> marks = Placeholders.in(all.stem);
        for (int i = 0; i < list.size(); i++) {
            String at = pointer + "/gaps/" + i;
            String key = text(list.path(i), "key");
            if (!key.isEmpty() && !keys.add(key)) {
                faults.error(yaml.place(at + "/key"), "gap-twice", key);
            }
            long there =
                    marks.stream().filter(mark -> mark.content().equals(key)).count();
            if (there != 1 && !key.isEmpty()) {
                faults.error(yaml.place(at + "/key"), "gap-not-once", key, there);
            }
            gap(list.path(i), at).ifPresent(gaps::add);
        }
        List<String> inText = marks.stream().map(Found::content).toList();
        gaps.sort(Comparator.comparingInt(gap -> inText.indexOf(gap.key())));
        marks.stream()
                .filter(mark -> !keys.contains(mark.content()))
                .forEach(mark -> faults.error(
                        numbers.place(pointer + "/stem", all.stem, mark.start()), "gap-unknown", mark.content()));
        return new Cloze(all.key, all.stem, all.points, all.traits, all.explanation, gaps);
    }

    private List<Accepted> accept(JsonNode question, String pointer) {
        List<Accepted> accept = new ArrayList<>();
        JsonNode list = question.path("accept");
        for (int i = 0; i < list.size(); i++) {
            JsonNode node = list.path(i);
            String at = pointer + "/accept/" + i;
            Accepted accepted = node.isString()
                    ? Accepted.of(node.stringValue().strip())
                    : new Accepted(
                            text(node, "text").strip(),
                            match(text(node, "match")),
                            node.path("share").asDouble(1),
                            text(node, "feedback"));
            // One without a character is told as such already.
            String raw = node.isString() ? node.stringValue() : text(node, "text");
            if (accepted.text().isEmpty() && !raw.isEmpty()) {
                faults.error(yaml.place(at), "accept-blank");
            }
            if (accepted.match() == Accepted.Match.PATTERN && !AnswerWords.usable(accepted.text())) {
                faults.error(yaml.place(at + "/text"), "pattern-refused", accepted.text());
            }
            accept.add(accepted);
        }
        boolean some = accept.stream().anyMatch(accepted -> !accepted.text().isEmpty());
        if (some && accept.stream().noneMatch(Accepted::example)) {
            faults.error(yaml.keyPlace(pointer + "/accept"), "accept-no-example", text(question, "key"));
        }
        return accept;
    }

    private static Accepted.Match match(String word) {
        return switch (word) {
            case "wildcard" -> Accepted.Match.WILDCARD;
            case "pattern" -> Accepted.Match.PATTERN;
            default -> Accepted.Match.EXACT;
        };
    }

    static Feedback feedback(JsonNode question) {
        JsonNode node = question.path("feedback");
        return new Feedback(text(node, "correct"), text(node, "incorrect"));
    }

    private static Traits traits(JsonNode node) {
        return new Traits(
                texts(node.path("skills")),
                texts(node.path("tags")),
                Words.find(Difficulty.class, text(node, "difficulty")).orElse(null),
                node.path("penalty").isNumber() ? node.path("penalty").doubleValue() : null,
                text(node, "bank"),
                Words.find(Award.class, text(node, "award")).orElse(Award.BY_ANSWER));
    }

    static List<String> texts(JsonNode list) {
        return list.valueStream()
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .toList();
    }
}
