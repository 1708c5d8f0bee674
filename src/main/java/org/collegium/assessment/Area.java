package org.collegium.assessment;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A part of a picture, in fractions of its width and of its height from the left upper corner.
 *
 * @param at of a rectangle its left and upper edge, width and height; of an ellipse its centre and its half axes; of a polygon its corners,
 *     each with the fraction of the width first
 * @param label what it is called; may be empty where one does not choose among areas
 * @param feedback shown to those who marked it
 */
public record Area(String key, Shape shape, List<Double> at, String label, boolean correct, String feedback) {

    /** What an area looks like. */
    public enum Shape {
        RECTANGLE,
        ELLIPSE,
        POLYGON
    }

    private static final int NUMBERS = 4;
    private static final int FEWEST_CORNERS = 3;

    public Area {
        at = List.copyOf(at);
    }

    /** Whether there are as many numbers as its shape needs. */
    public static boolean complete(Shape shape, List<Double> at) {
        return shape == Shape.POLYGON ? at.size() % 2 == 0 && at.size() >= 2 * FEWEST_CORNERS : at.size() == NUMBERS;
    }

    /** Whether it has an extent, and is inside the picture. */
    public static boolean inside(Shape shape, List<Double> at) {
        return switch (shape) {
            case RECTANGLE ->
                at.get(2) > 0 && at.get(3) > 0 && ends(at.get(0) + at.get(2)) && ends(at.get(1) + at.get(3));
            case ELLIPSE -> at.get(2) > 0 && at.get(3) > 0;
            case POLYGON -> extent(at) > 0;
        };
    }

    /** Fractions that were rounded may pass the edge by a hair. */
    private static boolean ends(double edge) {
        return edge <= 1 + 1e-6;
    }

    /** Twice the surface of a polygon, by the trapezoid formula. */
    private static double extent(List<Double> at) {
        double sum = 0;
        for (int i = 0; i < at.size(); i += 2) {
            int next = (i + 2) % at.size();
            sum += at.get(i) * at.get(next + 1) - at.get(next) * at.get(i + 1);
        }
        return Math.abs(sum);
    }

    /** Whether a place is in it; its edge belongs to it. */
    public boolean contains(Spot spot) {
        return switch (shape) {
            case RECTANGLE ->
                spot.x() >= at.get(0)
                        && spot.x() <= at.get(0) + at.get(2)
                        && spot.y() >= at.get(1)
                        && spot.y() <= at.get(1) + at.get(3);
            case ELLIPSE ->
                Math.pow((spot.x() - at.get(0)) / at.get(2), 2) + Math.pow((spot.y() - at.get(1)) / at.get(3), 2) <= 1;
            case POLYGON -> polygonContains(spot.x(), spot.y());
        };
    }

    /** A ray to the right crosses the edges an odd number of times (even-odd rule). */
    private boolean polygonContains(double x, double y) {
        boolean inside = false;
        for (int i = 0, before = at.size() - 2; i < at.size(); before = i, i += 2) {
            double x1 = at.get(i);
            double y1 = at.get(i + 1);
            double x2 = at.get(before);
            double y2 = at.get(before + 1);
            if (onEdge(x, y, x1, y1, x2, y2)) {
                return true;
            }
            if (y1 > y != y2 > y && x < (x2 - x1) * (y - y1) / (y2 - y1) + x1) {
                inside = !inside;
            }
        }
        return inside;
    }

    private static boolean onEdge(double x, double y, double x1, double y1, double x2, double y2) {
        double across = (x - x1) * (y2 - y1) - (y - y1) * (x2 - x1);
        return Math.abs(across) < 1e-9
                && x >= Math.min(x1, x2)
                && x <= Math.max(x1, x2)
                && y >= Math.min(y1, y2)
                && y <= Math.max(y1, y2);
    }

    /** A place in its midst. */
    public Spot middle() {
        return switch (shape) {
            case RECTANGLE -> new Spot(at.get(0) + at.get(2) / 2, at.get(1) + at.get(3) / 2);
            case ELLIPSE -> new Spot(at.get(0), at.get(1));
            case POLYGON -> within();
        };
    }

    /** The place in the middle of its upper edge; of a polygon its highest corner. */
    public Spot top() {
        return switch (shape) {
            case RECTANGLE -> new Spot(at.get(0) + at.get(2) / 2, at.get(1));
            case ELLIPSE -> new Spot(at.get(0), Math.max(0, at.get(1) - at.get(3)));
            case POLYGON ->
                IntStream.range(0, at.size() / 2)
                        .mapToObj(i -> new Spot(at.get(2 * i), at.get(2 * i + 1)))
                        .min(Comparator.comparingDouble(Spot::y))
                        .orElseThrow();
        };
    }

    /** The mean of all corners where that is inside, else of three that follow each other: of some three it is, as every polygon has an ear. */
    private Spot within() {
        int corners = at.size() / 2;
        return Stream.concat(
                        Stream.of(mean(IntStream.range(0, corners))),
                        IntStream.range(0, corners).mapToObj(i -> mean(IntStream.range(i, i + 3))))
                .filter(this::contains)
                .findFirst()
                .orElseGet(() -> new Spot(at.get(0), at.get(1)));
    }

    private Spot mean(IntStream corners) {
        int[] all = corners.map(corner -> 2 * corner % at.size()).toArray();
        return new Spot(
                IntStream.of(all).mapToDouble(at::get).average().orElseThrow(),
                IntStream.of(all).mapToDouble(i -> at.get(i + 1)).average().orElseThrow());
    }
}
