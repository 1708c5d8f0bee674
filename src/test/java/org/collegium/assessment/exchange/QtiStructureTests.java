package org.collegium.assessment.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.collegium.source.FaultList;
import org.collegium.source.SourceFile;
import org.collegium.source.XmlFile;
import org.collegium.source.XmlNode;
import org.collegium.source.XmlNode.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written as QTI is built as the information model of the versions says, as far as it concerns these items. */
@Tag("unit")
class QtiStructureTests {

    /** The order of the parts of an item (QTI 2.2, assessmentItem). */
    private static final List<String> ORDER =
            List.of("responseDeclaration", "outcomeDeclaration", "itemBody", "responseProcessing", "modalFeedback");

    private static final Set<String> INLINE = Set.of(
            "textEntryInteraction",
            "inlineChoiceInteraction",
            "em",
            "strong",
            "code",
            "a",
            "img",
            "br",
            "sub",
            "sup",
            "inlineChoice");

    private static final Map<String, Set<String>> REQUIRED = Map.ofEntries(
            Map.entry("assessmentItem", Set.of("identifier", "title", "adaptive", "timeDependent")),
            Map.entry("responseDeclaration", Set.of("identifier", "cardinality", "baseType")),
            Map.entry("outcomeDeclaration", Set.of("identifier", "cardinality", "baseType")),
            Map.entry("mapping", Set.of("defaultValue")),
            Map.entry("mapEntry", Set.of("mapKey", "mappedValue")),
            Map.entry("choiceInteraction", Set.of("responseIdentifier", "shuffle", "maxChoices")),
            Map.entry("inlineChoiceInteraction", Set.of("responseIdentifier", "shuffle")),
            Map.entry("textEntryInteraction", Set.of("responseIdentifier")),
            Map.entry("orderInteraction", Set.of("responseIdentifier", "shuffle")),
            Map.entry("matchInteraction", Set.of("responseIdentifier", "shuffle", "maxAssociations")),
            Map.entry("simpleChoice", Set.of("identifier")),
            Map.entry("inlineChoice", Set.of("identifier")),
            Map.entry("simpleAssociableChoice", Set.of("identifier", "matchMax")),
            Map.entry("setOutcomeValue", Set.of("identifier")),
            Map.entry("variable", Set.of("identifier")),
            Map.entry("baseValue", Set.of("baseType")),
            Map.entry("equal", Set.of("toleranceMode")),
            Map.entry("modalFeedback", Set.of("outcomeIdentifier", "identifier", "showHide")),
            Map.entry("assessmentTest", Set.of("identifier", "title")),
            Map.entry("testPart", Set.of("identifier", "navigationMode", "submissionMode")),
            Map.entry("assessmentSection", Set.of("identifier", "title", "visible")),
            Map.entry("assessmentItemRef", Set.of("identifier", "href")));

    @ParameterizedTest
    @EnumSource(names = {"QTI_2_1", "QTI_2_2", "QTI_3_0"})
    void packagesAreBuiltAsTheSpecificationSays(ExchangeFormat format) throws IOException {
        Map<String, Element> files = files(format);
        Element manifest = Objects.requireNonNull(files.get("imsmanifest.xml"));
        assertThat(manifest.children().map(Element::name)).containsExactly("metadata", "organizations", "resources");
        Set<String> named = new HashSet<>(Set.of("imsmanifest.xml"));
        manifest.all("file").forEach(file -> named.add(file.attribute("href")));
        assertThat(named).isEqualTo(files.keySet());
        Set<String> identifiers = new HashSet<>();
        manifest.all("resource").forEach(resource -> identifiers.add(resource.attribute("identifier")));
        assertThat(manifest.all("dependency"))
                .hasSize(8)
                .allSatisfy(dependency -> assertThat(identifiers).contains(dependency.attribute("identifierref")));
        assertThat(files).hasSize(10);
        files.forEach((path, root) -> {
            if (path.startsWith("items/")) {
                item(path, root, format);
            }
        });
        Element test = QtiTree.of(Objects.requireNonNull(files.get("assessment.xml")));
        assertThat(test.all("assessmentItemRef"))
                .hasSize(8)
                .allSatisfy(reference -> assertThat(files).containsKey(reference.attribute("href")));
        required(test);
    }

