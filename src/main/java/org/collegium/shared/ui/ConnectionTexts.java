package org.collegium.shared.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.SystemMessages;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What Vaadin itself says when the platform cannot be reached or a view cannot go on, in our words and colours. */
@Component
class ConnectionTexts {

    private final MessageSource messages;

    ConnectionTexts(MessageSource messages) {
        this.messages = messages;
    }

    /** In the language of the view; called when that is settled. */
    void describe(UI ui) {
        ui.getLoadingIndicatorConfiguration().setApplyDefaultTheme(false);
        ui.getReconnectDialogConfiguration().setDialogText(text("shared.connection.lost", ui.getLocale()));
        // Also what is said as soon as the browser knows that it is offline, long before Vaadin gives up.
        ui.getReconnectDialogConfiguration().setDialogTextGaveUp(text("shared.connection.offline", ui.getLocale()));
    }

    SystemMessages of(Locale locale) {
        CustomizedSystemMessages texts = new CustomizedSystemMessages();
        texts.setInternalErrorCaption(text("shared.error.500.title", locale));
        texts.setInternalErrorMessage(text("shared.connection.failed", locale));
        texts.setSyncErrorCaption(text("shared.error.500.title", locale));
        texts.setSyncErrorMessage(text("shared.connection.failed", locale));
        texts.setCookiesDisabledNotificationEnabled(true);
        texts.setCookiesDisabledCaption(text("shared.connection.cookies.title", locale));
        texts.setCookiesDisabledMessage(text("shared.connection.cookies.text", locale));
        return texts;
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
