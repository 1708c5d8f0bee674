package org.collegium.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;

/** Short messages at the foot of the page about what has just happened. Texts are given translated. */
public final class Toasts {

    private static final int SHORT = 5_000;
    private static final int WITH_UNDO = 10_000;

    private Toasts() {}

    /** Says that something is done. */
    public static void show(String text) {
        Notification toast = toast(text, Glyph.CHECK);
        toast.setDuration(SHORT);
        toast.open();
    }

    /** Says that something went wrong; stays until it is closed and interrupts screen readers. */
    public static void problem(String text) {
        Notification toast = toast(text, Glyph.TRIANGLE_ALERT);
        toast.addClassName("c-toast-problem");
        toast.setAssertive(true);
        toast.setDuration(0);
        Button close = new Button(UI.getCurrent().getTranslation("shared.close"), click -> toast.close());
        close.addThemeVariants(ButtonVariant.TERTIARY);
        body(toast).add(close);
        toast.open();
    }

    /** Says that something is done and offers to take it back for ten seconds. */
    public static void withUndo(String text, Runnable undo) {
        undoable(text, undo).open();
    }

    /** The same as long as the page is shown on which it can be taken back. */
    public static void withUndoOn(Component page, String text, Runnable undo) {
        Notification toast = undoable(text, undo);
        page.addDetachListener(gone -> {
            gone.unregisterListener();
            toast.close();
        });
        toast.open();
    }

    private static Notification undoable(String text, Runnable undo) {
        Notification toast = toast(text, Glyph.CHECK);
        toast.setDuration(WITH_UNDO);
        Button button = new Button(UI.getCurrent().getTranslation("shared.undo"), Glyph.UNDO_2.create(), click -> {
            toast.close();
            undo.run();
        });
        button.addThemeVariants(ButtonVariant.TERTIARY);
        body(toast).add(button);
        return toast;
    }

    private static Notification toast(String text, Glyph glyph) {
        Div body = new Div(glyph.create(), new Span(text));
        body.addClassName("c-toast");
        Notification toast = new Notification(body);
        toast.setPosition(Position.BOTTOM_CENTER);
        return toast;
    }

    private static Div body(Notification toast) {
        return (Div) toast.getChildren().findFirst().orElseThrow();
    }
}
