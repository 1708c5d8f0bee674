package org.collegium.assessment.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.collegium.assessment.Area;
import org.collegium.assessment.Hotspot;
import org.collegium.assessment.Question.Feedback;
import org.collegium.assessment.Spot;

/** Writes places in a picture: among areas as {@code hotspotInteraction}, else as {@code selectPointInteraction}. */
final class QtiPlacesWriter {

    private static final String RESPONSE = "RESPONSE";

    private final QtiXml xml;
    private final QtiParts parts;
    private final Writing writing;

    QtiPlacesWriter(QtiXml xml, QtiParts parts, Writing writing) {
        this.xml = xml;
        this.parts = parts;
        this.writing = writing;
    }

    /** The picture is named by its path in the course. */
    void write(Hotspot hotspot, PictureSize size) {
        String href = hotspot.picture().file();
        writing.lostUnless(hotspot.feedback().equals(Feedback.NONE), "feedback");
        writing.lostUnless(
                hotspot.areas().stream().allMatch(area -> area.feedback().isEmpty()), "areas.feedback");
        AreaCoords coords = new AreaCoords(size);
        long right = hotspot.areas().stream().filter(Area::correct).count();
        double each = hotspot.points() / Math.max(1, Math.min(hotspot.marks(), right));
        if (hotspot.among()) {
            among(hotspot, each, coords, size, href);
        } else {
            anywhere(hotspot, each, coords, size, href);
        }
        xml.close().close();
        xml.empty(
                "responseProcessing",
                "template",
                xml.version().template(hotspot.among() ? "map_response" : "map_response_point"));
        parts.explanation(hotspot);
    }

    private static String cardinality(Hotspot hotspot) {
        return hotspot.marks() > 1 ? "multiple" : "single";
    }

    private void among(Hotspot hotspot, double each, AreaCoords coords, PictureSize size, String href) {
        Map<String, Double> mapping = new LinkedHashMap<>();
        hotspot.areas()
                .forEach(area ->
                        mapping.put(QtiParts.id(area.key()), area.correct() ? each : hotspot.marks() > 1 ? -each : 0));
        List<String> correct = hotspot.areas().stream()
                .filter(Area::correct)
                .map(area -> QtiParts.id(area.key()))
                .toList();
        parts.response(
                RESPONSE,
                cardinality(hotspot),
                "identifier",
                firsts(correct, hotspot),
                mapping,
                true,
                hotspot.points());
        begin("hotspotInteraction", hotspot, size, href);
        hotspot.areas()
                .forEach(area -> xml.empty(
                        "hotspotChoice",
                        "identifier",
                        QtiParts.id(area.key()),
                        "shape",
                        coords.qtiShape(area),
                        "coords",
                        coords.qtiCoords(area),
                        "hotspotLabel",
                        area.label()));
    }

    /** What is right is one right answer, so no more than may be marked. */
    private static List<String> firsts(List<String> correct, Hotspot hotspot) {
        return correct.stream().limit(hotspot.marks()).toList();
    }

    private void anywhere(Hotspot hotspot, double each, AreaCoords coords, PictureSize size, String href) {
        xml.open(
                "responseDeclaration",
                "identifier",
                RESPONSE,
                "cardinality",
                cardinality(hotspot),
                "baseType",
                "point");
        xml.open("correctResponse");
        firsts(
                        hotspot.areas().stream()
                                .filter(Area::correct)
                                .map(area -> {
                                    Spot middle = area.middle();
                                    return coords.x(middle.x()) + " " + coords.y(middle.y());
                                })
                                .toList(),
                        hotspot)
                .forEach(value -> xml.leaf("value", value));
        xml.close();
        double missed = hotspot.marks() > 1 ? -each : 0;
        xml.open(
                "areaMapping",
                "lowerBound",
                "0",
                "upperBound",
                QtiParts.number(hotspot.points()),
                "defaultValue",
                QtiParts.number(missed));
        hotspot.areas()
                .forEach(area -> xml.empty(
                        "areaMapEntry",
                        "shape",
                        coords.qtiShape(area),
                        "coords",
                        coords.qtiCoords(area),
                        "mappedValue",
                        QtiParts.number(area.correct() ? each : missed)));
        xml.close().close();
        writing.lostUnless(
                hotspot.areas().stream().allMatch(area -> area.label().isEmpty()), "areas.label");
        begin("selectPointInteraction", hotspot, size, href);
    }

    private void begin(String interaction, Hotspot hotspot, PictureSize size, String href) {
        parts.outcomes(hotspot, "");
        parts.body(hotspot.stem());
        xml.open(interaction, "responseIdentifier", RESPONSE, "maxChoices", Integer.toString(hotspot.marks()));
        String description = HtmlText.escaped(hotspot.picture().description());
        String measures = " width=\"" + Math.round(size.width()) + "\" height=\"" + Math.round(size.height()) + "\"";
        xml.made(
                xml.version() == QtiVersion.V3_0
                        ? "<img src=\"" + HtmlText.escaped(href) + "\" alt=\"" + description + "\"" + measures + "/>"
                        : "<object type=\"" + mediaType(href) + "\" data=\"" + HtmlText.escaped(href) + "\"" + measures
                                + ">" + description + "</object>");
    }

    private static String mediaType(String href) {
        String ending = href.substring(href.lastIndexOf('.') + 1);
        return switch (ending) {
            case "jpg", "jpeg" -> "image/jpeg";
            case "svg" -> "image/svg+xml";
            default -> "image/" + ending;
        };
    }
}
