package org.collegium.shared.ui;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Remembers a language in the browser and goes back to the page one came from. */
@Controller
class ChoosingLanguage {

    private final Preferences preferences;

    ChoosingLanguage(Preferences preferences) {
        this.preferences = preferences;
    }

    @GetMapping("/language")
    ResponseEntity<Void> choose(
            @RequestParam String to,
            @RequestHeader(name = HttpHeaders.REFERER, required = false) @Nullable String from) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(HttpStatus.SEE_OTHER).location(pathOf(from));
        Locale language = Locale.forLanguageTag(to);
        if (preferences.speaks(language)) {
            answer.header(
                    HttpHeaders.SET_COOKIE,
                    ResponseCookie.from(Preferences.LANGUAGE, language.toLanguageTag())
                            .path("/")
                            .sameSite("Lax")
                            .maxAge(Duration.ofDays(365))
                            .build()
                            .toString());
        }
        return answer.build();
    }

    /** Only the path and query of the page one came from, so that nobody is sent elsewhere. */
    private static URI pathOf(@Nullable String from) {
        try {
            URI page = URI.create(from == null ? "/" : from);
            String path = page.getRawPath();
            if (path == null || !path.startsWith("/") || path.startsWith("//")) {
                return URI.create("/");
            }
            return URI.create(page.getRawQuery() == null ? path : path + "?" + page.getRawQuery());
        } catch (IllegalArgumentException unreadable) {
            return URI.create("/");
        }
    }
}
