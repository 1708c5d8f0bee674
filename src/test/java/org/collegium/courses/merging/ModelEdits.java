package org.collegium.courses.merging;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.collegium.courses.merging.ModelCourse.Block;
import org.collegium.courses.merging.ModelCourse.Sequence;
import org.collegium.courses.merging.ModelCourse.Unit;
import org.jspecify.annotations.NullUnmarked;

/** Makes courses and changes of them by chance, the same for the same seed. */
@NullUnmarked
final class ModelEdits {

    private static final List<String> WORDS = List.of(
            "the",
            "a",
            "of",
            "and",
            "is",
            "to",
            "in",
            "that",
            "we",
            "it",
            "with",
            "for",
            "as",
            "on",
            "model",
            "data",
            "error",
            "test",
            "train",
            "rule",
            "label",
            "point",
            "fit",
            "line",
            "value",
            "loss",
            "class",
            "tree",
            "split",
            "mean",
            "weight",
            "score",
            "guess",
            "measure",
            "sample",
            "noise",
            "small",
            "large",
            "simple",
            "every",
            "never",
            "often",
            "learns",
            "shows",
            "keeps",
            "finds",
            "gives",
            "takes",
            "because",
            "although",
            "before",
            "after",
            "between");

    private static final int BLOCKS = 8;
    private static final int QUESTIONS = 4;

    private final Random random;
    private int tokens;

    ModelEdits(long seed) {
        random = new Random(seed);
    }

    /**
     * A change.
     *
     * @param touches names of what it changes, with slashes: what is below belongs to it
     */
    record Edit(String name, Set<String> touches, Consumer<ModelCourse> change) {

        ModelCourse on(ModelCourse course) {
            ModelCourse changed = course.copy();
            change.accept(changed);
            return changed;
        }

        /** Whether a careful person needs to look at only one of the two at a time. */
        boolean isIndependentOf(Edit other) {
            return touches.stream()
                    .noneMatch(mine -> other.touches().stream()
                            .anyMatch(theirs -> mine.equals(theirs)
                                    || mine.startsWith(theirs + "/")
                                    || theirs.startsWith(mine + "/")));
        }
    }

    private String token() {
        return "t" + tokens++ + "x";
    }

    private String sentence() {
        List<String> words = new ArrayList<>();
        int length = 6 + random.nextInt(9);
        for (int i = 0; i < length; i++) {
            words.add(WORDS.get(random.nextInt(WORDS.size())));
        }
        words.add(random.nextInt(words.size()), token());
        String text = String.join(" ", words);
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }

    ModelCourse course() {
        return course(3, BLOCKS, QUESTIONS);
    }

    /** A course so small that two people often change the same, or add at the same place. */
    ModelCourse crowded() {
        return course(1, 2, 2);
    }

    private ModelCourse course(int sections, int blocks, int questions) {
        ModelCourse course = new ModelCourse();
        course.details.putAll(Map.of(
                "title",
                "Course " + token(),
                "summary",
                sentence(),
                "description",
                sentence(),
                "effort",
                "6",
                "skill",
                "Judge " + token(),
                "licence",
                "CC-BY-4.0"));
        for (int i = 0; i < 4; i++) {
            course.outcomes.add("o" + i, sentence());
            course.topics.add("p" + i, "topic-" + token());
        }
        for (int s = 0; s < sections; s++) {
            course.sections.add("s" + s, new LinkedHashMap<>(Map.of("title", "Part " + token())));
            List<String> keys = new ArrayList<>();
            for (int u = 0; u < 4; u++) {
                String key = "u" + s + u;
                keys.add(key);
                course.units.put(key, unit(key, u == 2 ? "quiz" : u == 3 ? "notebook" : "lesson", blocks, questions));
            }
            course.placed.put("s" + s, keys);
        }
        course.assets.put("assets/a.csv", "a,b\n1,2\n");
        course.assets.put("assets/b.csv", "c,d\n3,4\n");
        return course;
    }

