package org.collegium.credentials.keys;

import java.security.InvalidKeyException;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.collegium.credentials.proof.PrivateKey;
import org.collegium.shared.MasterKey;
import org.collegium.shared.RetriedTransactions;
import org.collegium.shared.Unguarded;
import org.collegium.shared.Uuids;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Signs for an issuer, and notes each time that it did. The first time, it makes the key. */
@Component
@Unguarded("called when a certificate is issued by somebody who may, and by jobs")
public class Signing {

    private final KeyRows keys;
    private final MasterKey master;
    private final RetriedTransactions transactions;
    private final TransactionTemplate apart;
    private final Clock clock;

    Signing(
            KeyRows keys,
            MasterKey master,
            RetriedTransactions transactions,
            PlatformTransactionManager manager,
            Clock clock) {
        this.keys = keys;
        this.master = master;
        this.transactions = transactions;
        this.apart = new TransactionTemplate(manager);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** A key for the time of one signature. */
    public record Pen(IssuerKey key, PrivateKey privateKey) {}

    /**
     * Lets the key of an issuer sign, as part of the current transaction.
     *
     * @param subject what is signed, for the record of what was done with the key
     */
    public <T> T sign(Issuer issuer, KeyDeed.Kind kind, UUID subject, Function<Pen, T> work) {
        return transactions.run(() -> {
            KeyRows.Sealed sealed = active(issuer);
            T signed = work.apply(new Pen(sealed.key(), opened(sealed)));
            keys.note(sealed.key(), kind, subject, clock.instant(), null);
            return signed;
        });
    }

    /** The key that signs for an issuer, made now if there is none. */
    public IssuerKey current(Issuer issuer) {
        return active(issuer).key();
    }

    /** Whose key that is, and what became of it. */
    public Optional<IssuerKey> find(UUID key) {
        return keys.find(key);
    }

    private KeyRows.Sealed active(Issuer issuer) {
        return keys.active(issuer).orElseGet(() -> made(issuer));
    }

    /** In a transaction of its own: a key that is made is there for everybody at once, whatever it was made for. */
    private KeyRows.Sealed made(Issuer issuer) {
        return apart(() -> insert(issuer))
                // Somebody else was first; a new transaction sees that key.
                .or(() -> apart(() -> keys.active(issuer)))
                .orElseThrow(
                        () -> new IllegalStateException("The key of " + issuer + " can be neither made nor found"));
    }

    private Optional<KeyRows.Sealed> insert(Issuer issuer) {
        PrivateKey fresh = PrivateKey.make();
        IssuerKey key = new IssuerKey(
                Uuids.next(), issuer, fresh.publicKey(), false, IssuerKey.State.ACTIVE, clock.instant(), null, null);
        KeyRows.Sealed sealed = KeyRows.Sealed.of(key, master.encrypt(key.id(), fresh.seed()), master.name());
        if (!keys.insert(key, sealed.bytes(), sealed.masterKey())) {
            return Optional.empty();
        }
        keys.note(key, KeyDeed.Kind.MADE, null, key.madeAt(), null);
        return Optional.of(sealed);
    }

    private Optional<KeyRows.Sealed> apart(Supplier<Optional<KeyRows.Sealed>> work) {
        return Objects.requireNonNull(apart.execute(status -> work.get()));
    }

    private PrivateKey opened(KeyRows.Sealed sealed) {
        try {
            return PrivateKey.ofSeed(master.decrypt(sealed.key().id(), sealed.bytes(), sealed.masterKey()));
        } catch (InvalidKeyException broken) {
            throw new IllegalStateException("The key " + sealed.key().id() + " is broken", broken);
        }
    }
}
