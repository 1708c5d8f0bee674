package org.collegium.courses.ui;

import java.util.Locale;
import java.util.Objects;
import org.collegium.shared.messages.Messages;
import org.collegium.source.ImportFault;
import org.springframework.stereotype.Component;

/** What faults say, in the language of the person; in English where there is no text by key. */
@Component("studioFaultTexts")
public class FaultTexts {

    private final Messages messages;

    FaultTexts(Messages messages) {
        this.messages = messages;
    }

    String reason(ImportFault fault, Locale locale) {
        return text(fault, "reason", fault.reason(), locale);
    }

    String remedy(ImportFault fault, Locale locale) {
        return text(fault, "remedy", fault.remedy(), locale);
    }

    private String text(ImportFault fault, String part, String english, Locale locale) {
        String key = "import." + fault.code() + "." + part;
        return messages.knows(key)
                ? Objects.requireNonNullElse(
                        messages.getMessage(key, fault.arguments().toArray(), english, locale), english)
                : english;
    }
}
