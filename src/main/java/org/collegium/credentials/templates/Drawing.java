package org.collegium.credentials.templates;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.collegium.credentials.templates.DesignHtml.Room;
import org.collegium.credentials.templates.PagePrinter.Spot;

/**
 * Draws a certificate by a design. What is issued, what the designer shows and what is checked before a design is published all
 * go this way, so that none of them can differ from the others.
 *
 * <p>It is laid out twice: first to learn how much the page has left, then with that shared among the rooms that grow and with
 * the lower edges of columns in line. Where a name is so long that the page is too small, text becomes smaller in steps.
 */
final class Drawing {

    private static final List<Double> SCALES = List.of(1.0, 0.92, 0.84, 0.76, 0.68, 0.6);

    private final Design design;
    private final Filling filling;
    private final Map<UUID, Picture> pictures;
    private final boolean rightToLeft;
    private final List<String> elements;

    private Drawing(Design design, Filling filling, Map<UUID, Picture> pictures) {
        this.design = design;
        this.filling = filling;
        this.pictures = pictures;
        this.rightToLeft = DesignHtml.rightToLeft(filling.language());
        this.elements = elements(design);
    }

    /** Draws it, smaller where it has to. */
    static DrawnPage of(Design design, Filling filling, Map<UUID, Picture> pictures) {
        return new Drawing(design, filling, pictures).drawn(SCALES);
    }

    /** Draws it in the size that the design has. */
    static DrawnPage unscaled(Design design, Filling filling, Map<UUID, Picture> pictures) {
        return new Drawing(design, filling, pictures).drawn(List.of(1.0));
    }

    private DrawnPage drawn(List<Double> scales) {
        Map<String, Spot> spots = Map.of();
        Set<String> outside = Set.of();
        double scale = 1;
        for (double tried : scales) {
            scale = tried;
            spots = layOut(Room.none(tried));
            outside = outside(spots);
            if (outside.isEmpty()) {
                break;
            }
        }
        // Beside a column that does not fit, another would be moved off the page with it.
        Room room = outside.isEmpty() ? new Room(scale, growing(spots), above(spots)) : Room.none(scale);
        String html = DesignHtml.of(design, filling, pictures, room);
        PagePrinter.Printed printed = PagePrinter.print(html, design, rightToLeft, elements);
        return new DrawnPage(printed.pdf(), places(printed.spots()), outside, scale);
    }

    private Map<String, Spot> layOut(Room room) {
        return PagePrinter.layOut(DesignHtml.of(design, filling, pictures, room), design, rightToLeft, elements);
    }

    private double limit() {
        return design.paper().height() - Sheet.foot(design);
    }

    private Set<String> outside(Map<String, Spot> spots) {
        return design.all()
                .map(Block::id)
                .filter(id -> spot(spots, id).anyMatch(spot -> spot.bottom() > limit() + 0.2))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What the page has left for each room that grows. */
    private double growing(Map<String, Spot> spots) {
        long rooms = design.blocks().stream()
                .filter(block -> block instanceof Block.Room room && room.grows())
                .count();
        double bottom = design.blocks().stream()
                .flatMap(block -> spot(spots, block.id()))
                .mapToDouble(Spot::bottom)
                .max()
                .orElse(0);
        return rooms == 0 ? 0 : Math.max(0, limit() - bottom) / rooms;
    }

    private Map<String, Double> above(Map<String, Spot> spots) {
        Map<String, Double> above = new HashMap<>();
        design.blocks().forEach(block -> {
            if (block instanceof Block.Columns columns) {
                List<String> ids = ids(columns);
                double tallest = ids.stream()
                        .flatMap(id -> spot(spots, id))
                        .mapToDouble(Spot::height)
                        .max()
                        .orElse(0);
                ids.forEach(id -> spot(spots, id).forEach(spot -> above.put(id, Math.max(0, tallest - spot.height()))));
            }
        });
        return above;
    }

    private Map<String, DrawnPage.Place> places(Map<String, Spot> spots) {
        double width = design.paper().width();
        double height = design.paper().height();
        Map<String, DrawnPage.Place> places = new HashMap<>();
        design.all()
                .map(Block::id)
                .forEach(id -> spot(spots, id)
                        .forEach(spot -> places.put(
                                id,
                                new DrawnPage.Place(
                                        spot.left() / width,
                                        spot.top() / height,
                                        spot.width() / width,
                                        spot.height() / height))));
        return places;
    }

    /** Where an element stands; nothing where it takes no room. */
    private static Stream<Spot> spot(Map<String, Spot> spots, String id) {
        return Optional.ofNullable(spots.get(id)).stream();
    }

    private static List<String> elements(Design design) {
        List<String> ids = new ArrayList<>(design.all().map(Block::id).toList());
        design.blocks().forEach(block -> {
            if (block instanceof Block.Columns columns) {
                ids.addAll(ids(columns));
            }
        });
        return ids;
    }

    private static List<String> ids(Block.Columns columns) {
        List<String> ids = new ArrayList<>();
        for (int number = 0; number < columns.columns().size(); number++) {
            ids.add(DesignHtml.column(columns, number));
        }
        return ids;
    }
}
