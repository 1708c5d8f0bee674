package org.collegium.assessment.exchange;

/** Writes XML in the words of QTI 2, which become those of the version that is wanted. */
final class QtiXml {

    private final XmlWriter xml = new XmlWriter();
    private final QtiVersion version;

    QtiXml(QtiVersion version) {
        this.version = version;
    }

    QtiXml open(String name, String... attributes) {
        xml.open(version.element(name), named(attributes));
        return this;
    }

    QtiXml leaf(String name, String text, String... attributes) {
        xml.leaf(version.element(name), text, named(attributes));
        return this;
    }

    QtiXml empty(String name, String... attributes) {
        xml.empty(version.element(name), named(attributes));
        return this;
    }

    QtiXml made(String name, String content, String... attributes) {
        xml.made(version.element(name), content, named(attributes));
        return this;
    }

    QtiXml made(String content) {
        if (!content.isEmpty()) {
            xml.made(content);
        }
        return this;
    }

    QtiXml close() {
        xml.close();
        return this;
    }

    String text() {
        return xml.text();
    }

    private String[] named(String... attributes) {
        String[] named = attributes.clone();
        for (int i = 0; i < named.length; i += 2) {
            named[i] = version.attribute(named[i]);
        }
        return named;
    }

    QtiVersion version() {
        return version;
    }

    /** An identifier for a key, which may begin with a digit where identifiers may not. */
    static String identifier(String key) {
        return Character.isDigit(key.charAt(0)) ? "_" + key : key;
    }
}
