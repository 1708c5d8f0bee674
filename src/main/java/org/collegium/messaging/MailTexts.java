package org.collegium.messaging;

import java.util.HashMap;
import java.util.Map;
import org.collegium.shared.messages.Messages;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Writes mails from their templates. */
@Component
class MailTexts {

    private final ITemplateEngine templates;
    private final Messages messages;
    private final String address;

    MailTexts(ITemplateEngine templates, Messages messages, @Value("${collegium.address}") String address) {
        this.templates = templates;
        this.messages = messages;
        this.address = address;
    }

    MailText write(MailMessage message) {
        String subject = subject(message);
        Map<String, Object> arguments = new HashMap<>(message.arguments());
        arguments.put("title", subject);
        arguments.put("address", address);
        arguments.put("language", message.locale().toLanguageTag());
        Context context = new Context(message.locale(), arguments);
        return new MailText(
                subject,
                tidy(templates.process("mail/" + message.template() + ".txt", context)),
                templates.process("mail/" + message.template(), context));
    }

    /** One line, whatever stands in the arguments. */
    private String subject(MailMessage message) {
        Object[] arguments = {message.arguments().getOrDefault("subject", "")};
        return messages.getMessage("mail." + message.template() + ".subject", arguments, message.locale())
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
    }

    /** Text templates leave empty lines where their instructions stood. */
    private static String tidy(String text) {
        return text.strip().replaceAll("[ \\t]+\\n", "\n").replaceAll("\\n{3,}", "\n\n") + "\n";
    }
}
