package org.collegium.identity.domain;

import java.util.HashMap;
import java.util.Map;
import org.collegium.identity.AccountMailDue;
import org.collegium.identity.domain.AccountTokens.Purpose;
import org.collegium.shared.EmailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes to people about their accounts, with links that only they can use. */
@Component
class AccountLinks {

    private final AccountTokens tokens;
    private final ApplicationEventPublisher events;
    private final String address;

    AccountLinks(
            AccountTokens tokens, ApplicationEventPublisher events, @Value("${collegium.address}") String address) {
        this.tokens = tokens;
        this.events = events;
        this.address = address;
    }

    void confirmAddress(Account account) {
        send(account, account.email(), "identity-confirm", link(account, "/confirm/", Purpose.CONFIRM, null));
    }

    void resetPassword(Account account) {
        send(account, account.email(), "identity-reset", link(account, "/reset/", Purpose.RESET, null));
    }

    void confirmNewAddress(Account account, EmailAddress address) {
        send(
                account,
                address,
                "identity-new-address",
                link(account, "/confirm-address/", Purpose.CHANGE_EMAIL, address.value()));
    }

    /** Tells the old address that the account has moved. */
    void addressChanged(Account account, EmailAddress before) {
        send(
                account,
                before,
                "identity-address-changed",
                Map.of("newAddress", account.email().value()));
    }

    void passwordChanged(Account account) {
        send(account, account.email(), "identity-password-changed", Map.of("link", address + "/forgot"));
    }

    private Map<String, Object> link(Account account, String path, Purpose purpose, @Nullable String detail) {
        return Map.of(
                "link",
                address + path + tokens.issue(account.id(), purpose, detail),
                "hours",
                purpose.validity().toHours());
    }

    private void send(Account account, EmailAddress to, String template, Map<String, Object> arguments) {
        Map<String, Object> all = new HashMap<>(arguments);
        all.put("name", account.name());
        events.publishEvent(new AccountMailDue(account.id(), to, account.locale(), template, all));
    }
}
