package org.collegium.assessment.form;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.collegium.assessment.Area;
import org.collegium.assessment.Area.Shape;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Where areas of a picture are, as the numbers that the course format has for their shapes. */
final class AreaNumbers {

    private static final int MOST = 100;
    private static final int DECIMALS = 4;

    /** New areas stand beside each other, so that each is seen. */
    private static final double STEP = 0.08;

    private static final double SIZE = 0.2;
    private static final int IN_A_ROW = 9;

    private AreaNumbers() {}

    /** The numbers of an area; empty where there are not as many as its shape needs. */
    static List<Double> of(JsonNode area) {
        List<Double> at = area.path("at")
                .valueStream()
                .filter(JsonNode::isNumber)
                .map(JsonNode::doubleValue)
                .toList();
        return shape(area)
                .filter(shape -> at.size() == area.path("at").size() && Area.complete(shape, at))
                .map(shape -> at)
                .orElse(List.of());
    }

    static Optional<Shape> shape(JsonNode area) {
        return shape(area.path("shape").asString(""));
    }

    private static Optional<Shape> shape(String word) {
        return Arrays.stream(Shape.values())
                .filter(shape -> shape.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }

    /** Numbers from 0 to 1 with spaces between them, as browsers tell them; empty where they are none for the shape. */
    static Optional<ArrayNode> read(String text, Shape shape) {
        List<String> words = Arrays.asList(text.split(" ", MOST + 1));
        if (words.size() > MOST || words.stream().anyMatch(word -> !word.matches("0(\\.\\d{1,4})?+|1(\\.0{1,4})?+"))) {
            return Optional.empty();
        }
        List<Double> at = words.stream().map(Double::valueOf).toList();
        return Area.complete(shape, at) && Area.inside(shape, at) ? Optional.of(numbers(at)) : Optional.empty();
    }

    /** A rectangle for a new area. */
    static ArrayNode fresh(int before) {
        double edge = STEP * (1 + before % IN_A_ROW);
        return numbers(List.of(edge, edge, SIZE, SIZE));
    }

    /** The same place in another shape; empty where the place is not said yet. */
    static Optional<ArrayNode> as(String wanted, JsonNode area) {
        List<Double> at = of(area);
        return shape(area)
                .filter(shape -> !at.isEmpty())
                .map(shape -> box(shape, at))
                .flatMap(box -> shape(wanted).map(shape -> numbers(in(shape, box))));
    }

    /** Another rectangle among the areas of a question; the first one is right. */
    static ObjectNode area(FormTree tree, ArrayNode at) {
        ObjectNode area = tree.object();
        area.put(QuestionParts.KEY, tree.freeKey(AreaPicture.POINTER, "area-"));
        area.put("shape", "rectangle");
        area.set("at", at);
        if (tree.at(AreaPicture.POINTER).isEmpty()) {
            area.put("correct", true);
        }
        return area;
    }

    /** The left and upper edge, width and height of what is around it. */
    private static List<Double> box(Shape shape, List<Double> at) {
        return switch (shape) {
            case RECTANGLE -> at;
            case ELLIPSE ->
                around(at.get(0) - at.get(2), at.get(1) - at.get(3), at.get(0) + at.get(2), at.get(1) + at.get(3));
            case POLYGON ->
                around(
                        corners(at, 0).min().orElse(0),
                        corners(at, 1).min().orElse(0),
                        corners(at, 0).max().orElse(1),
                        corners(at, 1).max().orElse(1));
        };
    }

    private static DoubleStream corners(List<Double> at, int first) {
        return IntStream.range(0, at.size() / 2).mapToDouble(i -> at.get(2 * i + first));
    }

    private static List<Double> around(double left, double top, double right, double bottom) {
        double x = Math.max(0, left);
        double y = Math.max(0, top);
        return List.of(x, y, Math.min(1, right) - x, Math.min(1, bottom) - y);
    }

    private static List<Double> in(Shape shape, List<Double> box) {
        double x = box.get(0);
        double y = box.get(1);
        double width = box.get(2);
        double height = box.get(3);
        return switch (shape) {
            case RECTANGLE -> box;
            case ELLIPSE -> List.of(x + width / 2, y + height / 2, width / 2, height / 2);
            case POLYGON -> List.of(x, y, x + width, y, x + width, y + height, x, y + height);
        };
    }

    /** Never more than they were, so that what ends at the edge of the picture does not pass it. */
    private static ArrayNode numbers(List<Double> at) {
        ArrayNode numbers = JsonNodeFactory.instance.arrayNode();
        at.forEach(number -> numbers.add(FormField.number(BigDecimal.valueOf(number)
                .setScale(2 * DECIMALS, RoundingMode.HALF_UP)
                .setScale(DECIMALS, RoundingMode.DOWN)
                .doubleValue())));
        return numbers;
    }
}
