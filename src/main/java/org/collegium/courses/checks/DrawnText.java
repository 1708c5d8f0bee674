package org.collegium.courses.checks;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.collegium.source.SourceFile;
import org.collegium.source.XmlFile;
import org.collegium.source.XmlNode.Element;

/**
 * The text of a drawing (SVG) before what is painted under it. Only plain colours are compared: where a text stands on, or
 * may stand on, a gradient, a picture or a form that is not followed here, nothing is said.
 */
final class DrawnText {

    static final int LARGEST = 4 * 1024 * 1024;
    private static final int MOST_FORMS = 20_000;
    private static final int MOST_TEXTS = 500;
    private static final int LONGEST = 60;

    private static final String DOCTYPE = "<!DOCTYPE";

    private final List<Painted> painted = new ArrayList<>();
    private final List<Pale> texts = new ArrayList<>();
    private final DrawnStyle.Rules rules;

    private DrawnText(DrawnStyle.Rules rules) {
        this.rules = rules;
    }

    /** @param text its beginning */
    record Pale(String text, double contrast) {}

    /** @param fill empty where it is no plain colour */
    private record Painted(Shape form, Optional<Colour> fill, double opacity) {}

    /** The text that stands out least, if that is too little; empty where there is none or nothing can be told. */
    static Optional<Pale> palest(SourceFile file) {
        if (file.size() > LARGEST) {
            return Optional.empty();
        }
        return file.text(fault -> {})
                .map(text -> SourceFile.of(file.path(), withoutDoctype(text)))
                .flatMap(plain -> XmlFile.read(plain, fault -> {}))
                .filter(root -> root.name().equals("svg"))
                .flatMap(root -> DrawnStyle.Rules.read(root).flatMap(rules -> new DrawnText(rules).palest(root)));
    }

    /** Drawing programs write one; with rules of its own inside it stays, and the drawing is not read. */
    private static String withoutDoctype(String text) {
        int begin = text.indexOf(DOCTYPE);
        int end = begin < 0 ? -1 : text.indexOf('>', begin);
        boolean plain = end >= 0 && text.substring(begin, end).indexOf('[') < 0;
        return plain ? text.substring(0, begin) + text.substring(end + 1) : text;
    }

    private Optional<Pale> palest(Element root) {
        background(root);
        DrawnStyle style = DrawnStyle.INITIAL.of(root, rules);
        root.children().forEach(child -> draw(child, style, new AffineTransform()));
        return texts.stream()
                .filter(text -> text.contrast() < ContrastCheck.LEAST)
                .min(Comparator.comparingDouble(Pale::contrast));
    }

    private void background(Element root) {
        rules.of(root).entrySet().stream()
                .filter(said -> said.getKey().matches("background|background-color"))
                .map(said -> said.getValue())
                .filter(colour -> !colour.matches("none|transparent"))
                .forEach(colour -> painted.add(new Painted(DrawnPlaces.EVERYWHERE, Colour.css(colour), 1)));
    }

    private void draw(Element element, DrawnStyle around, AffineTransform outer) {
        DrawnStyle style = around.of(element, rules);
        Optional<AffineTransform> place = DrawnPlaces.placed(element, outer);
        if (!style.shown() || painted.size() >= MOST_FORMS || texts.size() >= MOST_TEXTS) {
            return;
        }
        if (place.isEmpty() || isCut(element)) {
            painted.add(new Painted(DrawnPlaces.EVERYWHERE, Optional.empty(), 1));
            return;
        }
        switch (element.name()) {
            case "g", "a" -> element.children().forEach(child -> draw(child, style, place.get()));
            case "text" -> text(element, style, place.get());
            case "rect", "circle", "ellipse", "polygon" -> paint(element, style, place.get());
            case "path", "polyline" -> {
                if (!style.paintsNothing()) {
                    unknown(DrawnPlaces.extent(element), place.get());
                }
            }
            case "svg", "use", "image", "foreignObject", "switch" -> unknown(DrawnPlaces.EVERYWHERE, place.get());
            default -> {}
        }
    }

    private static boolean isCut(Element element) {
        return !element.attribute("clip-path").isEmpty()
                || !element.attribute("mask").isEmpty();
    }

    /** What is painted but not followed may be below every text that comes after it. */
    private void unknown(Shape extent, AffineTransform place) {
        painted.add(new Painted(place.createTransformedShape(extent), Optional.empty(), 1));
    }

    private void paint(Element element, DrawnStyle style, AffineTransform place) {
        if (style.paintsNothing()) {
            return;
        }
        Optional<Shape> form = DrawnPlaces.form(element);
        if (form.isPresent()) {
            painted.add(new Painted(place.createTransformedShape(form.get()), style.fill(), style.opacity()));
        } else {
            unknown(DrawnPlaces.EVERYWHERE, place);
        }
    }

    /** Pieces of a text that say neither where they begin nor how far down follow the one before and are left out. */
    private void text(Element text, DrawnStyle style, AffineTransform place) {
        OptionalDouble x = length(text, "x", style);
        OptionalDouble y = length(text, "y", style);
        double down = length(text, "dy", style).orElse(0);
        List<Element> pieces = text.children("tspan");
        if (pieces.isEmpty() && x.isPresent() && y.isPresent()) {
            write(text, style, place, x.getAsDouble(), y.getAsDouble() + down);
        }
        for (Element piece : pieces) {
            DrawnStyle own = style.of(piece, rules);
            down += length(piece, "dy", own).orElse(0);
            OptionalDouble left = piece.attribute("x").isEmpty() ? x : length(piece, "x", own);
            OptionalDouble base = piece.attribute("y").isEmpty() ? y : length(piece, "y", own);
            boolean begins =
                    piece.equals(pieces.getFirst()) || !piece.attribute("x").isEmpty();
            if (begins && left.isPresent() && base.isPresent()) {
                write(
                        piece,
                        own,
                        place,
                        left.getAsDouble(),
                        piece.attribute("y").isEmpty() ? base.getAsDouble() + down : base.getAsDouble());
            }
        }
    }

    /** Not said is 0. */
    private static OptionalDouble length(Element element, String name, DrawnStyle style) {
        String written = element.attribute(name);
        return written.isEmpty() ? OptionalDouble.of(0) : DrawnPlaces.length(written, style.size());
    }

    /** Looks at the middle of the letter that stands at the place. */
    private void write(Element piece, DrawnStyle style, AffineTransform place, double x, double y) {
        Optional<Colour> fill = style.fill();
        String text = piece.text().replaceAll("\\s++", " ");
        if (text.isBlank() || fill.isEmpty() || !style.shown()) {
            return;
        }
        double half = style.size() * 0.3;
        double across = style.anchor().equals("middle") ? 0 : style.anchor().equals("end") ? -half : half;
        ground(place.transform(new Point2D.Double(x + across, y - half), null))
                .ifPresent(ground -> texts.add(new Pale(
                        text.substring(0, Math.min(LONGEST, text.length())),
                        fill.get().over(ground, style.opacity()).contrast(ground))));
    }

    /** What is seen at a point, from the bottom up. */
    private Optional<Colour> ground(Point2D at) {
        Optional<Colour> ground = Optional.of(Colour.WHITE);
        for (Painted form : painted) {
            if (form.form().contains(at)) {
                Optional<Colour> below = ground;
                ground = form.opacity() == 1
                        ? form.fill()
                        : below.flatMap(colour -> form.fill().map(fill -> fill.over(colour, form.opacity())));
            }
        }
        return ground;
    }
}
