package org.collegium.shared.messages;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Gives Vaadin views the texts of {@link Messages}; an unknown key is shown as {@code !{key}!}. */
@Component
class ViewMessages implements I18NProvider {

    private final transient Messages messages;

    ViewMessages(Messages messages) {
        this.messages = messages;
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return messages.languages();
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... arguments) {
        String fallback = "!{" + key + "}!";
        String text = messages.getMessage(key, arguments, fallback, locale);
        return text == null ? fallback : text;
    }
}
