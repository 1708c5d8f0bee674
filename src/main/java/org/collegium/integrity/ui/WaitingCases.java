package org.collegium.integrity.ui;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.collegium.identity.Access;
import org.collegium.identity.AccountId;
import org.collegium.integrity.IntegrityNavigation;
import org.collegium.integrity.cases.CaseOpened;
import org.collegium.integrity.cases.OwnCases;
import org.collegium.shared.ui.FrameNotice;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Says on every page that a case waits for what one has to say; it is looked up once a minute for each person. */
@Component
class WaitingCases implements FrameNotice {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MOST = 20_000;

    private final Access access;
    private final OwnCases cases;
    private final Cache<AccountId, Optional<UUID>> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();

    WaitingCases(Access access, OwnCases cases) {
        this.access = access;
        this.cases = cases;
    }

    @Override
    public Optional<Notice> current() {
        return access.account()
                .flatMap(person -> known.get(person, cases::waiting))
                .map(id -> new Notice(
                        "integrity.waiting.text", "integrity.waiting.action", IntegrityNavigation.ownCase(id)));
    }

    /** On other nodes it is seen within the minute. */
    @TransactionalEventListener
    void on(CaseOpened opened) {
        opened.learners().forEach(this::forget);
    }

    /** Something has changed for this person. */
    void forget(AccountId person) {
        known.invalidate(person);
    }
}
