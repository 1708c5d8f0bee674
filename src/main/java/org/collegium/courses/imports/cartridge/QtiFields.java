package org.collegium.courses.imports.cartridge;

import java.util.Optional;
import org.collegium.source.XmlNode.Element;

/** Values in the metadata of QTI 1.2. */
final class QtiFields {

    private QtiFields() {}

    /** The entry beside a label, of an item or assessment itself; empty where there is none. */
    static String field(Element element, String label) {
        return element.children()
                .filter(child ->
                        child.name().equals("qtimetadata") || child.name().equals("itemmetadata"))
                .flatMap(child -> child.all("qtimetadatafield").stream())
                .filter(field -> field.textOf("fieldlabel").equals(label))
                .map(field -> field.textOf("fieldentry"))
                .findFirst()
                .orElse("");
    }

    /** A number; empty where it is none that can be reckoned with. */
    static Optional<Double> number(String text) {
        try {
            double value = Double.parseDouble(text.strip().replace(',', '.'));
            return Double.isFinite(value) && Math.abs(value) < 1e15 && !text.matches("(?i).*[dfx].*")
                    ? Optional.of(value)
                    : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /** A whole number; 0 for what is none, also for less. */
    static int whole(String text) {
        return number(text)
                .map(value -> (int) Math.max(0, Math.min(1_000_000, value)))
                .orElse(0);
    }
}
