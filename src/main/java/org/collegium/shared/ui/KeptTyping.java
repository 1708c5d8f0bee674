package org.collegium.shared.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.server.VaadinRequest;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Keeps in the browser's tab what is typed into the fields of text of a form until it is saved, so that the end of a session or a
 * restart of the platform loses nothing of it. The browser's part is frontend/site/kept.ts.
 */
public final class KeptTyping {

    private static final String READ =
            "try { return JSON.parse(sessionStorage.getItem('collegium-kept:' + $0) ?? '{}') } catch { return {} }";
    private static final String FORGET = "try { sessionStorage.removeItem('collegium-kept:' + $0) } catch { return }";

    private final HasComponents form;
    private final String place;
    private final Map<String, AbstractField<?, String>> fields = new LinkedHashMap<>();

    /**
     * @param form what is around the fields; at its beginning it says that something came back
     * @param place what the form is about, such as {@code details/} and the id of a course
     */
    public <F extends Component & HasComponents> KeptTyping(F form, String place) {
        this.form = form;
        this.place = person() + "/" + place;
        form.getElement().setAttribute("data-kept-at", this.place);
        form.addAttachListener(
                attached -> form.getElement().executeJs(READ, this.place).then(this::bringBack));
    }

    /** @param name of the field within the form; fields come back in the order in which they were given */
    public KeptTyping with(String name, AbstractField<?, String> field) {
        field.getElement().setAttribute("data-kept-as", name);
        fields.put(name, field);
        return this;
    }

    /** After it was saved, or given up on purpose. */
    public void forget() {
        UI.getCurrent().getPage().executeJs(FORGET, place);
    }

    private void bringBack(JsonNode kept) {
        Map<String, String> before = new LinkedHashMap<>();
        fields.forEach((name, field) -> {
            JsonNode typed = kept.path(name);
            if (typed.isString() && !typed.stringValue().equals(field.getValue())) {
                before.put(name, field.getValue());
                field.setValue(typed.stringValue());
            }
        });
        if (!before.isEmpty()) {
            form.addComponentAsFirst(notice(before));
        }
    }

    private Component notice(Map<String, String> before) {
        UI ui = UI.getCurrent();
        Div notice = new Div();
        notice.addClassNames("c-notice", "c-notice-waiting", "c-kept");
        notice.getElement().setAttribute("role", "status");
        Button discard = new Button(ui.getTranslation("shared.kept.discard"), Glyph.UNDO_2.create(), click -> {
            fields.forEach((name, field) -> {
                if (field instanceof HasValidationProperties judged) {
                    judged.setInvalid(false);
                }
                field.setValue(before.getOrDefault(name, field.getValue()));
            });
            forget();
            notice.removeFromParent();
        });
        discard.addThemeVariants(ButtonVariant.TERTIARY);
        notice.add(new Span(ui.getTranslation("shared.kept")), discard);
        return notice;
    }

    /** Whoever signs in next in the same tab finds their own. */
    private static String person() {
        return Optional.ofNullable(VaadinRequest.getCurrent())
                .map(VaadinRequest::getUserPrincipal)
                .map(Principal::getName)
                .orElse("");
    }
}
