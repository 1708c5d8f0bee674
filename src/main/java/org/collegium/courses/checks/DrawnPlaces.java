package org.collegium.courses.checks;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.collegium.source.XmlNode.Element;

/** Where the elements of a drawing (SVG) lie. */
final class DrawnPlaces {

    static final Shape EVERYWHERE = new Rectangle2D.Double(-1e9, -1e9, 2e9, 2e9);

    private static final String NUMBER = "[+-]?+(?:\\d++\\.?+\\d*+|\\.\\d++)(?:[eE][+-]?+\\d{1,2})?+";
    private static final Pattern NUMBERS = Pattern.compile(NUMBER);
    private static final Pattern LENGTH = Pattern.compile("(" + NUMBER + ")(px|em)?+");
    private static final Pattern STEP = Pattern.compile("(\\w++)\\s*+\\(([^)]*+)\\)");
    private static final Pattern PART = Pattern.compile("([A-Za-df-z])([^A-Za-df-z]*+)");

    private DrawnPlaces() {}

    /** @return empty where it is moved in a way that is not followed here */
    static Optional<AffineTransform> placed(Element element, AffineTransform outer) {
        AffineTransform place = new AffineTransform(outer);
        Matcher step = STEP.matcher(element.attribute("transform"));
        while (step.find()) {
            List<Double> by = numbers(step.group(2));
            switch (step.group(1) + by.size()) {
                case "translate1" -> place.translate(by.get(0), 0);
                case "translate2" -> place.translate(by.get(0), by.get(1));
                case "scale1" -> place.scale(by.get(0), by.get(0));
                case "scale2" -> place.scale(by.get(0), by.get(1));
                case "rotate1" -> place.rotate(Math.toRadians(by.get(0)));
                case "rotate3" -> place.rotate(Math.toRadians(by.get(0)), by.get(1), by.get(2));
                case "matrix6" ->
                    place.concatenate(
                            new AffineTransform(by.get(0), by.get(1), by.get(2), by.get(3), by.get(4), by.get(5)));
                default -> {
                    return Optional.empty();
                }
            }
        }
        return element.attribute("style").contains("transform") ? Optional.empty() : Optional.of(place);
    }

    /** The form of an element; empty where it is not known. */
    static Optional<Shape> form(Element element) {
        return switch (element.name()) {
            case "rect" -> rectangle(element);
            case "circle" -> ellipse(element, "r", "r");
            case "ellipse" -> ellipse(element, "rx", "ry");
            case "polygon" -> polygon(numbers(element.attribute("points")));
            default -> Optional.empty();
        };
    }

    private static Optional<Shape> rectangle(Element element) {
        if (element.attribute("width").equals("100%")
                && element.attribute("height").equals("100%")) {
            return Optional.of(EVERYWHERE);
        }
        List<Double> sides = lengths(element, "x", "y", "width", "height");
        return sides.size() < 4
                ? Optional.empty()
                : Optional.of(new Rectangle2D.Double(sides.get(0), sides.get(1), sides.get(2), sides.get(3)));
    }

    private static Optional<Shape> ellipse(Element element, String across, String down) {
        List<Double> at = lengths(element, "cx", "cy", across, down);
        return at.size() < 4
                ? Optional.empty()
                : Optional.of(new Ellipse2D.Double(
                        at.get(0) - at.get(2), at.get(1) - at.get(3), 2 * at.get(2), 2 * at.get(3)));
    }

    private static Optional<Shape> polygon(List<Double> points) {
        if (points.size() < 6) {
            return Optional.empty();
        }
        Path2D path = new Path2D.Double();
        path.moveTo(points.get(0), points.get(1));
        for (int i = 2; i + 1 < points.size(); i += 2) {
            path.lineTo(points.get(i), points.get(i + 1));
        }
        path.closePath();
        return Optional.of(path);
    }

    private static List<Double> lengths(Element element, String... names) {
        List<Double> lengths = new ArrayList<>();
        for (String name : names) {
            String written = element.attribute(name);
            OptionalDouble length = written.isEmpty() ? OptionalDouble.of(0) : length(written, 0);
            length.ifPresent(lengths::add);
        }
        return lengths;
    }

    /** A length in dots of the drawing; empty where it is said by something else. */
    static OptionalDouble length(String written, double em) {
        Matcher length = LENGTH.matcher(written.strip().split("[\\s,]")[0]);
        if (!length.matches() || ("em".equals(length.group(2)) && em == 0)) {
            return OptionalDouble.empty();
        }
        double number = Double.parseDouble(length.group(1));
        return OptionalDouble.of("em".equals(length.group(2)) ? number * em : number);
    }

    /** In which an element surely lies; everywhere where that is not known. */
    static Shape extent(Element element) {
        List<Double> across = new ArrayList<>();
        List<Double> down = new ArrayList<>();
        Matcher part = PART.matcher(element.attribute("d"));
        while (part.find()) {
            List<Double> numbers = numbers(part.group(2));
            switch (part.group(1)) {
                case "M", "L", "C", "Q", "S", "T" -> {
                    for (int i = 0; i + 1 < numbers.size(); i += 2) {
                        across.add(numbers.get(i));
                        down.add(numbers.get(i + 1));
                    }
                }
                case "H" -> across.addAll(numbers);
                case "V" -> down.addAll(numbers);
                case "Z", "z" -> {}
                default -> {
                    return EVERYWHERE;
                }
            }
        }
        if (across.isEmpty() || down.isEmpty()) {
            return EVERYWHERE;
        }
        double left = across.stream().mapToDouble(x -> x).min().getAsDouble();
        double top = down.stream().mapToDouble(y -> y).min().getAsDouble();
        return new Rectangle2D.Double(
                left,
                top,
                across.stream().mapToDouble(x -> x).max().getAsDouble() - left,
                down.stream().mapToDouble(y -> y).max().getAsDouble() - top);
    }

    private static List<Double> numbers(String text) {
        return NUMBERS.matcher(text)
                .results()
                .map(number -> Double.parseDouble(number.group()))
                .toList();
    }
}
