package org.collegium.assessment.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.collegium.assessment.Difficulty;
import org.collegium.assessment.Traits;
import org.collegium.source.XmlNode.Element;

/**
 * What a package says about an item. An item has no place for its tags, skills and difficulty; the manifest says them in the
 * words of IEEE 1484.12 (LOM): keywords, classifications by competency, the difficulty among what is educational. Curriculum
 * standards, as QTI 2.2 and 3 name them, are skills too.
 */
final class QtiAbout {

    /** Of classifications, those that say what one can do who answers. */
    private static final Set<String> SKILLS = Set.of("competency", "educational objective", "skill level", "skill");

    /** Those that say what it is about; TAO says the properties of an item without any purpose. */
    private static final Set<String> TAGS = Set.of("discipline", "idea", "");

    /** The name of the item, which it says itself. */
    private static final String LABEL = "rdf-schema#label";

    /** Properties that TAO gives to each item, such as its language. */
    private static final Pattern SYSTEM = Pattern.compile("//www\\.tao\\.lu/Ontologies/TAO[A-Za-z]*+\\.rdf#");

    /** Values that are named elsewhere. */
    private static final Pattern ADDRESS = Pattern.compile("^https?://");

    /** What somebody wrote about an item, and nobody here could find again. */
    private static final List<String> UNSAID =
            List.of("description", "contribute", "copyrightAndOtherRestrictions", "typicalLearningTime", "context");

    private QtiAbout() {}

    /** @param resource what the manifest has of the item */
    static void read(Element resource, Reading.Item item) {
        for (Element general : resource.all("general")) {
            general.children("keyword").stream()
                    .flatMap(keyword -> strings(keyword).stream())
                    .forEach(item::tag);
        }
        resource.all("educational").stream()
                .flatMap(said -> said.child("difficulty").stream())
                .findFirst()
                .ifPresent(said -> difficulty(said, item));
        resource.all("classification").forEach(said -> classification(said, item));
        for (Element standard : resource.all("labelledGUID")) {
            Stream.of(standard.textOf("label"), standard.textOf("GUID"))
                    .filter(name -> !name.isBlank())
                    .findFirst()
                    .ifPresent(name -> item.skill(standard.place(), name));
        }
        for (String part : UNSAID) {
            resource.all(part).stream()
                    .filter(said -> !said.text().isEmpty())
                    .findFirst()
                    .ifPresent(said -> item.unsaid(said.place(), part));
        }
    }

    /** Its five words; two of them say more than there is here. */
    private static void difficulty(Element said, Reading.Item item) {
        String word = valueOf(said);
        Optional<Difficulty> known = switch (word) {
            case "very easy", "easy" -> Optional.of(Difficulty.EASY);
            case "medium" -> Optional.of(Difficulty.MEDIUM);
            case "difficult", "very difficult", "hard" -> Optional.of(Difficulty.HARD);
            default -> Optional.empty();
        };
        known.ifPresentOrElse(item::difficulty, () -> item.lost(said.place(), "difficulty: " + word));
        if (word.startsWith("very ")) {
            item.changed(said.place(), word, word.substring("very ".length()));
        }
    }

    private static void classification(Element said, Reading.Item item) {
        String purpose = said.child("purpose").map(QtiAbout::valueOf).orElse("");
        boolean skill = SKILLS.contains(purpose);
        if (!skill && !TAGS.contains(purpose)) {
            item.lost(said.place(), "classification: " + purpose);
            return;
        }
        Consumer<String> taken = skill ? word -> item.skill(said.place(), word) : item::tag;
        for (Element path : said.children("taxonPath")) {
            String source = path.textOf("source");
            Optional<String> name =
                    path.all("taxon").stream().reduce((_, last) -> last).flatMap(QtiAbout::named);
            if (SYSTEM.matcher(source).find()
                    || name.filter(ADDRESS.asPredicate()).isPresent()) {
                item.unsaid(path.place(), source.substring(source.lastIndexOf('#') + 1));
            } else if (!source.endsWith(LABEL)) {
                name.ifPresent(taken);
            }
        }
        said.children("keyword").stream()
                .flatMap(keyword -> strings(keyword).stream())
                .forEach(taken);
    }

    /** What a taxon is called: its id where that is a key, else what it says. */
    private static Optional<String> named(Element taxon) {
        String id = taxon.textOf("id");
        return ItemKeys.of(id).equals(id) && !id.isEmpty()
                ? Optional.of(id)
                : taxon.child("entry")
                        .map(entry -> strings(entry).getFirst())
                        .or(() -> Optional.of(id))
                        .filter(name -> !name.isBlank());
    }

    private static String valueOf(Element said) {
        return said.child("value").orElse(said).text().toLowerCase(Locale.ROOT);
    }

    /** A text of LOM says itself in several languages. */
    private static List<String> strings(Element text) {
        List<String> each = text.children()
                .map(Element::text)
                .filter(said -> !said.isEmpty())
                .toList();
        return each.isEmpty() ? List.of(text.text()) : each;
    }

    static void write(XmlWriter xml, Traits traits) {
        Difficulty difficulty = traits.difficulty();
        if (traits.tags().isEmpty() && traits.skills().isEmpty() && difficulty == null) {
            return;
        }
        xml.open("metadata").open("imsmd:lom");
        if (!traits.tags().isEmpty()) {
            xml.open("imsmd:general");
            traits.tags().forEach(tag -> string(xml, "imsmd:keyword", tag));
            xml.close();
        }
        if (difficulty != null) {
            String word = switch (difficulty) {
                case EASY -> "easy";
                case MEDIUM -> "medium";
                case HARD -> "difficult";
            };
            xml.open("imsmd:educational");
            chosen(xml, "imsmd:difficulty", word);
            xml.close();
        }
        if (!traits.skills().isEmpty()) {
            xml.open("imsmd:classification");
            chosen(xml, "imsmd:purpose", "competency");
            for (String skill : traits.skills()) {
                xml.open("imsmd:taxonPath");
                string(xml, "imsmd:source", "skills");
                xml.open("imsmd:taxon").leaf("imsmd:id", skill);
                string(xml, "imsmd:entry", skill);
                xml.close().close();
            }
            xml.close();
        }
        xml.close().close();
    }

    private static void string(XmlWriter xml, String name, String text) {
        xml.open(name).leaf("imsmd:string", text).close();
    }

    private static void chosen(XmlWriter xml, String name, String word) {
        xml.open(name).leaf("imsmd:source", "LOMv1.0").leaf("imsmd:value", word).close();
    }
}
