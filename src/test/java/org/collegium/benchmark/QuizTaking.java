package org.collegium.benchmark;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Answers a quiz in a tab, message by message: begin, then for each question choose and go on, at last submit. */
final class QuizTaking {

    private static final int MOST_MESSAGES = 100;
    private static final String SUBMIT = "Submit answers";
    private static final List<String> ONWARDS = List.of(SUBMIT, "Review and submit", "Next", "Start the quiz");
    private static final Set<String> FIELDS =
            Set.of("vaadin-radio-group", "vaadin-checkbox-group", "vaadin-text-field");
    private static final Set<String> OPTIONS = Set.of("vaadin-radio-button", "vaadin-checkbox");

    private final ViewTab tab;
    private final Set<Integer> answered = new HashSet<>();
    private int messages;
    private boolean submitted;

    QuizTaking(ViewTab tab) {
        this.tab = tab;
    }

    /** The next message, empty when the quiz is over. */
    Optional<String> next() {
        if (submitted || messages++ > MOST_MESSAGES) {
            return Optional.empty();
        }
        Optional<ViewNode> field = tab.find(node -> FIELDS.contains(node.tag()) && !answered.contains(node.id()));
        if (field.isPresent()) {
            answered.add(field.get().id());
            return field.map(this::answer);
        }
        Optional<ViewNode> button = button();
        submitted = button.map(tab::textOf).filter(SUBMIT::equals).isPresent();
        return button.map(tab::click);
    }

    /** Whether the attempt was submitted. */
    boolean submitted() {
        return submitted;
    }

    private String answer(ViewNode field) {
        Optional<String> option = tab.all(node -> OPTIONS.contains(node.tag()) && tab.isBelow(node, field))
                .map(node -> node.property("value"))
                .filter(value -> !value.isEmpty())
                .sorted()
                .findFirst();
        return switch (field.tag()) {
            case "vaadin-radio-group" -> tab.change(field, option.orElse("1"));
            case "vaadin-checkbox-group" -> tab.change(field, List.of(option.orElse("1")));
            default -> tab.change(field, "42");
        };
    }

    private Optional<ViewNode> button() {
        return ONWARDS.stream()
                .flatMap(label -> tab.all(node -> node.tag().equals("vaadin-button"))
                        .filter(node -> tab.textOf(node).equals(label)))
                .findFirst();
    }
}
