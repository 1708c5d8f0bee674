package org.collegium.credentials.ui;

import com.vaadin.flow.component.html.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.collegium.credentials.keys.Issuer;
import org.collegium.credentials.keys.IssuerKeys;
import org.collegium.credentials.keys.KeyDeed;
import org.collegium.identity.AccountId;
import org.collegium.shared.PageRequest;

/** What was done with the keys of an issuer, and by whom. */
class KeyDeeds extends NamedTable {

    KeyDeeds(IssuerKeys keys, Issuer issuer, PageRequest page) {
        super("credentials.keys.column.", List.of("when", "deed", "key", "by"));
        List<KeyDeed> deeds = keys.deeds(issuer, page);
        Map<AccountId, String> people = keys.names(
                issuer, deeds.stream().map(KeyDeed::by).filter(Objects::nonNull).toList());
        Map<Object, String> shown = new HashMap<>();
        keys.published(issuer).forEach(key -> shown.put(key.id(), KeysView.shortened(key)));
        for (KeyDeed deed : deeds) {
            AccountId by = deed.by();
            Span key = new Span(shown.getOrDefault(deed.key(), "–"));
            key.addClassName("verify-code");
            row(
                    Words.moment(deed.at(), getLocale()),
                    new Span(getTranslation("credentials.keys.deed." + deed.kind())),
                    key,
                    new Span(by == null ? getTranslation("credentials.keys.platform") : people.getOrDefault(by, "–")));
        }
    }
}
