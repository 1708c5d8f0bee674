package org.collegium.identity.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.collegium.identity.AccountId;
import org.collegium.identity.RolesChanged;
import org.collegium.identity.SessionsEnded;
import org.collegium.identity.domain.Account;
import org.collegium.identity.domain.AccountRepository;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The epochs of accounts, asked for with every request of a signed-in person: remembered for two seconds, forgotten at
 * once on the node where they change.
 */
@Component
class SessionStates {

    private static final Duration REMEMBERED = Duration.ofSeconds(2);
    private static final int MOST = 100_000;

    private final Cache<AccountId, Optional<State>> states =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(MOST).build();
    private final JdbcClient jdbc;
    private final AccountRepository accounts;

    SessionStates(JdbcClient jdbc, AccountRepository accounts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    /** The epochs of an account, empty when it is gone; at most one query. */
    Optional<State> of(AccountId account) {
        return Objects.requireNonNull(states.get(account, this::read));
    }

    /** In the transaction that changes rights, so that every node sees it. */
    @EventListener
    void on(RolesChanged event) {
        accounts.findById(event.account()).ifPresent(Account::reviewRights);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMPLETION, fallbackExecution = true)
    void forget(RolesChanged event) {
        states.invalidate(event.account());
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMPLETION, fallbackExecution = true)
    void forget(SessionsEnded event) {
        states.invalidate(event.account());
    }

    private Optional<State> read(AccountId account) {
        return jdbc.sql("select session_epoch, rights_epoch from account where id = ?")
                .param(account.toString())
                .query((row, number) -> new State(row.getInt("session_epoch"), row.getInt("rights_epoch")))
                .optional();
    }

    record State(int sessionEpoch, int rightsEpoch) {}
}
