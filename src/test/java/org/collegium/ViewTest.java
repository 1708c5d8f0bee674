package org.collegium;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Opens views and does in them what people do, by the words that they see. */
public abstract class ViewTest extends SpringBrowserlessTest {

    /** Opens an address of the platform, with what stands behind its question mark. */
    protected static void go(String address) {
        String[] parts = address.split("\\?", 2);
        UI.getCurrent()
                .navigate(
                        parts[0].startsWith("/") ? parts[0].substring(1) : parts[0],
                        parts.length == 1 ? QueryParameters.empty() : QueryParameters.fromString(parts[1]));
    }

    /** All text that is shown, also in dialogs, a line for each component. */
    protected final String page() {
        return Stream.concat(
                        find(Component.class).all().stream()
                                .map(component -> component.getElement().getText()),
                        markup().map(Element::wholeText))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n"));
    }

    /** What is written as text and has no components. */
    private Stream<Element> markup() {
        return find(Component.class).all().stream()
                .map(component -> component.getElement().getProperty("innerHTML"))
                .filter(Objects::nonNull)
                .map(html -> Jsoup.parseBodyFragment(html).body());
    }

    protected final String heading() {
        return find(H1.class).single().getText();
    }

    /** Where the links of the page lead. */
    protected final List<String> links() {
        return Stream.concat(
                        find(Anchor.class).all().stream().map(Anchor::getHref),
                        markup().flatMap(html -> html.select("a[href]").eachAttr("href").stream()))
                .toList();
    }

    /** The first button of this name. */
    protected final Button button(String name) {
        return named(find(Button.class).all().stream(), name).getFirst();
    }

    /** Presses the first button of this name. */
    protected final void press(String name) {
        press(buttons(name).getFirst());
    }

    /** Presses the last button of this name: that of the dialog in front, where the page has one, too. */
    protected final void pressInFront(String name) {
        press(buttons(name).getLast());
    }

    private List<Component> buttons(String name) {
        return named(Stream.concat(find(Button.class).all().stream(), find(NativeButton.class).all().stream()), name);
    }

    private <T extends Component> List<T> named(Stream<T> buttons, String name) {
        List<T> found = buttons.filter(button -> isNamed(button, name)).toList();
        if (found.isEmpty()) {
            throw new AssertionError("No button " + name + " in: " + page());
        }
        return found;
    }

    private static boolean isNamed(Component button, String name) {
        return button.getElement().getTextRecursively().strip().equals(name)
                || name.equals(button.getElement().getAttribute("aria-label"));
    }

    private void press(Component button) {
        if (button instanceof Button vaadin) {
            test(vaadin).click();
        } else {
            test((NativeButton) button).click();
        }
    }

    /** The first field of this label. */
    protected final <T extends Component & HasLabel> T field(Class<T> type, String label) {
        return find(type).all().stream()
                .filter(field -> label.equals(field.getLabel()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No field " + label + " in: " + page()));
    }
}
