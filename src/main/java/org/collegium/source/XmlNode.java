package org.collegium.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A piece of XML. */
public sealed interface XmlNode {

    /** Characters, entities resolved. */
    record Text(String characters) implements XmlNode {}

    /**
     * An element.
     *
     * @param name without the prefix of its namespace
     * @param content may be added to while it is read
     */
    record Element(String name, Map<String, String> attributes, List<XmlNode> content, Place place) implements XmlNode {

        /** The attribute; empty where there is none. */
        public String attribute(String wanted) {
            return attributes.getOrDefault(wanted, "").strip();
        }

        public Stream<Element> children() {
            return content.stream().filter(Element.class::isInstance).map(Element.class::cast);
        }

        public List<Element> children(String wanted) {
            return children().filter(child -> child.name.equals(wanted)).toList();
        }

        public Optional<Element> child(String wanted) {
            return children().filter(child -> child.name.equals(wanted)).findFirst();
        }

        /** The text of the child; empty where there is none. */
        public String textOf(String wanted) {
            return child(wanted).map(Element::text).orElse("");
        }

        /** All text inside, that of its elements included. */
        public String text() {
            StringBuilder text = new StringBuilder();
            collect(text);
            return text.toString().strip();
        }

        private void collect(StringBuilder text) {
            for (XmlNode node : content) {
                switch (node) {
                    case Text(String characters) -> text.append(characters);
                    case Element element -> element.collect(text);
                }
            }
        }

        /** All elements below this one, in the order of the file. */
        public List<Element> all() {
            List<Element> all = new ArrayList<>();
            descend(all);
            return all;
        }

        /** All elements of this name below this one. */
        public List<Element> all(String wanted) {
            return all().stream().filter(element -> element.name.equals(wanted)).toList();
        }

        private void descend(List<Element> all) {
            children().forEach(child -> {
                all.add(child);
                child.descend(all);
            });
        }
    }
}