    private Unit unit(String key, String kind, int blocks, int questions) {
        Map<String, String> facts =
                new LinkedHashMap<>(Map.of("title", "Unit " + token(), "minutes", "10", "required", "true"));
        if (kind.equals("notebook") && random.nextBoolean()) {
            facts.put("ids", "yes");
        }
        Unit unit = new Unit(key, kind, facts, new Sequence<>(), new Sequence<>());
        if (kind.equals("quiz")) {
            for (int q = 0; q < questions; q++) {
                unit.questions().add("q" + q, question());
            }
        } else {
            for (int b = 0; b < blocks; b++) {
                unit.blocks()
                        .add("b" + b, block(kind.equals("notebook") ? (b % 2 == 0 ? "paragraph" : "code") : kind(b)));
            }
        }
        return unit;
    }

    private static String kind(int b) {
        return List.of("heading", "paragraph", "paragraph", "list", "heading", "paragraph", "code", "note")
                .get(b);
    }

    private Block block(String kind) {
        Sequence<String> parts = new Sequence<>();
        int length = kind.equals("heading") ? 1 : 5;
        for (int i = 0; i < length; i++) {
            parts.add("p" + i, part(kind));
        }
        return new Block(kind, parts);
    }

    private String part(String kind) {
        return switch (kind) {
            case "heading" -> "About " + token() + " and " + WORDS.get(random.nextInt(WORDS.size()));
            case "list" -> "- " + sentence();
            case "code" -> token() + " = " + WORDS.get(random.nextInt(WORDS.size())) + "(" + random.nextInt(100) + ")";
            default -> sentence();
        };
    }

