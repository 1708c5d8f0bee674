package org.collegium.courses.imports.slides;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.collegium.source.XmlNode.Element;

/** What the styles of an OpenDocument say of its text: what is bold and italic, languages, and what kind a list is. */
final class OpenStyles {

    private static final int DEEPEST = 20;

    private final Map<String, Element> styles = new HashMap<>();
    private final Map<String, Element> lists = new HashMap<>();
    private String usualLanguage = "";

    /** Adds those of a part; what comes later is nearer to the text. */
    void read(Element root) {
        root.children()
                .filter(one -> one.name().equals("styles") || one.name().equals("automatic-styles"))
                .flatMap(Element::children)
                .forEach(one -> {
                    switch (one.name()) {
                        case "style" -> styles.put(one.attribute("name"), one);
                        case "list-style" -> lists.put(one.attribute("name"), one);
                        case "default-style" ->
                            one.child("text-properties")
                                    .flatMap(OpenStyles::language)
                                    .ifPresent(language -> usualLanguage = language);
                        default -> {}
                    }
                });
    }

    boolean isHidden(String page) {
        return Optional.ofNullable(styles.get(page))
                .flatMap(style -> style.child("drawing-page-properties"))
                .filter(look -> look.attribute("visibility").equals("hidden"))
                .isPresent();
    }

    boolean isBold(String style) {
        return look(style, "font-weight")
                .filter(weight -> weight.matches("bold|[6-9]00"))
                .isPresent();
    }

    boolean isItalic(String style) {
        return look(style, "font-style")
                .filter(slant -> slant.matches("italic|oblique"))
                .isPresent();
    }

    boolean isStruck(String style) {
        return look(style, "text-line-through-style")
                .filter(line -> !line.equals("none"))
                .isPresent();
    }

    /** The element of HTML for text that stands above or below the line; empty for text on it. */
    String raised(String style) {
        String position = look(style, "text-position").orElse("");
        return position.matches("(?:super|[1-9]).*") ? "sup" : position.matches("(?:sub|-[1-9]).*") ? "sub" : "";
    }

    /** As its tag; empty where the style says nothing about it. */
    Optional<String> language(String style) {
        return Optional.ofNullable(styles.get(style))
                .flatMap(one -> one.child("text-properties"))
                .flatMap(OpenStyles::language);
    }

    /** That of all text of which no style says more. */
    String usualLanguage() {
        return usualLanguage;
    }

    private static Optional<String> language(Element look) {
        String language = look.attribute("language");
        String country = look.attribute("country");
        return language.isEmpty() || language.matches("none|zxx")
                ? Optional.empty()
                : Optional.of(country.isEmpty() || country.equals("none") ? language : language + "-" + country);
    }

    /**
     * The element of HTML for a list; empty where its points have no mark.
     *
     * @param level from 1
     */
    String list(String style, int level) {
        return Optional.ofNullable(lists.get(style)).stream()
                .flatMap(Element::children)
                .filter(one -> one.attribute("level").equals(Integer.toString(level)))
                .findFirst()
                .map(one -> switch (one.name()) {
                    case "list-level-style-number" ->
                        one.attribute("num-format").isEmpty() ? "" : "ol";
                    default -> "ul";
                })
                .orElse("ul");
    }

    /** What a style says, or else the one that it goes back to. */
    private Optional<String> look(String name, String what) {
        Element style = styles.get(name);
        for (int depth = 0; style != null && depth < DEEPEST; depth++) {
            Optional<String> said = style.child("text-properties")
                    .map(look -> look.attribute(what))
                    .filter(value -> !value.isEmpty());
            if (said.isPresent()) {
                return said;
            }
            style = styles.get(style.attribute("parent-style-name"));
        }
        return Optional.empty();
    }
}
