package org.collegium.source;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.collegium.source.XmlNode.Element;

/**
 * Reads XML that may be hostile into elements that know their places: no document type, so no entities but the five of XML
 * and nothing from outside; neither endless nor deep.
 */
public final class XmlFile {

    /** In bytes; the pictures of a question bank are inside. */
    public static final int LARGEST = 64 * 1024 * 1024;

    /** A little less than the JDK allows, which says it in its own words. */
    static final int DEEPEST = 90;

    static final int MOST = 1_000_000;
    private static final int LONGEST_REASON = 150;

    private final SourceFile file;
    private final FaultSink faults;
    private final Deque<Element> open = new ArrayDeque<>();
    private int elements;

    private XmlFile(SourceFile file, FaultSink faults) {
        this.file = file;
        this.faults = faults;
    }

    /** The outermost element; empty, and reported, when the file is no XML that is read here. */
    public static Optional<Element> read(SourceFile file, FaultSink faults) {
        if (file.size() > LARGEST) {
            faults.error(file.place(), "exchange-too-large", file.path(), LARGEST / (1024 * 1024));
            return Optional.empty();
        }
        return new XmlFile(file, faults).read();
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLReporter((message, type, information, location) -> {});
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is read from outside");
        });
        return factory;
    }

    private Optional<Element> read() {
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(new ByteArrayInputStream(file.bytes()));
            try {
                return read(xml);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException malformed) {
            Place at = malformed.getLocation() == null
                    ? file.place()
                    : file.place(
                            Math.max(0, malformed.getLocation().getLineNumber()),
                            Math.max(0, malformed.getLocation().getColumnNumber()));
            faults.error(at, "exchange-xml", reason(malformed));
            return Optional.empty();
        } catch (RuntimeException broken) {
            // The reader of the JDK lets some broken encodings out as they come.
            faults.error(file.place(), "exchange-xml", "encoding");
            return Optional.empty();
        }
    }

    /** What the reader says, without the place that it puts before it. */
    private static String reason(XMLStreamException malformed) {
        String message = String.valueOf(malformed.getMessage());
        int words = message.indexOf("Message: ");
        String reason = words < 0 ? message : message.substring(words + "Message: ".length());
        return reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
    }

    private Optional<Element> read(XMLStreamReader xml) throws XMLStreamException {
        Element root = null;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    Element element = element(xml);
                    if (open.size() >= DEEPEST || ++elements > MOST) {
                        faults.error(element.place(), "exchange-xml-deep", DEEPEST, MOST);
                        return Optional.empty();
                    }
                    if (open.isEmpty()) {
                        root = element;
                    } else {
                        open.getFirst().content().add(element);
                    }
                    open.push(element);
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (!open.isEmpty()) {
                        open.getFirst().content().add(new XmlNode.Text(xml.getText()));
                    }
                }
                case XMLStreamConstants.DTD -> {
                    faults.error(place(xml), "exchange-doctype");
                    return Optional.empty();
                }
                case XMLStreamConstants.ENTITY_REFERENCE -> {
                    faults.error(place(xml), "exchange-entity", String.valueOf(xml.getLocalName()));
                    return Optional.empty();
                }
                default -> {}
            }
        }
        return Optional.ofNullable(root);
    }

    /** Attributes go by their names alone, as elements do; where two would share one, that with a prefix keeps it: {@code r:id} beside {@code id}. */
    private Element element(XMLStreamReader xml) {
        int count = xml.getAttributeCount();
        Map<String, String> attributes = HashMap.newHashMap(count);
        for (int i = 0; i < count; i++) {
            if (xml.getAttributePrefix(i).isEmpty()) {
                attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
            }
        }
        for (int i = 0; i < count; i++) {
            String prefix = xml.getAttributePrefix(i);
            String name = xml.getAttributeLocalName(i);
            if (!prefix.isEmpty()) {
                attributes.put(attributes.containsKey(name) ? prefix + ":" + name : name, xml.getAttributeValue(i));
            }
        }
        return new Element(xml.getLocalName(), attributes, new ArrayList<>(), place(xml));
    }

    private Place place(XMLStreamReader xml) {
        return file.place(
                Math.max(0, xml.getLocation().getLineNumber()),
                Math.max(0, xml.getLocation().getColumnNumber()));
    }
}
