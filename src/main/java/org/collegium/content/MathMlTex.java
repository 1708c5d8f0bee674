package org.collegium.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Says in TeX what a formula in MathML says, as editors of formulas write it. */
final class MathMlTex {

    private static final int DEEPEST = 40;
    private static final Set<String> FUNCTIONS = Set.of(
            "sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh log ln lg exp lim max min sup inf det dim gcd arg deg ker Pr"
                    .split(" "));
    private static final Set<String> LARGE =
            Set.of("∑", "∏", "∐", "⋃", "⋂", "⋁", "⋀", "∫", "∬", "∮", "lim", "max", "min");
    private static final Map<String, String> ACCENTS = Map.of(
            "¯",
            "overline",
            "‾",
            "overline",
            "_",
            "overline",
            "^",
            "hat",
            "ˆ",
            "hat",
            "→",
            "vec",
            "~",
            "tilde",
            "˜",
            "tilde",
            "˙",
            "dot");

    private int depth;

    private MathMlTex() {}

    /** Empty where it has something that is not known here. */
    static Optional<String> of(Element math) {
        try {
            String tex = new MathMlTex().row(math).strip();
            return tex.isEmpty() ? Optional.empty() : Optional.of(tex);
        } catch (UnknownPart unknown) {
            return Optional.empty();
        }
    }

    private String row(Element element) {
        StringBuilder row = new StringBuilder();
        element.children().forEach(child -> row.append(said(child)));
        return row.toString();
    }

    private String said(Element element) {
        if (++depth > DEEPEST) {
            throw new UnknownPart();
        }
        try {
            return part(element);
        } finally {
            depth--;
        }
    }

    private String part(Element element) {
        String name = element.normalName();
        return switch (name) {
            case "mi" -> identifier(element.text().strip());
            case "mn" -> escaped(element.text().strip());
            case "mo" -> operator(element.text().strip());
            case "mtext", "ms" -> "\\text{" + escaped(element.text()) + "}";
            case "mspace" -> "\\ ";
            case "mrow", "mstyle", "mpadded", "mtd", "menclose" -> row(element);
            case "semantics" -> said(children(element, 1).getFirst());
            case "mphantom" -> "\\phantom{" + row(element) + "}";
            case "mfrac" -> "\\frac" + groups(element, 2);
            case "msqrt" -> "\\sqrt{" + row(element) + "}";
            case "mroot" -> {
                List<Element> parts = children(element, 2);
                yield "\\sqrt[" + said(parts.get(1)) + "]{" + said(parts.get(0)) + "}";
            }
            case "msup" -> script(element, "^");
            case "msub" -> script(element, "_");
            case "msubsup" -> both(children(element, 3));
            case "munder" -> under(children(element, 2));
            case "mover" -> over(children(element, 2));
            case "munderover" -> both(children(element, 3));
            case "mfenced" -> fenced(element);
            case "mtable" -> table(element);
            default -> throw new UnknownPart();
        };
    }

    private String groups(Element element, int count) {
        StringBuilder groups = new StringBuilder();
        children(element, count)
                .forEach(child -> groups.append('{').append(said(child)).append('}'));
        return groups.toString();
    }

    private String script(Element element, String mark) {
        List<Element> parts = children(element, 2);
        return "{" + said(parts.get(0)) + "}" + mark + "{" + said(parts.get(1)) + "}";
    }

    private String both(List<Element> parts) {
        return base(parts.get(0)) + "_{" + said(parts.get(1)) + "}^{" + said(parts.get(2)) + "}";
    }

    private String under(List<Element> parts) {
        return isLarge(parts.get(0))
                ? base(parts.get(0)) + "_{" + said(parts.get(1)) + "}"
                : "\\underset{" + said(parts.get(1)) + "}{" + said(parts.get(0)) + "}";
    }

    private String over(List<Element> parts) {
        String accent = ACCENTS.get(parts.get(1).text().strip());
        return accent == null
                ? "\\overset{" + said(parts.get(1)) + "}{" + said(parts.get(0)) + "}"
                : "\\" + accent + "{" + said(parts.get(0)) + "}";
    }

    /** Signs that take their limits above and below do so only outside of braces. */
    private String base(Element element) {
        return isLarge(element) ? said(element) : "{" + said(element) + "}";
    }

    private static boolean isLarge(Element element) {
        return LARGE.contains(element.text().strip());
    }

    private String fenced(Element element) {
        String separators =
                element.hasAttr("separators") ? element.attr("separators").strip() : ",";
        List<String> parts = element.children().stream().map(this::said).toList();
        String between = separators.isEmpty() ? "" : operator(separators.substring(0, 1));
        return "\\left" + fence(element, "open", "(") + String.join(between, parts) + "\\right"
                + fence(element, "close", ")");
    }

    private static String fence(Element element, String which, String usual) {
        String sign = element.hasAttr(which) ? element.attr(which).strip() : usual;
        return sign.isEmpty() ? "." : operator(sign);
    }

    private String table(Element table) {
        List<String> rows = new ArrayList<>();
        for (Element row : table.children()) {
            if (!row.normalName().equals("mtr")) {
                throw new UnknownPart();
            }
            rows.add(String.join(" & ", row.children().stream().map(this::said).toList()));
        }
        return "\\begin{matrix}" + String.join(" \\\\ ", rows) + "\\end{matrix}";
    }

    private static String identifier(String name) {
        if (FUNCTIONS.contains(name)) {
            return "\\" + name + " ";
        }
        return name.codePointCount(0, name.length()) > 1 ? "\\mathrm{" + escaped(name) + "}" : escaped(name);
    }

    private static String operator(String sign) {
        if (FUNCTIONS.contains(sign)) {
            return "\\" + sign + " ";
        }
        return escaped(sign.replaceAll("[\\u2061-\\u2064]", ""));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\backslash ")
                .replaceAll("([{}%#&_])", "\\\\$1")
                .replace("$", "\\textdollar ")
                .replace("^", "\\hat{\\ }")
                .replace("~", "\\sim ");
    }

    private static List<Element> children(Element element, int least) {
        if (element.childrenSize() < least) {
            throw new UnknownPart();
        }
        return element.children();
    }

    private static final class UnknownPart extends RuntimeException {

        private static final long serialVersionUID = 1;

        UnknownPart() {
            super(null, null, false, false);
        }
    }
}
