package org.collegium.assessment.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.dom.ElementUtil;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The page of a quiz as the browser is told it, and what the browser tells of it. */
final class QuizPage {

    private QuizPage() {}

    /** @param tried answers of a trial as JSON, by key of the question */
    static void submit(String tried) {
        fire("quiz-submit", tried);
    }

    static void fire(String event, String answers) {
        fire("c-sitting", event, answers);
    }

    static void fire(String tag, String event, String answers) {
        Element element = element(tag);
        ObjectNode data = JsonMapper.shared().createObjectNode().put("event.detail.answers", answers);
        element.getNode().getFeature(ElementListenerMap.class).fireEvent(new DomEvent(element, event, data));
    }

    static Element element(String tag) {
        return elements()
                .filter(element -> element.getTag().equals(tag))
                .findFirst()
                .orElseThrow();
    }

    static List<Element> cards() {
        return elements()
                .filter(element -> element.getTag().equals("c-question"))
                .toList();
    }

    static Element card(String key) {
        return cards().stream()
                .filter(card -> key.equals(card.getAttribute("data-key")))
                .findFirst()
                .orElseThrow();
    }

    /** What contributes to the answer of a question. */
    static List<Element> controls(Element card) {
        return elements(card)
                .filter(element -> element.hasAttribute("data-answer"))
                .toList();
    }

    static String text() {
        return nodes(UI.getCurrent().getElement())
                .filter(Element::isTextNode)
                .map(Element::getText)
                .collect(Collectors.joining("\n"));
    }

    /** Every text, property and attribute that the browser was told. */
    static String everything() {
        return nodes(UI.getCurrent().getElement())
                .map(element -> element.isTextNode()
                        ? element.getText()
                        : Stream.concat(
                                        element.getPropertyNames().map(name -> name + "=" + element.getProperty(name)),
                                        element.getAttributeNames()
                                                .map(name -> name + "=" + element.getAttribute(name)))
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
    }

    static Stream<Element> elements() {
        return elements(UI.getCurrent().getElement());
    }

    static Stream<Element> elements(Element element) {
        return nodes(element).filter(node -> !node.isTextNode());
    }

    /** What is told as HTML is read as a browser does. */
    private static Stream<Element> nodes(Element element) {
        String html = element.isTextNode() ? "" : element.getProperty("innerHTML", "");
        Stream<Element> told = html.isEmpty()
                ? element.getChildren()
                : Jsoup.parseBodyFragment(html).body().childNodes().stream()
                        .flatMap(node -> ElementUtil.fromJsoup(node).stream());
        return Stream.concat(Stream.of(element), told.flatMap(QuizPage::nodes));
    }
}
