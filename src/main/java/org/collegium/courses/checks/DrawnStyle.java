package org.collegium.courses.checks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.collegium.source.XmlNode.Element;
import org.jspecify.annotations.Nullable;

/**
 * How an element of a drawing (SVG) is painted.
 *
 * @param paint as it is written
 * @param opacity of the fill, from 0 to 1
 * @param size of letters
 * @param anchor which end of a text stands at its place
 */
record DrawnStyle(String paint, double opacity, boolean shown, double size, String anchor) {

    static final DrawnStyle INITIAL = new DrawnStyle("black", 1, true, 16, "start");

    private static final Pattern NUMBER = Pattern.compile("[+-]?+(?:\\d++\\.?+\\d*+|\\.\\d++)");

    /** Empty where it is no plain colour. */
    Optional<Colour> fill() {
        return paint.equals("currentcolor") ? Optional.of(Colour.BLACK) : Colour.css(paint);
    }

    boolean paintsNothing() {
        return paint.equals("none") || paint.equals("transparent") || opacity == 0;
    }

    /** The style of an element inside. */
    DrawnStyle of(Element element, Rules rules) {
        Map<String, String> said = rules.of(element);
        double whole = number(said.get("opacity"), 1) * number(said.get("fill-opacity"), 1);
        return new DrawnStyle(
                inherited(said.get("fill"), paint).toLowerCase(Locale.ROOT),
                Math.clamp(opacity * whole, 0, 1),
                shown
                        && !said.getOrDefault("display", "").equals("none")
                        && !said.getOrDefault("visibility", "").equals("hidden"),
                number(said.get("font-size"), size),
                inherited(said.get("text-anchor"), anchor));
    }

    private static String inherited(@Nullable String said, String around) {
        return said == null || said.isBlank() || said.equals("inherit") ? around : said;
    }

    private static double number(@Nullable String said, double other) {
        Matcher number = NUMBER.matcher(said == null ? "" : said.strip());
        if (!number.lookingAt()) {
            return other;
        }
        double value = Double.parseDouble(number.group());
        return said != null && said.strip().endsWith("%") ? value / 100 : value;
    }

    /** The rules that a drawing holds for itself. */
    static final class Rules {

        private static final int MOST = 2_000;
        private static final Pattern SIMPLE = Pattern.compile("\\*|[\\w-]*+(?:[.#][\\w-]++)?+");
        private static final Pattern PAINTING =
                Pattern.compile("(?:^|[;\\s])(?:fill|fill-opacity|opacity|display|visibility)\\s*+:");

        private final Map<String, Map<String, String>> bySelector = new HashMap<>();

        private Rules() {}

        /** Empty where they choose elements in a way that is not followed here. */
        static Optional<Rules> read(Element root) {
            Rules rules = new Rules();
            for (Element style : root.all("style")) {
                for (String rule : rules(withoutRemarks(style.text()))) {
                    if (!rule.startsWith("@font-face") && !rules.take(rule)) {
                        return Optional.empty();
                    }
                }
            }
            return Optional.of(rules);
        }

        /** What is never closed goes to the end. Each sign is looked at once, however many remarks begin. */
        private static String withoutRemarks(String text) {
            StringBuilder plain = new StringBuilder();
            int from = 0;
            for (int open = text.indexOf("/*"); open >= 0; open = text.indexOf("/*", from)) {
                plain.append(text, from, open);
                int close = text.indexOf("*/", open + 2);
                from = close < 0 ? text.length() : close + 2;
            }
            return plain.append(text, from, text.length()).toString();
        }

        /** Rules without what closes them; statements, which say nothing of painting, are left out. */
        private static List<String> rules(String text) {
            List<String> rules = new ArrayList<>();
            int from = 0;
            while (from < text.length()) {
                if (Character.isWhitespace(text.charAt(from))) {
                    from++;
                    continue;
                }
                boolean statement = text.startsWith("@import", from) || text.startsWith("@charset", from);
                int close = text.indexOf(statement ? ';' : '}', from);
                int end = close < 0 ? text.length() : close;
                if (!statement) {
                    rules.add(text.substring(from, end));
                }
                from = end + 1;
            }
            return rules;
        }

        private boolean take(String rule) {
            int open = rule.indexOf('{');
            if (open < 0 || rule.contains("@") || bySelector.size() > MOST) {
                return false;
            }
            String body = rule.substring(open + 1);
            for (String selector : rule.substring(0, open).split(",")) {
                if (SIMPLE.matcher(selector.strip()).matches()) {
                    bySelector
                            .computeIfAbsent(selector.strip(), key -> new HashMap<>())
                            .putAll(declared(body));
                } else if (PAINTING.matcher(body).find()) {
                    return false;
                }
            }
            return true;
        }

        /** What is said of an element, the nearer before the general. */
        Map<String, String> of(Element element) {
            Map<String, String> said = new HashMap<>(element.attributes());
            String name = element.name();
            add(said, "*");
            add(said, name);
            for (String one : element.attribute("class").split("\\s++")) {
                add(said, "." + one);
                add(said, name + "." + one);
            }
            add(said, "#" + element.attribute("id"));
            add(said, name + "#" + element.attribute("id"));
            said.putAll(declared(element.attribute("style")));
            return said;
        }

        private void add(Map<String, String> said, String selector) {
            said.putAll(bySelector.getOrDefault(selector, Map.of()));
        }

        private static Map<String, String> declared(String text) {
            Map<String, String> declared = new HashMap<>();
            for (String one : text.split(";")) {
                int colon = one.indexOf(':');
                if (colon > 0) {
                    declared.put(
                            one.substring(0, colon).strip(),
                            one.substring(colon + 1).replace("!important", "").strip());
                }
            }
            return declared;
        }
    }
}
