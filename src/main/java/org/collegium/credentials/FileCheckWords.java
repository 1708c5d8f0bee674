package org.collegium.credentials;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.collegium.shared.messages.Messages;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What {@code frontend/verify} says of a file that it checks in the browser, in the language of the page. */
@Component
class FileCheckWords {

    private static final List<String> WORDS = List.of(
            "checking",
            "file",
            "steps",
            "verdict.valid",
            "verdict.revocation",
            "verdict.suspension",
            "verdict.expired",
            "verdict.changed",
            "verdict.stranger",
            "verdict.bad",
            "verdict.undecided",
            "valid.text",
            "only-this",
            "who",
            "what",
            "by",
            "when",
            "step.issuer",
            "step.signature",
            "step.dates",
            "step.status",
            "issuer",
            "signature",
            "no-expiry",
            "until",
            "stands",
            "no-status",
            "nothing",
            "nothing-inside",
            "several",
            "large",
            "kind",
            "unsigned",
            "words",
            "changed",
            "key-of-others",
            "key-given-up",
            "stranger",
            "elsewhere",
            "not-yet",
            "expired",
            "revocation",
            "suspension",
            "other-status",
            "list",
            "list-old",
            "unreachable",
            "endorsements",
            "endorsement",
            "endorsement.not",
            "endorsement.other",
            "endorsements.some",
            "parts",
            "parts.text",
            "parts.title",
            "part",
            "verdict.parts",
            "compare",
            "compare.hint",
            "compare.none",
            "compare.same",
            "compare.found",
            "compare.place",
            "compare.file",
            "compare.issued",
            "compare.absent",
            "place.holder",
            "place.course",
            "place.issuer",
            "place.key",
            "place.from",
            "place.until",
            "place.result",
            "place.evidence",
            "place.status");

    private static final String KEYS = "credentials.file.";

    private final Messages messages;
    private final Map<String, String> byLanguage = new ConcurrentHashMap<>();

    FileCheckWords(Messages messages) {
        this.messages = messages;
    }

    /** As a JSON object: each word by the end of its key, with places such as {@code {0}} still in it. */
    String in(Locale language) {
        return byLanguage.computeIfAbsent(language.getLanguage(), any -> written(language));
    }

    private String written(Locale language) {
        Map<String, String> words = new LinkedHashMap<>();
        WORDS.forEach(word -> words.put(word, messages.getMessage(KEYS + word, null, language)));
        return JsonMapper.shared().writeValueAsString(words);
    }
}
