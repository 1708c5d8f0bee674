package org.collegium.messaging.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.collegium.identity.PublicAddresses;
import org.collegium.messaging.MailListItem;
import org.collegium.messaging.SentMails;
import org.collegium.shared.ThisMachine;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The mails that were written, to read on the machine of a demonstration. */
@Controller
@ConditionalOnProperty("collegium.demonstration")
class MailsPage {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s/]+/\\S*[\\w/-]");

    private final SentMails mails;

    MailsPage(SentMails mails) {
        this.mails = mails;
    }

    @GetMapping("/mails")
    String list(HttpServletRequest request, Model model, Locale locale) {
        mustBeLocal(request);
        model.addAttribute(
                "time",
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
                        .withLocale(locale)
                        .withZone(ZoneOffset.UTC));
        model.addAttribute("mails", mails.latest().stream().map(ShownMail::of).toList());
        return "messaging/mails";
    }

    /** The HTML form of a mail, for a frame; it runs nothing and loads nothing. */
    @GetMapping("/mails/{id}")
    ResponseEntity<byte[]> show(@PathVariable UUID id, HttpServletRequest request) {
        mustBeLocal(request);
        String html = mails.find(id)
                .map(MailListItem::html)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_HTML)
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self'")
                .header("X-Frame-Options", "SAMEORIGIN")
                .body(html.getBytes(StandardCharsets.UTF_8));
    }

    private static void mustBeLocal(HttpServletRequest request) {
        if (!ThisMachine.asksByItsName(request)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    /** A mail with the links of its text; the bare address of the platform is none. */
    record ShownMail(MailListItem mail, List<String> links) {

        static ShownMail of(MailListItem mail) {
            String text = mail.text();
            Matcher matcher = LINK.matcher(text == null ? "" : text);
            return new ShownMail(
                    mail,
                    matcher.results().map(result -> result.group()).distinct().toList());
        }
    }

    /** Lets strangers reach it, who have no account yet. */
    @Configuration
    @ConditionalOnProperty("collegium.demonstration")
    static class Address {

        @Bean
        PublicAddresses mailsAddress() {
            return PublicAddresses.of("/mails", "/mails/*");
        }
    }
}
