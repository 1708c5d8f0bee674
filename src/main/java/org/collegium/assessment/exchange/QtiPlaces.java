package org.collegium.assessment.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.collegium.assessment.Area;
import org.collegium.assessment.Picture;
import org.collegium.source.SourceFile;
import org.collegium.source.XmlNode.Element;

/** Reads places in pictures: areas that are chosen among ({@code hotspotInteraction}) and points that are marked ({@code selectPointInteraction}). */
final class QtiPlaces {

    private static final double NEARLY = 0.001;
    private static final int MOST_MARKS = 10;

    private final QtiItem qti;
    private final Reading.Item item;

    QtiPlaces(QtiItem qti) {
        this.qti = qti;
        this.item = qti.item();
    }

    /** The picture of an interaction, with what it is measured by. */
    private record Shown(Picture picture, AreaCoords coords) {}

    void areas(Element interaction) throws LeftOut {
        QtiResponse response = qti.response(interaction);
        Shown shown = picture(interaction);
        List<Element> choices = interaction.children("hotspotChoice");
        boolean mapped = qti.scoring().mapped(response);
        QtiKeys keys = new QtiKeys();
        List<Area> areas = new ArrayList<>();
        for (Element choice : choices) {
            String identifier = choice.attribute("identifier");
            String label = choice.attribute("hotspotLabel");
            boolean right = mapped
                    ? response.mapped(identifier) > 0
                    : response.correct().contains(identifier);
            areas.add(area(choice, keys.of(identifier), label.isBlank() ? identifier : label, right, shown.coords()));
        }
        int marks = marks(interaction, areas);
        if ((marks > 1 && !(mapped && takesAsMuch(response, choices))) || (mapped && response.takesAway())) {
            item.scoredOtherwise(interaction.place());
        }
        keep(shown, true, marks, areas);
    }

    /** Whether each right area earns the same, and each other one takes as much. */
    private static boolean takesAsMuch(QtiResponse response, List<Element> choices) {
        List<Double> values = choices.stream()
                .map(choice -> response.mapped(choice.attribute("identifier")))
                .toList();
        double each = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return each > 0 && values.stream().allMatch(value -> Math.abs(Math.abs(value) - each) < NEARLY);
    }

    void points(Element interaction, Element declaration) throws LeftOut {
        Shown shown = picture(interaction);
        Element mapping = declaration
                .child("areaMapping")
                .orElseThrow(() -> new LeftOut(declaration.place(), "exchange-qti", "areaMapping"));
        List<Area> areas = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (Element entry : mapping.children("areaMapEntry")) {
            double value = Numbers.of(entry.attribute("mappedValue"))
                    .map(Number::doubleValue)
                    .orElse(0.0);
            values.add(value);
            areas.add(area(entry, "a" + (areas.size() + 1), "", value > 0, shown.coords()));
        }
        int marks = marks(interaction, areas);
        double each = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        double missed = Numbers.of(mapping.attribute("defaultValue"))
                .map(Number::doubleValue)
                .orElse(0.0);
        boolean alike = values.stream().allMatch(value -> value <= 0 || Math.abs(value - each) < NEARLY);
        boolean taken = missed < 0 || values.stream().anyMatch(value -> value < 0);
        boolean floored = Numbers.of(mapping.attribute("lowerBound")).stream().anyMatch(least -> least.signum() >= 0);
        if (!alike || (taken && !floored) || (marks > 1 && Math.abs(missed + each) > NEARLY)) {
            item.scoredOtherwise(interaction.place());
        }
        keep(shown, false, marks, areas);
    }

    private void keep(Shown shown, boolean among, int marks, List<Area> areas) throws LeftOut {
        if (areas.isEmpty()) {
            throw new LeftOut(item.place(), "exchange-qti", "coords");
        }
        qti.keep(
                Made.hotspot(item.key(), qti.common(qti.stem()), shown.picture(), among, marks, areas, qti.feedback()));
    }

    private static Area area(Element at, String key, String label, boolean right, AreaCoords coords) throws LeftOut {
        AreaCoords.Found found = coords.ofQti(at.attribute("shape"), at.attribute("coords"))
                .orElseThrow(() -> new LeftOut(at.place(), "exchange-qti", "coords"));
        return new Area(key, found.shape(), found.at(), label, right, "");
    }

    /** As many as may be made; where that is not limited, as many as are right. */
    private int marks(Element interaction, List<Area> areas) {
        int most = Numbers.of(interaction.attribute("maxChoices"))
                .map(Number::intValue)
                .orElse(1);
        int right = (int) areas.stream().filter(Area::correct).count();
        int marks = Math.clamp(most > 0 ? most : Math.max(1, right), 1, MOST_MARKS);
        if (most != marks) {
            item.changed(interaction.place(), "maxChoices=" + most, String.valueOf(marks));
        }
        return marks;
    }

    /** QTI 2 has an object there, QTI 3 an image as well. */
    private Shown picture(Element interaction) throws LeftOut {
        Element shown = interaction
                .child("object")
                .or(() -> interaction.child("img"))
                .or(() -> interaction.child("picture").flatMap(all -> all.child("img")))
                .orElseThrow(() -> new LeftOut(interaction.place(), "exchange-qti", "object"));
        boolean image = shown.name().equals("img");
        String source = shown.attribute(image ? "src" : "data");
        String said = (image ? shown.attribute("alt") : shown.text()).strip().replaceAll("\\s++", " ");
        Optional<SourceFile> file = qti.files().find(source);
        PictureSize size = PictureSize.of(shown.attribute("width"), shown.attribute("height"))
                .or(() -> file.flatMap(found -> PictureSize.of(found.bytes())))
                .orElseThrow(() -> new LeftOut(shown.place(), "exchange-picture-size", source));
        Optional<String> kept = file.flatMap(item::file);
        if (kept.isEmpty()) {
            item.pictureLost(shown.place(), source);
        }
        String path = kept.orElseGet(() ->
                "assets/" + item.key() + "-" + MoodleFiles.fileName(source.substring(source.lastIndexOf('/') + 1)));
        return new Shown(new Picture(path, said.isEmpty() ? item.name() : said), new AreaCoords(size));
    }
}
