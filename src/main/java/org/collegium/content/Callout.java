package org.collegium.content;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.collegium.content.markdown.Directive;

/**
 * A boxed aside of a text.
 *
 * @param kind name of the directive, or of the kind that a general one takes on by its class
 * @param folded whether it is closed until opened
 */
record Callout(String kind, boolean folded) {

    private static final Set<String> KINDS = Set.of(
            "note",
            "tip",
            "hint",
            "important",
            "warning",
            "caution",
            "danger",
            "attention",
            "error",
            "seealso",
            "callout",
            "challenge",
            "exercise",
            "checklist",
            "discussion",
            "keypoints",
            "objectives",
            "prereq",
            "questions",
            "testimonial");
    private static final Set<String> FOLDED = Set.of("dropdown", "solution", "spoiler", "instructor");

    static Optional<Callout> of(Directive directive) {
        String name = directive.name();
        if (FOLDED.contains(name)) {
            return Optional.of(new Callout(name, true));
        }
        boolean general = name.equals("admonition");
        if (!general && !KINDS.contains(name)) {
            return Optional.empty();
        }
        String[] classes = directive.option("class").orElse("").split("[\\s,]+");
        String kind = general
                ? Arrays.stream(classes).filter(KINDS::contains).findFirst().orElse(name)
                : name;
        return Optional.of(new Callout(kind, Arrays.asList(classes).contains("dropdown")));
    }
}