    private static void item(String path, Element root, ExchangeFormat format) {
        boolean third = format == ExchangeFormat.QTI_3_0;
        assertThat(root.name()).isEqualTo(third ? "qti-assessment-item" : "assessmentItem");
        assertThat(root.all())
                .as(path)
                .allSatisfy(element -> assertThat(element.attributes().keySet())
                        .allMatch(name -> !third
                                || name.equals(name.toLowerCase(java.util.Locale.ROOT))
                                || name.equals("schemaLocation")));
        Element item = QtiTree.of(root);
        required(item);
        List<Integer> places =
                item.children().map(part -> ORDER.indexOf(part.name())).toList();
        assertThat(places).as(path).isSorted().doesNotContain(-1);
        assertThat(item.children("itemBody")).hasSize(1);
        assertThat(item.children("responseProcessing")).hasSize(1);
        variables(item, path);
        choices(item, path);
        texts(item.child("itemBody").orElseThrow(), path);
    }

    private static void required(Element root) {
        root.all()
                .forEach(element -> assertThat(element.attributes().keySet())
                        .as(element.name())
                        .containsAll(REQUIRED.getOrDefault(element.name(), Set.of())));
        assertThat(root.attributes().keySet()).containsAll(REQUIRED.getOrDefault(root.name(), Set.of()));
        root.all().stream()
                .map(element -> element.attribute("identifier"))
                .filter(identifier -> !identifier.isEmpty())
                .forEach(identifier -> assertThat(identifier).matches("[A-Za-z_][A-Za-z0-9_.-]*"));
    }

    /** Whatever is set, compared or answered is declared. */
    private static void variables(Element item, String path) {
        Set<String> declared = new HashSet<>();
        item.children("responseDeclaration").forEach(one -> declared.add(one.attribute("identifier")));
        assertThat(item.all().stream()
                        .map(element -> element.attribute("responseIdentifier"))
                        .filter(identifier -> !identifier.isEmpty()))
                .as(path)
                .containsExactlyInAnyOrderElementsOf(declared);
        item.children("outcomeDeclaration").forEach(one -> declared.add(one.attribute("identifier")));
        for (String name : List.of("variable", "correct", "mapResponse", "setOutcomeValue")) {
            item.all(name).forEach(used -> assertThat(declared).contains(used.attribute("identifier")));
        }
        item.all("modalFeedback").forEach(said -> assertThat(declared).contains(said.attribute("outcomeIdentifier")));
    }

    /** What is right is among what can be chosen. */
    private static void choices(Element item, String path) {
        Set<String> known = new HashSet<>();
        for (String name : List.of("simpleChoice", "inlineChoice", "simpleAssociableChoice")) {
            item.all(name)
                    .forEach(choice -> assertThat(known.add(choice.attribute("identifier")))
                            .as("%s is there once in %s", choice.attribute("identifier"), path)
                            .isTrue());
        }
        item.children("responseDeclaration").stream()
                .filter(one -> one.attribute("baseType").equals("identifier")
                        || one.attribute("baseType").equals("directedPair"))
                .flatMap(one -> one.all("value").stream())
                .forEach(value ->
                        assertThat(known).as(path).contains(value.text().split(" ")));
    }

    /** A body holds blocks, a paragraph no other block. */
    private static void texts(Element body, String path) {
        assertThat(body.content().stream()
                        .filter(XmlNode.Text.class::isInstance)
                        .map(text -> ((XmlNode.Text) text).characters()))
                .as(path)
                .allMatch(String::isBlank);
        assertThat(body.children()).isNotEmpty().noneMatch(child -> INLINE.contains(child.name()));
        body.all("p")
                .forEach(paragraph ->
                        assertThat(paragraph.all()).as(path).allMatch(inside -> INLINE.contains(inside.name())));
    }

    private static Map<String, Element> files(ExchangeFormat format) throws IOException {
        WrittenQuestions written = QuestionExchange.write(
                ExchangeFixtures.quiz(ExchangeFixtures.QUIZ), format, "quiz", DraftPictures.NONE);
        Map<String, Element> files = new LinkedHashMap<>();
        try (ZipInputStream zip =
                new ZipInputStream(new ByteArrayInputStream(written.file().bytes()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                FaultList faults = new FaultList();
                files.put(
                        entry.getName(),
                        XmlFile.read(SourceFile.of(entry.getName(), zip.readAllBytes()), faults)
                                .orElseThrow(
                                        () -> new AssertionError(faults.faults().toString())));
            }
        }
        return files;
    }
}
