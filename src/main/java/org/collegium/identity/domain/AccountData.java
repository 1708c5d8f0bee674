package org.collegium.identity.domain;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.collegium.identity.AccountId;
import org.collegium.identity.PersonalDataExport;
import org.collegium.identity.domain.Account.Consent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What identity keeps about a person. Its rows go with the account by foreign key. */
@Component
class AccountData implements PersonalDataExport {

    private final AccountRepository accounts;

    AccountData(AccountRepository accounts) {
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return "account";
    }

    @Override
    public Set<String> tables() {
        return Set.of("account_role", "account_consent", "account_token");
    }

    @Override
    public Object dataOf(AccountId account) {
        return accounts.findById(account).map(AccountData::exported).stream().toList();
    }

    private static Exported exported(Account account) {
        return new Exported(
                account.name(),
                account.email().value(),
                account.locale().toLanguageTag(),
                account.createdAt(),
                account.confirmedAt(),
                account.roles().stream().map(Enum::name).sorted().toList(),
                List.copyOf(account.consents()));
    }

    record Exported(
            String name,
            String email,
            String language,
            Instant registeredAt,
            @Nullable Instant confirmedAt,
            List<String> roles,
            List<Consent> consents) {}
}
