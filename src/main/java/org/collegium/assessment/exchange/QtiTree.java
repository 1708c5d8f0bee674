package org.collegium.assessment.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.collegium.source.XmlNode;
import org.collegium.source.XmlNode.Element;

/**
 * Items of all versions in the words of QTI 2: version 3 writes {@code qti-choice-interaction} for {@code choiceInteraction}
 * and {@code response-identifier} for {@code responseIdentifier}.
 */
final class QtiTree {

    private static final String PREFIX = "qti-";

    private QtiTree() {}

    static Element of(Element element) {
        boolean third = element.name().startsWith(PREFIX);
        List<XmlNode> content = new ArrayList<>(element.content().size());
        for (XmlNode node : element.content()) {
            content.add(node instanceof Element child ? of(child) : node);
        }
        Map<String, String> attributes = element.attributes();
        if (third) {
            attributes = HashMap.newHashMap(element.attributes().size());
            for (Map.Entry<String, String> attribute : element.attributes().entrySet()) {
                attributes.put(camel(attribute.getKey()), attribute.getValue());
            }
        }
        String name = third ? camel(element.name().substring(PREFIX.length())) : element.name();
        return new Element(name, attributes, content, element.place());
    }

    static String camel(String name) {
        StringBuilder camel = new StringBuilder(name.length());
        boolean upper = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '-') {
                upper = true;
            } else {
                camel.append(upper ? Character.toUpperCase(c) : c);
                upper = false;
            }
        }
        return camel.toString();
    }
}
