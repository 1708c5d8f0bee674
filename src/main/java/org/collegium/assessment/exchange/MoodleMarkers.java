package org.collegium.assessment.exchange;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.collegium.assessment.Area;
import org.collegium.assessment.Hotspot;
import org.collegium.assessment.Picture;
import org.collegium.assessment.exchange.MoodleReader.MoodleQuestion;
import org.collegium.source.SourceFile;
import org.collegium.source.XmlNode.Element;

/** Markers that are dropped onto a picture ({@code ddmarker}): here all marks are alike, so that one kind of marker can be carried over. */
final class MoodleMarkers {

    private static final int MOST_MARKS = 10;

    /** What stands on a marker. */
    private static final String MARK = "×";

    private MoodleMarkers() {}

    static void read(MoodleQuestion question) throws LeftOut {
        Element xml = question.xml();
        List<Element> drops = xml.children("drop");
        Set<String> used = drops.stream().map(drop -> drop.textOf("choice")).collect(Collectors.toSet());
        if (used.size() != 1) {
            throw new LeftOut(xml.place(), "exchange-markers", used.size());
        }
        String marker = used.iterator().next();
        List<Element> drags = xml.children("drag");
        drags.stream()
                .filter(drag -> !drag.textOf("no").equals(marker))
                .forEach(drag -> question.item().lost(drag.place(), "drag " + drag.textOf("text")));
        String label = drags.stream()
                .filter(drag -> drag.textOf("no").equals(marker))
                .map(drag -> question.form(drag).markdown(Sealed.without(drag.textOf("text")), question.texts(drag)))
                .findFirst()
                .orElse("");
        Element file = xml.child("file").orElseThrow(() -> new LeftOut(xml.place(), "exchange-qti", "file"));
        Picture picture = picture(question, file);
        AreaCoords coords = new AreaCoords(content(file)
                .flatMap(PictureSize::of)
                .orElseThrow(() -> new LeftOut(file.place(), "exchange-picture-size", file.attribute("name"))));
        List<Area> areas = new ArrayList<>();
        for (Element drop : drops) {
            AreaCoords.Found found = coords.ofMoodle(drop.textOf("shape"), drop.textOf("coords"))
                    .orElseThrow(() -> new LeftOut(drop.place(), "exchange-qti", "coords"));
            areas.add(new Area("a" + (areas.size() + 1), found.shape(), found.at(), "", true, ""));
        }
        Choices.Common common = question.common();
        String stem = label.isBlank() || label.equals(MARK) || common.stem().contains(label)
                ? common.stem()
                : common.stem() + "\n\n" + label;
        if (areas.size() > 1) {
            question.item().scoredOtherwise(xml.place());
        }
        question.item()
                .keep(Made.hotspot(
                        question.item().key(),
                        new Choices.Common(stem, common.points(), common.explanation(), common.traits()),
                        picture,
                        false,
                        Math.min(MOST_MARKS, areas.size()),
                        areas,
                        question.feedback(true)));
    }

    private static Picture picture(MoodleQuestion question, Element file) {
        String name = file.attribute("name");
        String path = "assets/" + question.item().key() + "-" + MoodleFiles.fileName(name);
        Optional<String> kept = content(file).flatMap(bytes -> question.item().file(SourceFile.of(path, bytes)));
        if (kept.isEmpty()) {
            question.item().pictureLost(file.place(), name);
        }
        return new Picture(kept.orElse(path), question.item().name());
    }

    private static Optional<byte[]> content(Element file) {
        try {
            return Optional.of(Base64.getMimeDecoder().decode(file.text()));
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    /** Writes what {@link #read} reads; only what is to be marked anywhere. */
    static void write(XmlWriter xml, Writing writing, Hotspot hotspot, SourceFile picture, PictureSize size) {
        List<Area> right = hotspot.areas().stream().filter(Area::correct).toList();
        writing.lostUnless(right.size() == hotspot.areas().size(), "areas");
        writing.lostUnless(hotspot.marks() == right.size(), "marks");
        writing.lostUnless(
                right.stream()
                        .allMatch(area ->
                                area.label().isEmpty() && area.feedback().isEmpty()),
                "areas.label");
        if (right.size() > 1) {
            writing.scoredOtherwise();
        }
        AreaCoords coords = new AreaCoords(size);
        writing.lostUnless(right.stream().allMatch(coords::asItIsInMoodle), "ellipse");
        said(xml, "correctfeedback", hotspot.feedback().correct());
        said(xml, "incorrectfeedback", hotspot.feedback().incorrect());
        xml.leaf(
                "file",
                Base64.getEncoder().encodeToString(picture.bytes()),
                "name",
                picture.path().substring(picture.path().lastIndexOf('/') + 1),
                "path",
                "/",
                "encoding",
                "base64");
        xml.open("drag")
                .leaf("no", "1")
                .leaf("text", MARK)
                .leaf("noofdrags", String.valueOf(right.size()))
                .close();
        for (int i = 0; i < right.size(); i++) {
            xml.open("drop")
                    .leaf("no", String.valueOf(i + 1))
                    .leaf("shape", coords.moodleShape(right.get(i)))
                    .leaf("coords", coords.moodleCoords(right.get(i)))
                    .leaf("choice", "1")
                    .close();
        }
    }

    private static void said(XmlWriter xml, String name, String markdown) {
        if (!markdown.isEmpty()) {
            xml.open(name, "format", "markdown")
                    .leaf("text", MoodleMarkdown.of(markdown))
                    .close();
        }
    }
}
