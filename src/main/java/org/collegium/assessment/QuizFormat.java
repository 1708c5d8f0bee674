package org.collegium.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.collegium.activity.ActivityCounts;
import org.collegium.activity.ActivityFacts;
import org.collegium.activity.ActivityFacts.SkillReference;
import org.collegium.activity.ActivityFormat;
import org.collegium.activity.ActivityTexts;
import org.collegium.activity.FileReference;
import org.collegium.content.TextFacts;
import org.collegium.source.FaultSink;
import org.collegium.source.SourceFile;
import org.collegium.source.YamlDocument;
import org.springframework.stereotype.Component;

/** Quizzes as a kind of activity. */
@Component
final class QuizFormat implements ActivityFormat {

    private static final List<String> TEXTS = List.of("stem", "explanation", "feedback/correct", "feedback/incorrect");

    /** Into whose texts something is put before they are shown. */
    private static final Set<String> FILLED = Set.of("cloze", "formula");

    /** Markdown in what a question has several of. */
    private static final List<Listed> LISTED = List.of(
            new Listed("prompts", List.of("text")),
            new Listed("options", List.of("text", "feedback")),
            new Listed("accept", List.of("feedback")));

    private record Listed(String list, List<String> names) {}

    private static final double MINUTES_A_QUESTION = 1.5;

    private final ActivityTexts texts;

    QuizFormat(ActivityTexts texts) {
        this.texts = texts;
    }

    @Override
    public String kind() {
        return "quiz";
    }

    @Override
    public ActivityFacts check(SourceFile file, FaultSink faults) {
        if (!file.path().matches("(?i).*\\.ya?ml")) {
            faults.error(file.place(), "kind-extension", file.path(), "quiz", ".yaml");
            return ActivityFacts.NONE;
        }
        Optional<QuizReader.Read> read = QuizReader.readWithPlaces(file, faults);
        return read.map(found -> new Check(found.yaml(), faults).facts(found.quiz()))
                .orElse(ActivityFacts.NONE);
    }

    /** The check of the texts in one quiz. */
    private final class Check {

        private final YamlDocument yaml;
        private final FaultSink faults;
        private final List<FileReference> references = new ArrayList<>();
        private final List<SkillReference> skills = new ArrayList<>();
        private int figures;
        private int formulas;

        Check(YamlDocument yaml, FaultSink faults) {
            this.yaml = yaml;
            this.faults = faults;
        }

        ActivityFacts facts(Quiz quiz) {
            text("/intro");
            text("/honour");
            for (int i = 0; i < quiz.sections().size(); i++) {
                text("/sections/" + i + "/intro");
            }
            for (int i = 0; i < quiz.questions().size(); i++) {
                question("/questions/" + i);
            }
            int unkeyed = (int) quiz.questions().stream()
                    .filter(question -> !question.keyed())
                    .count();
            int asked = quiz.drawn(0).questions().size();
            return new ActivityFacts(
                    quiz.title(),
                    (int) Math.ceil(asked * MINUTES_A_QUESTION),
                    new ActivityCounts(figures, formulas, 0, asked, unkeyed),
                    references,
                    skills);
        }

        private void question(String pointer) {
            boolean filled = FILLED.contains(yaml.at(pointer + "/type").asString(""));
            TEXTS.forEach(name -> {
                String text = yaml.at(pointer + "/" + name).asString("");
                text(pointer + "/" + name, filled ? Placeholders.replaced(text, drawn -> "1") : text);
            });
            for (Listed listed : LISTED) {
                String list = pointer + "/" + listed.list();
                for (int i = 0; i < yaml.at(list).size(); i++) {
                    String each = list + "/" + i + "/";
                    listed.names().forEach(name -> text(each + name));
                }
            }
            for (int i = 0; i < yaml.at(pointer + "/rubric").size(); i++) {
                criterion(pointer + "/rubric/" + i);
            }
            for (int i = 0; i < yaml.at(pointer + "/gaps").size(); i++) {
                question(pointer + "/gaps/" + i);
            }
            for (int i = 0; i < yaml.at(pointer + "/skills").size(); i++) {
                String skill = pointer + "/skills/" + i;
                skills.add(new SkillReference(yaml.at(skill).asString(""), yaml.place(skill)));
            }
        }

        private void criterion(String pointer) {
            text(pointer + "/text");
            for (int i = 0; i < yaml.at(pointer + "/levels").size(); i++) {
                text(pointer + "/levels/" + i + "/description");
            }
        }

        private void text(String pointer) {
            text(pointer, yaml.at(pointer).asString(""));
        }

        private void text(String pointer, String markdown) {
            if (markdown.isBlank()) {
                return;
            }
            ActivityTexts.Found found =
                    texts.check(markdown, (cell, line, column) -> yaml.place(pointer, line, column), faults);
            TextFacts facts = found.facts();
            figures += facts.figures();
            formulas += facts.formulas();
            references.addAll(found.references());
        }
    }
}
