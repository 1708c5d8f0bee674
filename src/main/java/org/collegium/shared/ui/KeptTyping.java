package org.collegium.shared.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.server.VaadinRequest;
import java.security.Principal;
import java.time.DateTimeException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Keeps in the browser's tab what is typed and chosen in a form until it is saved, so that the end of a session or a restart of
 * the platform loses nothing of it. Text is kept by the browser as it is typed (frontend/site/kept.ts), everything else as soon
 * as the server hears of it.
 */
public final class KeptTyping {

    private static final Logger LOG = LoggerFactory.getLogger(KeptTyping.class);

    private static final String READ =
            "try { return JSON.parse(sessionStorage.getItem('collegium-kept:' + $0) ?? '{}') } catch { return {} }";
    private static final String KEEP =
            "try { const at = 'collegium-kept:' + $0; const all = JSON.parse(sessionStorage.getItem(at) ?? '{}');"
                    + " sessionStorage.setItem(at, JSON.stringify({ ...all, [$1]: $2 })) } catch { return }";
    private static final String FORGET = "try { sessionStorage.removeItem('collegium-kept:' + $0) } catch { return }";

    private final HasComponents form;
    private final Map<String, Kept> fields = new LinkedHashMap<>();
    private Div notice = new Div();
    private String place;

    /**
     * @param form what is around the fields; at its beginning it says that something came back
     * @param place what the form is about, such as {@code details/} and the id of a course
     */
    public <F extends Component & HasComponents> KeptTyping(F form, String place) {
        this.form = form;
        this.place = person() + "/" + place;
        form.getElement().setAttribute("data-kept-at", this.place);
        form.addAttachListener(attached -> read());
    }

    /** The form is about something else from now on; what was kept for that comes back. */
    public void move(String to) {
        place = person() + "/" + to;
        form.getElement().setAttribute("data-kept-at", place);
        read();
    }

    private void read() {
        form.getElement().executeJs(READ, place).then(this::bringBack);
    }

    /** @param name of the field within the form; fields come back in the order in which they were given */
    public KeptTyping with(String name, AbstractField<?, String> field) {
        field.getElement().setAttribute("data-kept-as", name);
        fields.put(name, kept(field, text -> text, text -> text));
        return this;
    }

    /**
     * The same for a field of another kind: a number, a time, a choice.
     *
     * @param read what {@link Object#toString} of a value gave; what it refuses is left out
     */
    public <T> KeptTyping with(String name, HasValue<?, T> field, Function<String, T> read) {
        return with(name, field, Object::toString, read);
    }

    /** The same for a field whose values are written in a way of its own. */
    public <T> KeptTyping with(String name, HasValue<?, T> field, Function<T, String> write, Function<String, T> read) {
        fields.put(name, kept(field, write, read));
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                keep(name);
            }
        });
        return this;
    }

    /** The same for something that is no field; whoever changes it says {@link #keep}. */
    public KeptTyping with(String name, Supplier<String> text, Consumer<String> put) {
        fields.put(name, new Kept(text, put));
        return this;
    }

    /** Keeps what this field holds now. */
    public void keep(String name) {
        Optional.ofNullable(fields.get(name))
                .ifPresent(field -> UI.getCurrent()
                        .getPage()
                        .executeJs(KEEP, place, name, field.text().get()));
    }

    /** After it was saved, or given up on purpose. */
    public void forget() {
        UI.getCurrent().getPage().executeJs(FORGET, place);
    }

    /** The button that closes a dialog and gives up what was typed in it. */
    public Button cancel(Dialog dialog) {
        return new Button(dialog.getTranslation("shared.cancel"), click -> {
            forget();
            dialog.close();
        });
    }

    private void bringBack(JsonNode kept) {
        Map<String, String> before = new LinkedHashMap<>();
        fields.forEach((name, field) -> {
            JsonNode typed = kept.path(name);
            String now = field.text().get();
            if (typed.isString() && !typed.stringValue().equals(now)) {
                field.put().accept(typed.stringValue());
                before.put(name, now);
            }
        });
        before.entrySet()
                .removeIf(field -> Objects.requireNonNull(fields.get(field.getKey()))
                        .text()
                        .get()
                        .equals(field.getValue()));
        notice.removeFromParent();
        if (!before.isEmpty()) {
            notice = notice(before);
            form.addComponentAsFirst(notice);
        }
    }

    private Div notice(Map<String, String> before) {
        UI ui = UI.getCurrent();
        Div told = new Div();
        told.addClassNames("c-notice", "c-notice-waiting", "c-kept");
        told.getElement().setAttribute("role", "status");
        Button discard = new Button(ui.getTranslation("shared.kept.discard"), Glyph.UNDO_2.create(), click -> {
            fields.forEach((name, field) ->
                    field.put().accept(before.getOrDefault(name, field.text().get())));
            forget();
            told.removeFromParent();
        });
        discard.addThemeVariants(ButtonVariant.TERTIARY);
        told.add(new Span(ui.getTranslation("shared.kept")), discard);
        return told;
    }

    /** What a field holds, as text, and a way to give it that; nothing is the empty text. */
    private record Kept(Supplier<String> text, Consumer<String> put) {}

    private static <T> Kept kept(HasValue<?, T> field, Function<T, String> write, Function<String, T> read) {
        return new Kept(() -> field.isEmpty() ? "" : write.apply(field.getValue()), text -> {
            if (field instanceof HasValidationProperties judged) {
                judged.setInvalid(false);
            }
            try {
                if (text.isEmpty()) {
                    field.clear();
                } else {
                    field.setValue(read.apply(text));
                }
            } catch (IllegalArgumentException | DateTimeException unreadable) {
                LOG.debug("What was kept is no longer among the choices", unreadable);
            }
        });
    }

    /** Whoever signs in next in the same tab finds their own. */
    private static String person() {
        return Optional.ofNullable(VaadinRequest.getCurrent())
                .map(VaadinRequest::getUserPrincipal)
                .map(Principal::getName)
                .orElse("");
    }
}
