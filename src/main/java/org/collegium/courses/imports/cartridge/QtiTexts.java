package org.collegium.courses.imports.cartridge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.collegium.source.XmlNode.Element;

/** The texts of an item of QTI 1.2. */
final class QtiTexts {

    private final Element item;
    private final String path;
    private final Resources resources;
    private final Set<String> said = new HashSet<>();

    QtiTexts(Element item, String path, Resources resources) {
        this.item = item;
        this.path = path;
        this.resources = resources;
    }

    /** What it asks, in Markdown. */
    String stem() {
        return presentation()
                .map(presentation -> joined(presentation.children().toList()))
                .orElse("");
    }

    /** The material among some elements, and in those that only lay it out. */
    String joined(List<Element> elements) {
        List<String> parts = new ArrayList<>();
        for (Element element : elements) {
            if (element.name().equals("material")) {
                element.all("mattext").forEach(text -> parts.add(resources.markdown(text, path)));
            } else if (element.name().equals("flow")) {
                parts.add(joined(element.children().toList()));
            }
        }
        return String.join(
                "\n\n", parts.stream().filter(part -> !part.isBlank()).toList());
    }

    Optional<Element> presentation() {
        return item.child("presentation");
    }

    /** What is said by this name, in Markdown; may be empty. */
    String feedback(String identifier) {
        said.add(identifier);
        return item.children("itemfeedback").stream()
                .filter(feedback -> feedback.attribute("ident").equals(identifier))
                .flatMap(feedback -> feedback.all("mattext").stream())
                .map(text -> resources.markdown(text, path))
                .reduce("", (one, other) -> one.isEmpty() ? other : one + "\n\n" + other);
    }

    /** How many pieces of feedback nobody asked for. */
    int unsaid() {
        return (int) item.children("itemfeedback").stream()
                .filter(feedback -> !said.contains(feedback.attribute("ident"))
                        && !feedback.text().isEmpty())
                .count();
    }

    /** The words of a choice. */
    String label(Element label) {
        return label.all("mattext").stream()
                .map(text -> resources.markdown(text, path))
                .reduce("", (one, other) -> one.isEmpty() ? other : one + " " + other);
    }
}
