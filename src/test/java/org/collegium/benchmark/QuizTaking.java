package org.collegium.benchmark;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.collegium.activity.journal.WorkTicket;
import org.jsoup.nodes.Element;
import tools.jackson.databind.json.JsonMapper;

/** Answers a quiz in a tab, message by message: begin, then save an answer to each question in the journal, at last submit. */
public final class QuizTaking {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_MESSAGES = 100;
    private static final String OPTIONS = "vaadin-radio-button, vaadin-checkbox";

    private final ViewTab tab;
    private final UUID device = UUID.randomUUID();
    private final Set<String> answered = new HashSet<>();
    private int messages;
    private boolean submitted;

    public QuizTaking(ViewTab tab) {
        this.tab = tab;
    }

    /** The next message, empty when the quiz is over. */
    public Optional<QuizMessage> next() {
        if (submitted || messages++ > MOST_MESSAGES) {
            return Optional.empty();
        }
        Optional<ViewNode> sitting = tab.find(node -> node.tag().equals("c-sitting"));
        if (sitting.isEmpty()) {
            return tab.find(node -> node.tag().equals("vaadin-button")
                            && tab.textOf(node).equals("Start the quiz"))
                    .map(tab::click)
                    .map(this::toView);
        }
        Optional<Element> question = tab.told("c-question").stream()
                .filter(each -> !answered.contains(each.attr("data-key")))
                .findFirst();
        if (question.isPresent()) {
            answered.add(question.get().attr("data-key"));
            return Optional.of(save(sitting.get(), question.get()));
        }
        submitted = true;
        return Optional.of(toView(tab.event(sitting.get(), "quiz-submit", Map.of("event.detail.answers", "{}"))));
    }

    /** Whether the attempt was submitted. */
    boolean submitted() {
        return submitted;
    }

    private QuizMessage toView(String message) {
        return new QuizMessage(tab.address(), "", message);
    }

    private QuizMessage save(ViewNode sitting, Element question) {
        String answer = question.select(OPTIONS).eachAttr("value").stream()
                .sorted()
                .findFirst()
                .orElse("42");
        Map<String, Object> save = Map.of(
                "key",
                UUID.randomUUID(),
                "field",
                question.attr("data-key"),
                "device",
                device,
                "sequence",
                answered.size(),
                "base",
                0,
                "content",
                JSON.writeValueAsString(List.of(answer)));
        return new QuizMessage(
                WorkTicket.ADDRESS,
                sitting.attribute("data-ticket"),
                JSON.writeValueAsString(Map.of("saves", List.of(save))));
    }
}
