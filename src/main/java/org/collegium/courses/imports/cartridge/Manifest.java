package org.collegium.courses.imports.cartridge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.collegium.courses.imports.CourseAbout;
import org.collegium.source.FaultSink;
import org.collegium.source.Place;
import org.collegium.source.SourceFile;
import org.collegium.source.SourceTree;
import org.collegium.source.XmlFile;
import org.collegium.source.XmlNode.Element;

/**
 * The {@code imsmanifest.xml} of a Common Cartridge, version 1.0 to 1.3; namespaces differ between these and are not looked
 * at.
 *
 * @param resources by their identifiers, in the order of the file
 */
record Manifest(Element root, List<Item> items, Map<String, Resource> resources) {

    static final String FILE = "imsmanifest.xml";

    private static final Pattern CREATIVE_COMMONS = Pattern.compile(
            "creativecommons\\.org/(?:licenses/(by(?:-nc)?(?:-sa|-nd)?)/([0-9.]{3})|publicdomain/(zero)/1\\.0)");

    /** A place in the organisation. */
    record Item(String identifier, String title, String resource, List<Item> items, Place place) {}

    /** Something that items show. */
    record Resource(String identifier, String type, String href, List<String> files, boolean forTeachers, Place place) {

        boolean isPage() {
            return type.equals("webcontent") && href.matches("(?i).*\\.x?html?");
        }

        /** What the type says, without the versions of the specification. */
        boolean is(String word) {
            return type.toLowerCase(Locale.ROOT).contains(word);
        }
    }

    static boolean isCartridge(SourceFile file) {
        String head = new String(
                file.bytes(), 0, (int) Math.min(file.size(), 4_000), java.nio.charset.StandardCharsets.UTF_8);
        return head.contains("imscc") || head.contains("Common Cartridge");
    }

    static Optional<Manifest> read(SourceTree tree, FaultSink faults) {
        return tree.file(FILE).flatMap(file -> XmlFile.read(file, faults)).map(root -> {
            Map<String, Resource> resources = new LinkedHashMap<>();
            for (Element resource : root.all("resource")) {
                Resource found = resource(resource);
                resources.putIfAbsent(found.identifier(), found);
            }
            List<Item> items = root.child("organizations").stream()
                    .flatMap(all -> all.children("organization").stream())
                    .limit(1)
                    .flatMap(organization -> organization.children("item").stream())
                    .map(Manifest::item)
                    .toList();
            return new Manifest(root, items, resources);
        });
    }

    private static Resource resource(Element element) {
        List<String> files = element.children("file").stream()
                .map(file -> decoded(file.attribute("href")))
                .toList();
        String href = element.attribute("href");
        return new Resource(
                element.attribute("identifier"),
                element.attribute("type"),
                href.isEmpty() ? files.stream().findFirst().orElse("") : decoded(href),
                files,
                isForTeachers(element),
                element.place());
    }

    /** Whether learners are none of those for whom a resource says that it is. */
    private static boolean isForTeachers(Element resource) {
        List<String> roles = resource.all("intendedEndUserRole").stream()
                .map(Element::text)
                .filter(role -> !role.isEmpty())
                .toList();
        boolean named = !roles.isEmpty() && roles.stream().noneMatch(role -> role.contains("Learner"));
        return named || resource.attribute("intendeduse").equals("lessonplan");
    }

    private static String decoded(String href) {
        return href.replace("%20", " ");
    }

    private static Item item(Element element) {
        List<Item> below = new ArrayList<>();
        element.children("item").forEach(item -> below.add(item(item)));
        return new Item(
                element.attribute("identifier"),
                element.textOf("title").replaceAll("\\s+", " ").strip(),
                element.attribute("identifierref"),
                List.copyOf(below),
                element.place());
    }

    CourseAbout.Said said() {
        Optional<Element> general = root.all("general").stream().findFirst();
        return new CourseAbout.Said(
                general.map(found -> found.textOf("title"))
                        .orElse("")
                        .replaceAll("\\s+", " ")
                        .strip(),
                general.map(found -> found.textOf("description"))
                        .orElse("")
                        .replaceAll("\\s+", " ")
                        .strip(),
                List.of(),
                List.of(),
                general.flatMap(found -> CourseAbout.language(found.textOf("language"))),
                licence(),
                Place.of(FILE),
                Place.of(FILE),
                Place.of(FILE));
    }

    private Optional<String> licence() {
        String rights = root.all("rights").stream().map(Element::text).reduce("", String::concat);
        Matcher found = CREATIVE_COMMONS.matcher(rights);
        if (!found.find()) {
            return Optional.empty();
        }
        return Optional.of(
                found.group(3) != null
                        ? "CC0-1.0"
                        : "CC-" + found.group(1).toUpperCase(Locale.ROOT) + "-" + found.group(2));
    }
}
