package org.collegium.assessment.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.collegium.assessment.Area;
import org.collegium.assessment.Area.Shape;

/** Areas of a picture between points from its left upper corner, as others count, and fractions, as it is done here. */
final class AreaCoords {

    private static final int DIGITS = 5;
    private static final int MOST = 100;

    /** Corners of the polygon that stands for an ellipse. */
    private static final int CORNERS = 16;

    private final PictureSize size;

    AreaCoords(PictureSize size) {
        this.size = size;
    }

    /** A shape as it is kept here. */
    record Found(Shape shape, List<Double> at) {}

    /**
     * A shape of QTI, which is one of HTML's.
     *
     * @param coords between commas, in points or percent
     */
    Optional<Found> ofQti(String shape, String coords) {
        if (shape.equals("default")) {
            return Optional.of(new Found(Shape.RECTANGLE, List.of(0.0, 0.0, 1.0, 1.0)));
        }
        String[] parts = coords.split(",", MOST + 1);
        List<Double> at = new ArrayList<>();
        for (int i = 0; i < parts.length && parts.length <= MOST; i++) {
            boolean across = i % 2 == 0;
            Optional<Double> number = fraction(parts[i].strip(), across);
            if (number.isEmpty()) {
                return Optional.empty();
            }
            at.add(number.get());
        }
        return switch (shape) {
            case "rect" -> at.size() == 4 ? rectangle(at.get(0), at.get(1), at.get(2), at.get(3)) : Optional.empty();
            case "circle" ->
                at.size() == 3
                        ? ellipse(at.get(0), at.get(1), at.get(2), at.get(2) * size.width() / size.height())
                        : Optional.empty();
            case "ellipse" -> at.size() == 4 ? ellipse(at.get(0), at.get(1), at.get(2), at.get(3)) : Optional.empty();
            case "poly" -> polygon(at);
            default -> Optional.empty();
        };
    }

    /**
     * A shape of Moodle's markers: {@code x,y;r} of a circle, {@code x,y;w,h} of a rectangle, {@code x,y;x,y;x,y} of a polygon.
     */
    Optional<Found> ofMoodle(String shape, String coords) {
        String[] parts = coords.split("[;,]", MOST + 1);
        List<Double> at = new ArrayList<>();
        for (int i = 0; i < parts.length && parts.length <= MOST; i++) {
            Optional<Double> number = fraction(parts[i].strip(), i % 2 == 0);
            if (number.isEmpty()) {
                return Optional.empty();
            }
            at.add(number.get());
        }
        return switch (shape) {
            case "rectangle" ->
                at.size() == 4
                        ? rectangle(at.get(0), at.get(1), at.get(0) + at.get(2), at.get(1) + at.get(3))
                        : Optional.empty();
            case "circle" ->
                at.size() == 3
                        ? ellipse(at.get(0), at.get(1), at.get(2), at.get(2) * size.width() / size.height())
                        : Optional.empty();
            case "polygon" -> polygon(at);
            default -> Optional.empty();
        };
    }

    private Optional<Double> fraction(String length, boolean across) {
        if (length.endsWith("%")) {
            return Numbers.of(length.substring(0, length.length() - 1)).map(number -> number.doubleValue() / 100);
        }
        return Numbers.of(length).map(number -> number.doubleValue() / (across ? size.width() : size.height()));
    }

    private static Optional<Found> rectangle(double left, double top, double right, double bottom) {
        double x = inside(Math.min(left, right));
        double y = inside(Math.min(top, bottom));
        return found(
                Shape.RECTANGLE, List.of(x, y, inside(Math.max(left, right)) - x, inside(Math.max(top, bottom)) - y));
    }

    private static Optional<Found> ellipse(double x, double y, double across, double down) {
        return found(Shape.ELLIPSE, List.of(inside(x), inside(y), inside(across), inside(down)));
    }

    private static Optional<Found> polygon(List<Double> at) {
        List<Double> corners = at.stream().map(AreaCoords::inside).collect(Collectors.toCollection(ArrayList::new));
        int last = corners.size() - 2;
        if (last >= 6
                && corners.get(0).equals(corners.get(last))
                && corners.get(1).equals(corners.get(last + 1))) {
            corners.subList(last, last + 2).clear();
        }
        return found(Shape.POLYGON, corners);
    }

    private static Optional<Found> found(Shape shape, List<Double> at) {
        List<Double> rounded = at.stream()
                .map(number -> BigDecimal.valueOf(number)
                        .setScale(DIGITS, RoundingMode.HALF_EVEN)
                        .doubleValue())
                .toList();
        return Area.complete(shape, rounded) && Area.inside(shape, rounded)
                ? Optional.of(new Found(shape, rounded))
                : Optional.empty();
    }

    private static double inside(double fraction) {
        return Math.clamp(fraction, 0, 1);
    }

    /** The shape's name in QTI. */
    String qtiShape(Area area) {
        return switch (area.shape()) {
            case RECTANGLE -> "rect";
            case ELLIPSE -> round(area) ? "circle" : "ellipse";
            case POLYGON -> "poly";
        };
    }

    String qtiCoords(Area area) {
        List<Double> at = area.at();
        return switch (area.shape()) {
            case RECTANGLE ->
                x(at.get(0)) + "," + y(at.get(1)) + "," + x(at.get(0) + at.get(2)) + "," + y(at.get(1) + at.get(3));
            case ELLIPSE ->
                x(at.get(0)) + "," + y(at.get(1)) + "," + x(at.get(2)) + (round(area) ? "" : "," + y(at.get(3)));
            case POLYGON ->
                IntStream.range(0, at.size())
                        .mapToObj(i -> String.valueOf(i % 2 == 0 ? x(at.get(i)) : y(at.get(i))))
                        .collect(Collectors.joining(","));
        };
    }

    /** Whether Moodle has such a shape; what is no circle there becomes a polygon. */
    boolean asItIsInMoodle(Area area) {
        return area.shape() != Shape.ELLIPSE || round(area);
    }

    String moodleShape(Area area) {
        return switch (area.shape()) {
            case RECTANGLE -> "rectangle";
            case ELLIPSE -> round(area) ? "circle" : "polygon";
            case POLYGON -> "polygon";
        };
    }

    String moodleCoords(Area area) {
        List<Double> at = area.at();
        return switch (area.shape()) {
            case RECTANGLE -> x(at.get(0)) + "," + y(at.get(1)) + ";" + x(at.get(2)) + "," + y(at.get(3));
            case ELLIPSE -> round(area) ? x(at.get(0)) + "," + y(at.get(1)) + ";" + x(at.get(2)) : around(at);
            case POLYGON ->
                IntStream.range(0, at.size() / 2)
                        .mapToObj(i -> x(at.get(2 * i)) + "," + y(at.get(2 * i + 1)))
                        .collect(Collectors.joining(";"));
        };
    }

    private String around(List<Double> at) {
        return IntStream.range(0, CORNERS)
                .mapToObj(i -> {
                    double angle = 2 * Math.PI * i / CORNERS;
                    return x(inside(at.get(0) + at.get(2) * StrictMath.cos(angle))) + ","
                            + y(inside(at.get(1) + at.get(3) * StrictMath.sin(angle)));
                })
                .collect(Collectors.joining(";"));
    }

    /** Whether an ellipse is a circle in the picture, to a point. */
    private boolean round(Area area) {
        return Math.abs(area.at().get(2) * size.width() - area.at().get(3) * size.height()) < 1;
    }

    long x(double fraction) {
        return Math.round(fraction * size.width());
    }

    long y(double fraction) {
        return Math.round(fraction * size.height());
    }
}