    private Map<String, String> question() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("stem", sentence());
        fields.put("points", "1");
        fields.put("explanation", sentence());
        for (String option : List.of("a", "b", "c")) {
            fields.put("option-" + option, sentence());
        }
        return fields;
    }

    private <T> T any(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    /** Another text with a part of the old one. */
    private String changed(String text) {
        String[] words = text.split(" ");
        int at = 1 + random.nextInt(Math.max(1, words.length - 2));
        words[Math.min(at, words.length - 1)] = token();
        return String.join(" ", words);
    }

    /** Some change of the course. */
    Edit edit(ModelCourse course) {
        return switch (random.nextInt(27)) {
            case 0, 1, 2, 3, 4, 5 -> inText(course);
            case 6 -> addBlock(course);
            case 7 -> removeBlock(course);
            case 8 -> moveBlock(course);
            case 9, 10, 11 -> inQuestion(course);
            case 12 -> addQuestion(course);
            case 13 -> removeQuestion(course);
            case 14 -> moveQuestion(course);
            case 15, 16 -> fact(course);
            case 17 -> moveUnit(course);
            case 18 -> removeUnit(course);
            case 19 -> addUnit(course);
            case 20 -> section(course);
            case 21 -> detail(course);
            case 22 -> outcome(course);
            case 23 -> addAsset();
            case 24 -> removeAsset(course);
            case 25 -> addTopic(course);
            default -> asset(course);
        };
    }

    /** Some change of a text, or of the paragraphs beside it. */
    Edit near(ModelCourse course) {
        return switch (random.nextInt(4)) {
            case 0 -> addBlock(course);
            case 1 -> removeBlock(course);
            default -> inText(course);
        };
    }

    /** A lesson in a file that others take for theirs, too. */
    Edit namesake(ModelCourse course) {
        return addUnit(course, Map.of("file", "lessons/new.md"));
    }

    private String anyUnit(ModelCourse course, String... kinds) {
        return any(course.units.values().stream()
                .filter(unit -> List.of(kinds).contains(unit.kind()))
                .map(Unit::key)
                .toList());
    }

    Edit inText(ModelCourse course) {
        String unit = anyUnit(course, "lesson", "notebook");
        String block = any(course.units.get(unit).blocks().names);
        Block found = course.units.get(unit).blocks().get(block);
        String part = any(found.parts().names);
        String text = found.kind().equals("code")
                ? part("code")
                : changed(found.parts().get(part));
        return new Edit(
                "edit " + found.kind(),
                Set.of(found.kind().equals("code") ? at(unit, block) + lineTouch(part) : at(unit, block) + "/" + part),
                changed -> changed.units
                        .get(unit)
                        .blocks()
                        .get(block)
                        .parts()
                        .things
                        .put(part, text));
    }

    /** Lines of code are read together: those beside one another are one thing. */
    private static String lineTouch(String part) {
        return "/pair" + (part.charAt(1) - '0') / 2;
    }

    private static String at(String unit, String block) {
        return "unit/" + unit + "/block/" + block;
    }

    private static String behind(String unit, String block) {
        return "unit/" + unit + "/behind/" + block;
    }

    Edit addBlock(ModelCourse course) {
        String unit = anyUnit(course, "lesson", "notebook");
        String block = any(course.units.get(unit).blocks().names);
        String name = "n" + token();
        Block added = block("paragraph");
        return new Edit(
                "add block",
                Set.of(behind(unit, block), "unit/" + unit + "/place/" + block),
                changed -> changed.units.get(unit).blocks().addBehind(block, name, added));
    }

    Edit removeBlock(ModelCourse course) {
        String unit = anyUnit(course, "lesson", "notebook");
        List<String> names = course.units.get(unit).blocks().names;
        String block = any(names);
        int at = names.indexOf(block);
        return new Edit(
                "remove block",
                Set.of(
                        at(unit, block),
                        behind(unit, block),
                        "unit/" + unit + "/place/" + block,
                        behind(unit, at == 0 ? "top" : names.get(at - 1))),
                changed -> changed.units.get(unit).blocks().remove(block));
    }

    Edit moveBlock(ModelCourse course) {
        String unit = anyUnit(course, "lesson", "notebook");
        List<String> names = course.units.get(unit).blocks().names;
        String block = any(names);
        String other = any(names.stream().filter(name -> !name.equals(block)).toList());
        return new Edit("move block", Set.of("unit/" + unit + "/place", "unit/" + unit + "/behind"), changed -> {
            Sequence<Block> blocks = changed.units.get(unit).blocks();
            Block moved = blocks.get(block);
            blocks.remove(block);
            blocks.addBehind(other, block, moved);
        });
    }

    Edit inQuestion(ModelCourse course) {
        String unit = anyUnit(course, "quiz");
        String question = any(course.units.get(unit).questions().names);
        Map<String, String> fields = course.units.get(unit).questions().get(question);
        String field = any(List.copyOf(fields.keySet()));
        String value = field.equals("points") ? Integer.toString(2 + random.nextInt(7)) : changed(fields.get(field));
        return new Edit(
                "edit question",
                Set.of("unit/" + unit + "/question/" + question + "/" + field),
                changed -> changed.units.get(unit).questions().get(question).put(field, value));
    }

    Edit addQuestion(ModelCourse course) {
        String unit = anyUnit(course, "quiz");
        String question = any(course.units.get(unit).questions().names);
        String name = "q" + token();
        Map<String, String> added = question();
        return new Edit(
                "add question",
                Set.of("unit/" + unit + "/behind/" + question, "unit/" + unit + "/place/" + question),
                changed -> changed.units.get(unit).questions().addBehind(question, name, added));
    }

    Edit removeQuestion(ModelCourse course) {
        String unit = anyUnit(course, "quiz");
        String question = any(course.units.get(unit).questions().names);
        return new Edit(
                "remove question",
                Set.of(
                        "unit/" + unit + "/question/" + question,
                        "unit/" + unit + "/place/" + question,
                        "unit/" + unit + "/behind"),
                changed -> changed.units.get(unit).questions().remove(question));
    }

    Edit moveQuestion(ModelCourse course) {
        String unit = anyUnit(course, "quiz");
        List<String> names = course.units.get(unit).questions().names;
        String question = any(names);
        String other = any(names.stream().filter(name -> !name.equals(question)).toList());
        return new Edit("move question", Set.of("unit/" + unit + "/place", "unit/" + unit + "/behind"), changed -> {
            Sequence<Map<String, String>> questions = changed.units.get(unit).questions();
            Map<String, String> moved = questions.get(question);
            questions.remove(question);
            questions.addBehind(other, question, moved);
        });
    }

    Edit fact(ModelCourse course) {
        String unit = any(List.copyOf(course.units.keySet()));
        String fact = any(List.of("title", "minutes", "required"));
        String value = switch (fact) {
            case "title" -> changed(course.units.get(unit).facts().get(fact));
            case "minutes" -> Integer.toString(11 + random.nextInt(40));
            default -> "false";
        };
        return new Edit(
                "change " + fact,
                Set.of("unit/" + unit + "/fact/" + fact),
                changed -> changed.units.get(unit).facts().put(fact, value));
    }

    Edit moveUnit(ModelCourse course) {
        String unit = any(List.copyOf(course.units.keySet()));
        String from = course.sectionOf(unit);
        String section = any(course.sections.names);
        List<String> others = course.placed.get(section).stream()
                .filter(key -> !key.equals(unit))
                .toList();
        String behind = any(others);
        return new Edit(
                "move unit",
                Stream.of("unit/" + unit + "/outline", "outline/" + section, "outline/" + from)
                        .collect(Collectors.toSet()),
                changed -> {
                    changed.placed.get(from).remove(unit);
                    List<String> keys = changed.placed.get(section);
                    keys.add(keys.indexOf(behind) + 1, unit);
                });
    }

    Edit removeUnit(ModelCourse course) {
        String unit = any(List.copyOf(course.units.keySet()));
        String section = course.sectionOf(unit);
        return new Edit("remove unit", Set.of("unit/" + unit, "outline/" + section), changed -> {
            changed.placed.get(section).remove(unit);
            changed.units.remove(unit);
        });
    }

    Edit addUnit(ModelCourse course) {
        return addUnit(course, Map.of());
    }

    private Edit addUnit(ModelCourse course, Map<String, String> facts) {
        String section = any(course.sections.names);
        String behind = any(course.placed.get(section));
        String key = "u" + token();
        Unit added = unit(key, "lesson", BLOCKS, QUESTIONS);
        added.facts().putAll(facts);
        Set<String> touches = new HashSet<>(Set.of("outline/" + section + "/behind/" + behind));
        facts.forEach((name, value) -> touches.add(name + "/" + value));
        return new Edit("add unit", touches, changed -> {
            List<String> keys = changed.placed.get(section);
            keys.add(keys.indexOf(behind) + 1, key);
            changed.units.put(key, added);
        });
    }

    Edit section(ModelCourse course) {
        String section = any(course.sections.names);
        String title = "Part " + token();
        return new Edit(
                "rename section",
                Set.of("section/" + section),
                changed -> changed.sections.get(section).put("title", title));
    }

    Edit detail(ModelCourse course) {
        String name = any(List.of("title", "summary", "description", "effort", "skill"));
        String value =
                name.equals("effort") ? Integer.toString(7 + random.nextInt(50)) : changed(course.details.get(name));
        return new Edit("change detail", Set.of("detail/" + name), changed -> changed.details.put(name, value));
    }

    Edit outcome(ModelCourse course) {
        String name = any(course.outcomes.names);
        if (random.nextBoolean()) {
            String text = changed(course.outcomes.get(name));
            return new Edit(
                    "change outcome", Set.of("outcome/" + name), changed -> changed.outcomes.things.put(name, text));
        }
        String topic = any(course.topics.names);
        return new Edit("remove topic", Set.of("topic/" + topic), changed -> changed.topics.remove(topic));
    }

    Edit asset(ModelCourse course) {
        String path = any(List.copyOf(course.assets.keySet()));
        String text = "a,b\n" + token() + ",2\n";
        return new Edit("change file", Set.of("asset/" + path), changed -> changed.assets.put(path, text));
    }

    private Edit addAsset() {
        String path = "assets/" + token() + ".csv";
        String text = "a,b\n" + token() + ",2\n";
        return new Edit("add file", Set.of("asset/" + path), changed -> changed.assets.put(path, text));
    }

    private Edit removeAsset(ModelCourse course) {
        String path = any(List.copyOf(course.assets.keySet()));
        return new Edit("remove file", Set.of("asset/" + path), changed -> changed.assets.remove(path));
    }

    private Edit addTopic(ModelCourse course) {
        String name = any(course.topics.names);
        String added = token();
        return new Edit(
                "add topic",
                Set.of("topic/" + name),
                changed -> changed.topics.addBehind(name, "p" + added, "topic-" + added));
    }
}
