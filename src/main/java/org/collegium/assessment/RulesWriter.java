package org.collegium.assessment;

import java.util.List;
import org.collegium.assessment.QuizSection.Drawn;
import org.collegium.assessment.QuizSection.Fixed;
import org.collegium.assessment.QuizSection.Pool;
import org.collegium.source.YamlWriter;

/** Writes how a quiz is taken; what is as usual is left out. */
record RulesWriter(YamlWriter yaml) {

    void rules(QuizRules rules) {
        QuizRules usual = QuizRules.USUAL;
        if (rules.timeLimit() != usual.timeLimit()) {
            yaml.field("timeLimit", (Object) rules.timeLimit());
        }
        word("counts", rules.counts(), usual.counts());
        word("pages", rules.pages(), usual.pages());
        word("order", rules.order(), usual.order());
        flag("shuffleQuestions", rules.shuffleQuestions());
        flag("rehearsal", rules.rehearsal());
        flag("trace", rules.trace());
        if (rules.penalty() != usual.penalty()) {
            yaml.field("penalty", QuizWriter.number(rules.penalty()));
        }
        if (!rules.honour().isEmpty()) {
            yaml.field("honour", rules.honour());
        }
        if (!rules.review().equals(usual.review())) {
            review(rules.review(), usual.review());
        }
    }

    private void review(Review review, Review usual) {
        yaml.begin("review");
        word("score", review.score(), usual.score());
        word("answers", review.answers(), usual.answers());
        word("right", review.right(), usual.right());
        word("feedback", review.feedback(), usual.feedback());
        yaml.end();
    }

    void sections(List<QuizSection> sections) {
        if (!sections.isEmpty()) {
            yaml.begin("sections");
            sections.forEach(this::section);
            yaml.end();
        }
    }

    private void section(QuizSection section) {
        yaml.item().field("title", section.title());
        if (!section.intro().isEmpty()) {
            yaml.field("intro", section.intro());
        }
        switch (section) {
            case Fixed fixed -> yaml.field("questions", fixed.questions());
            case Drawn drawn -> {
                yaml.field("draw", (Object) drawn.draw());
                from(drawn.from());
            }
        }
        yaml.end();
    }

    private void from(Pool pool) {
        if (pool.equals(Pool.ALL)) {
            return;
        }
        yaml.begin("from");
        if (!pool.tags().isEmpty()) {
            yaml.field("tags", pool.tags());
        }
        if (!pool.difficulty().isEmpty()) {
            yaml.field("difficulty", pool.difficulty().stream().map(Words::of).toList());
        }
        yaml.end();
    }

    private void word(String name, Enum<?> value, Enum<?> usual) {
        if (value != usual) {
            yaml.field(name, Words.of(value));
        }
    }

    private void flag(String name, boolean value) {
        if (value) {
            yaml.field(name, (Object) true);
        }
    }
}
