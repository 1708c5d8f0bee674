package org.collegium.assessment.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.collegium.assessment.Question;
import org.collegium.assessment.Quiz;
import org.collegium.source.SourceFile;
import org.collegium.source.SourcePaths;
import org.jsoup.parser.Parser;

/** Writes a quiz as a content package: an item for each question, a test that asks them in their order, a manifest. */
final class QtiWriter {

    /** How pictures stand in an item, whether in its texts or as what is marked. */
    private static final Pattern SHOWN =
            Pattern.compile("(<img src=\"|<object type=\"image/[a-z+]{1,20}+\" data=\")([^\"]*+)\"");

    private static final LocalDateTime ALWAYS = LocalDateTime.of(2000, 1, 1, 0, 0);

    private final Quiz quiz;
    private final QtiVersion version;
    private final DraftPictures pictures;
    private final Writing writing;
    private final Map<String, String> items = new LinkedHashMap<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    /** Where the pictures of a question lie in the package, by the key of the question. */
    private final Map<String, Set<String>> shown = new HashMap<>();

    private QtiWriter(Quiz quiz, QtiVersion version, DraftPictures pictures) {
        this.quiz = quiz;
        this.version = version;
        this.pictures = pictures;
        this.writing = new Writing(quiz, pictures);
    }

    static WrittenQuestions write(Quiz quiz, QtiVersion version, String path, DraftPictures pictures) {
        QtiWriter writer = new QtiWriter(quiz, version, pictures);
        writer.writing.each(writer::question);
        writer.put("imsmanifest.xml", writer.manifest());
        writer.put("assessment.xml", writer.test());
        writer.items.forEach((key, item) -> writer.put(path(key), item));
        return writer.writing.done(path, writer.zip());
    }

    private boolean question(Question question) {
        Optional<String> item = new QtiItemWriter(version, writing, quiz.shuffleOptions(), pictures).item(question);
        item.ifPresent(xml -> items.put(
                question.key(),
                SHOWN.matcher(xml)
                        .replaceAll(shown -> Matcher.quoteReplacement(
                                shown.group(1) + packed(question.key(), shown.group(2)) + "\""))));
        return item.isPresent();
    }

    /** Where a picture of the course lies as the item sees it, once it is packed; what is no picture of the course stays as it is. */
    private String packed(String key, String source) {
        String path = Parser.unescapeEntities(source, true);
        return new ShownFiles.Pointer(path, true)
                .in(pictures)
                .map(file -> {
                    String plain = SourcePaths.name(file.path());
                    String place = "pictures/" + plain;
                    for (int i = 2; isAnother(place, file); i++) {
                        place = "pictures/" + i + "-" + plain;
                    }
                    files.put(place, file.bytes());
                    shown.computeIfAbsent(key, _ -> new LinkedHashSet<>()).add(place);
                    return HtmlText.escaped("../" + place);
                })
                .orElse(source);
    }

    private boolean isAnother(String place, SourceFile file) {
        byte[] there = files.get(place);
        return there != null && !Arrays.equals(there, file.bytes());
    }

    private void put(String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String path(String key) {
        return "items/" + key + ".xml";
    }

    private String manifest() {
        XmlWriter xml = new XmlWriter();
        xml.open(
                "manifest",
                "xmlns",
                version.packageNamespace(),
                "xmlns:imsmd",
                "http://ltsc.ieee.org/xsd/LOM",
                "identifier",
                "MANIFEST");
        xml.open("metadata");
        xml.leaf("schema", version.packageSchema()).leaf("schemaversion", version.packageVersion());
        xml.close().empty("organizations").open("resources");
        xml.open("resource", "identifier", "TEST", "type", version.resource("test"), "href", "assessment.xml");
        xml.empty("file", "href", "assessment.xml");
        items.keySet().forEach(key -> xml.empty("dependency", "identifierref", "ITEM-" + key));
        xml.close();
        for (String key : items.keySet()) {
            xml.open("resource", "identifier", "ITEM-" + key, "type", version.resource("item"), "href", path(key));
            quiz.questions().stream()
                    .filter(question -> question.key().equals(key))
                    .forEach(question -> QtiAbout.write(xml, question.traits()));
            xml.empty("file", "href", path(key));
            shown.getOrDefault(key, Set.of()).forEach(picture -> xml.empty("file", "href", picture));
            xml.close();
        }
        return xml.close().close().text();
    }

    private String test() {
        QtiXml xml = new QtiXml(version);
        xml.open(
                "assessmentTest",
                "xmlns",
                version.namespace(),
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance",
                "xsi:schemaLocation",
                version.schemaLocation(),
                "identifier",
                "TEST",
                "title",
                quiz.title());
        xml.open("testPart", "identifier", "PART", "navigationMode", "nonlinear", "submissionMode", "simultaneous");
        xml.open("assessmentSection", "identifier", "SECTION", "title", quiz.title(), "visible", "true");
        for (String key : items.keySet()) {
            xml.empty("assessmentItemRef", "identifier", QtiXml.identifier(key), "href", path(key));
        }
        return xml.close().close().close().text();
    }

    /** The same quiz always gives the same bytes. */
    private byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(ALWAYS);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
