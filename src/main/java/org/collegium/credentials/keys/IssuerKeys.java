package org.collegium.credentials.keys;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.collegium.credentials.CredentialsPermissions;
import org.collegium.credentials.proof.PrivateKey;
import org.collegium.credentials.proof.PublicKey;
import org.collegium.identity.Access;
import org.collegium.identity.AccountId;
import org.collegium.identity.AccountReference;
import org.collegium.identity.Accounts;
import org.collegium.identity.IdentityPermissions;
import org.collegium.identity.SystemActor;
import org.collegium.shared.MasterKey;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.Uuids;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The keys of an issuer: seen, changed for new ones, brought, given up. Nothing ever gives a private one away. */
@Service
public class IssuerKeys {

    private static final String MAY = "@access.mayFor('" + CredentialsPermissions.KEYS + "', #issuer.id())";
    private static final int LONGEST_REASON = 500;

    private final KeyRows keys;
    private final MasterKey master;
    private final Access access;
    private final Accounts accounts;
    private final SystemActor system;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    IssuerKeys(
            KeyRows keys,
            MasterKey master,
            Access access,
            Accounts accounts,
            SystemActor system,
            ApplicationEventPublisher events,
            Clock clock) {
        this.keys = keys;
        this.master = master;
        this.access = access;
        this.accounts = accounts;
        this.system = system;
        this.events = events;
        this.clock = clock;
    }

    /** All that an issuer ever signed with, the newest first, for everybody who verifies; one query. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public List<IssuerKey> published(Issuer issuer) {
        return keys.of(issuer);
    }

    /** Those of all issuers that are vouched for, by issuer, for whoever knows an issuer by its key alone; one query. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public List<IssuerKey> vouched() {
        return keys.vouched();
    }

    /** Whose key that is, and what became of it, for everybody who verifies; empty for one that is not known here. One query. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public Optional<IssuerKey> find(PublicKey key) {
        return keys.find(key);
    }

    /** What was done with the keys of an issuer, the latest first; one query. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public List<KeyDeed> deeds(Issuer issuer, PageRequest page) {
        return keys.deeds(issuer, page);
    }

    /** Those of these people that there are, by name; a query each, and few people have to do with keys. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public Map<AccountId, String> names(Issuer issuer, Collection<AccountId> people) {
        return system.call(
                Set.of(IdentityPermissions.PEOPLE),
                () -> people.stream()
                        .distinct()
                        .flatMap(person -> accounts.find(person).stream())
                        .collect(Collectors.toMap(AccountReference::id, AccountReference::name)));
    }

    /** How many {@link #deeds} has; one query. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public int countDeeds(Issuer issuer) {
        return keys.countDeeds(issuer);
    }

    /** Makes a new key, which signs from now on; the one before stays published, so that what it signed stays valid. */
    @PreAuthorize(MAY)
    @Transactional
    public IssuerKey rotate(Issuer issuer) {
        return change(issuer, PrivateKey.make(), KeyDeed.Kind.MADE);
    }

    /**
     * As {@link #rotate}, with a key that was made elsewhere.
     *
     * @param text PKCS#8 in PEM, or a JSON Web Key, of Ed25519
     * @throws RuleViolation when it is something else, or a key that is known here
     */
    @PreAuthorize(MAY)
    @Transactional
    public IssuerKey bring(Issuer issuer, String text) {
        PrivateKey brought = BroughtKey.read(text);
        if (keys.find(brought.publicKey()).isPresent()) {
            throw new RuleViolation("credentials.keys.brought.known");
        }
        return change(issuer, brought, KeyDeed.Kind.BROUGHT);
    }

    /**
     * Destroys the private half of a key that signs no more; what it signed stays valid.
     *
     * @throws RuleViolation when the key still signs, or its private half is destroyed already
     */
    @PreAuthorize(MAY)
    @Transactional
    public void retire(Issuer issuer, UUID key) {
        IssuerKey known = existing(issuer, key);
        if (!keys.retire(key)) {
            throw new RuleViolation("credentials.keys.not-rotated");
        }
        keys.note(known, KeyDeed.Kind.RETIRED, null, clock.instant(), access.actor());
    }

    /**
     * Declares that others may have a key. It signs no more, what is signed with it from that time on is not trusted, and
     * what the platform itself signed is signed anew in the background.
     *
     * @param from since when, not in the future
     * @param reason 1 to 500 characters, public
     * @throws RuleViolation when the reason or the time cannot be, or it is declared already
     */
    @PreAuthorize(MAY)
    @Transactional
    public void compromised(Issuer issuer, UUID key, Instant from, String reason) {
        String said = reason.strip();
        if (said.isEmpty() || said.length() > LONGEST_REASON) {
            throw new RuleViolation("credentials.reason.length", said.length());
        }
        if (from.isAfter(clock.instant())) {
            throw new RuleViolation("credentials.keys.from-future");
        }
        IssuerKey known = existing(issuer, key);
        if (!keys.compromise(key, from, said)) {
            throw new RuleViolation("credentials.keys.compromised-already");
        }
        keys.note(known, KeyDeed.Kind.COMPROMISED, null, clock.instant(), access.actor());
        if (known.state() == IssuerKey.State.ACTIVE) {
            insert(issuer, PrivateKey.make(), KeyDeed.Kind.MADE);
        }
        events.publishEvent(new KeyCompromised(key, issuer, from));
    }

    private IssuerKey change(Issuer issuer, PrivateKey fresh, KeyDeed.Kind kind) {
        keys.rotate(issuer)
                .flatMap(before -> keys.find(issuer, before))
                .ifPresent(before -> keys.note(before, KeyDeed.Kind.ROTATED, null, clock.instant(), access.actor()));
        return insert(issuer, fresh, kind);
    }

    private IssuerKey insert(Issuer issuer, PrivateKey fresh, KeyDeed.Kind kind) {
        boolean brought = kind == KeyDeed.Kind.BROUGHT;
        IssuerKey key = new IssuerKey(
                Uuids.next(), issuer, fresh.publicKey(), brought, IssuerKey.State.ACTIVE, clock.instant(), null, null);
        if (!keys.insert(key, master.encrypt(key.id(), fresh.seed()), master.name())) {
            throw new RuleViolation("credentials.keys.changed-meanwhile");
        }
        keys.note(key, kind, null, key.madeAt(), access.actor());
        return key;
    }

    private IssuerKey existing(Issuer issuer, UUID key) {
        return keys.find(issuer, key).orElseThrow(() -> new RuleViolation("credentials.keys.unknown"));
    }
}
