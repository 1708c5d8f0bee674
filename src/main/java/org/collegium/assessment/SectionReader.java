package org.collegium.assessment;

import static org.collegium.assessment.QuestionReader.texts;
import static org.collegium.assessment.QuizReader.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.collegium.assessment.QuizSection.Drawn;
import org.collegium.assessment.QuizSection.Fixed;
import org.collegium.assessment.QuizSection.Pool;
import org.collegium.source.FaultSink;
import org.collegium.source.YamlDocument;
import tools.jackson.databind.JsonNode;

/** Reads the sections of a quiz, and sees that every draw can be made, in each attempt, and is worth the same. */
final class SectionReader {

    /** So many questions of the same points are named. */
    private static final int NAMED = 4;

    private final YamlDocument yaml;
    private final FaultSink faults;
    private final List<Question> questions;

    SectionReader(YamlDocument yaml, FaultSink faults, List<Question> questions) {
        this.yaml = yaml;
        this.faults = faults;
        this.questions = questions;
    }

    List<QuizSection> sections() {
        List<QuizSection> sections = new ArrayList<>();
        for (int i = 0; i < yaml.at("/sections").size(); i++) {
            sections.add(section(yaml.at(pointer(i))));
        }
        if (sections.isEmpty()) {
            return sections;
        }
        fixed(sections);
        drawn(sections);
        neverAsked(sections);
        return sections;
    }

    private static String pointer(int section) {
        return "/sections/" + section;
    }

    private static QuizSection section(JsonNode node) {
        String title = text(node, "title");
        String intro = text(node, "intro");
        if (!node.has("draw")) {
            return new Fixed(title, intro, texts(node.path("questions")));
        }
        JsonNode from = node.path("from");
        List<Difficulty> difficulty = texts(from.path("difficulty")).stream()
                .flatMap(word -> Words.find(Difficulty.class, word).stream())
                .toList();
        return new Drawn(title, intro, node.path("draw").asInt(0), new Pool(texts(from.path("tags")), difficulty));
    }

    /** Each question is in one section, and is there. */
    private void fixed(List<QuizSection> sections) {
        Set<String> known = questions.stream().map(Question::key).collect(Collectors.toSet());
        Set<String> named = new HashSet<>();
        for (int i = 0; i < sections.size(); i++) {
            if (sections.get(i) instanceof Fixed(var _, var _, List<String> keys)) {
                for (int j = 0; j < keys.size(); j++) {
                    String at = pointer(i) + "/questions/" + j;
                    if (!known.contains(keys.get(j))) {
                        faults.error(yaml.place(at), "section-question-unknown", keys.get(j));
                    } else if (!named.add(keys.get(j))) {
                        faults.error(yaml.place(at), "section-question-twice", keys.get(j));
                    }
                }
            }
        }
    }

    private void drawn(List<QuizSection> sections) {
        boolean enough = true;
        for (int i = 0; i < sections.size(); i++) {
            if (sections.get(i) instanceof Drawn drawn) {
                tags(drawn, pointer(i));
                List<Question> pool =
                        QuestionDraw.pool(drawn, sections, questions).toList();
                if (pool.size() < drawn.draw()) {
                    faults.error(yaml.place(pointer(i) + "/draw"), "draw-too-large", drawn.draw(), pool.size());
                    enough = false;
                }
                Map<Double, List<Question>> worth = pool.stream()
                        .collect(Collectors.groupingBy(Question::points, TreeMap::new, Collectors.toList()));
                if (worth.size() > 1) {
                    String all = worth.entrySet().stream()
                            .map(some -> QuizWriter.number(some.getKey()) + " (" + keys(some.getValue()) + ")")
                            .collect(Collectors.joining(", "));
                    faults.error(yaml.place(pointer(i) + "/draw"), "draw-unequal-points", all);
                }
            }
        }
        if (enough) {
            together(sections);
        }
    }

    private static String keys(List<Question> questions) {
        String some = questions.stream().limit(NAMED).map(Question::key).collect(Collectors.joining(", "));
        return questions.size() > NAMED ? some + ", …" : some;
    }

    private void tags(Drawn section, String pointer) {
        Set<String> known = questions.stream()
                .flatMap(question -> question.traits().tags().stream())
                .collect(Collectors.toSet());
        List<String> tags = section.from().tags();
        for (int i = 0; i < tags.size(); i++) {
            if (!known.contains(tags.get(i))) {
                faults.error(
                        yaml.place(pointer + "/from/tags/" + i),
                        "draw-tag-unknown",
                        tags.get(i),
                        known.isEmpty() ? "–" : String.join(", ", new TreeSet<>(known)));
            }
        }
    }

    /** Sections may draw from the same questions, and none is asked twice. */
    private void together(List<QuizSection> sections) {
        List<List<Question>> drawn = QuestionDraw.of(sections, questions, 0);
        for (int i = 0; i < sections.size(); i++) {
            if (sections.get(i) instanceof Drawn(var _, var _, int wanted, var _)
                    && drawn.get(i).size() < wanted) {
                faults.error(
                        yaml.place(pointer(i) + "/draw"),
                        "draw-shared",
                        wanted,
                        drawn.get(i).size());
            }
        }
    }

    private void neverAsked(List<QuizSection> sections) {
        Set<String> asked = QuestionDraw.asked(sections, questions);
        for (int i = 0; i < yaml.at("/questions").size(); i++) {
            String key = text(yaml.at("/questions/" + i), "key");
            if (!key.isEmpty() && !asked.contains(key)) {
                faults.warning(yaml.place("/questions/" + i), "question-never-asked", key);
            }
        }
    }
}
