package org.collegium.assessment;

import org.collegium.assessment.Question.Essay;
import org.collegium.assessment.Rubric.Criterion;
import org.collegium.assessment.Rubric.Level;
import org.collegium.source.YamlWriter;

/** Writes what a question says to those who write and those who mark. */
record RubricWriter(YamlWriter yaml) {

    void essay(Essay essay) {
        words(essay.words());
        rubric(essay.rubric());
    }

    private void words(WordLimits words) {
        if (words.any()) {
            yaml.begin("words");
            if (words.least() > 0) {
                yaml.field("min", (Object) words.least());
            }
            if (words.most() > 0) {
                yaml.field("max", (Object) words.most());
            }
            yaml.end();
        }
    }

    void rubric(Rubric rubric) {
        if (!rubric.shown()) {
            yaml.field("rubricShown", (Object) false);
        }
        if (!rubric.none()) {
            yaml.begin("rubric");
            rubric.criteria().forEach(this::criterion);
            yaml.end();
        }
    }

    private void criterion(Criterion criterion) {
        yaml.item().field("key", criterion.key()).field("text", criterion.text());
        yaml.begin("levels");
        criterion.levels().forEach(this::level);
        yaml.end();
        yaml.end();
    }

    private void level(Level level) {
        yaml.item().field("key", level.key()).field("text", level.text());
        yaml.field("points", QuizWriter.number(level.points()));
        if (!level.description().isEmpty()) {
            yaml.field("description", level.description());
        }
        yaml.end();
    }
}
