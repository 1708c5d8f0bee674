package org.collegium.assessment;

import static org.collegium.assessment.QuizReader.text;

import org.collegium.assessment.QuizRules.Order;
import org.collegium.assessment.QuizRules.Pages;
import org.collegium.assessment.Review.When;
import org.collegium.source.FaultSink;
import org.collegium.source.YamlDocument;
import tools.jackson.databind.JsonNode;

/** Reads how a quiz is taken. */
record RulesReader(YamlDocument yaml, FaultSink faults) {

    QuizRules rules() {
        JsonNode root = yaml.root();
        QuizRules usual = QuizRules.USUAL;
        QuizRules rules = new QuizRules(
                root.path("timeLimit").asInt(usual.timeLimit()),
                word(root, "counts", usual.counts()),
                review(root.path("review")),
                word(root, "pages", usual.pages()),
                word(root, "order", usual.order()),
                text(root, "honour"),
                root.path("shuffleQuestions").asBoolean(usual.shuffleQuestions()),
                root.path("penalty").asDouble(usual.penalty()),
                root.path("rehearsal").asBoolean(usual.rehearsal()),
                root.path("trace").asBoolean(usual.trace()));
        if (rules.order() == Order.FORCED && rules.pages() == Pages.ALL) {
            faults.error(yaml.place("/order"), "order-forced-on-one-page");
        }
        return rules;
    }

    private Review review(JsonNode node) {
        Review usual = Review.USUAL;
        return new Review(
                when(node, "score", usual.score()),
                when(node, "answers", usual.answers()),
                when(node, "right", usual.right()),
                when(node, "feedback", usual.feedback()));
    }

    private When when(JsonNode node, String name, When usual) {
        When when = word(node, name, usual);
        if (when == When.LAST_ATTEMPT && yaml.root().path("attempts").asInt(0) == 0) {
            faults.error(yaml.place("/review/" + name), "review-without-last-attempt", name);
        }
        return when;
    }

    private static <E extends Enum<E>> E word(JsonNode node, String name, E usual) {
        return Words.find(usual.getDeclaringClass(), text(node, name)).orElse(usual);
    }
}
