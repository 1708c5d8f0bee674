package org.collegium.identity;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.collegium.shared.EmailAddress;
import org.jspecify.annotations.Nullable;

/** A person's account: how they sign in, what they are called, what they are on the platform. */
@Entity
@Table(name = "account")
class Account {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private AccountId id;

    @Version
    private int version;

    private String email;
    private String name;
    private String locale;
    private @Nullable String passwordHash;
    private Instant createdAt;
    private @Nullable Instant confirmedAt;
    private int sessionEpoch;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "account_role", joinColumns = @JoinColumn(name = "account_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles = EnumSet.noneOf(Role.class);

    @SuppressWarnings("NullAway.Init")
    protected Account() {}

    private Account(AccountId id, EmailAddress email, String name, String locale, Instant now) {
        this.id = id;
        this.email = email.value();
        this.name = name;
        this.locale = locale;
        this.createdAt = now;
        this.roles.add(Role.LEARNER);
    }

    static Account register(EmailAddress email, String name, String locale, Instant now) {
        return new Account(AccountId.next(), email, name, locale, now);
    }

    void protectBy(String hash) {
        passwordHash = hash;
    }

    void confirm(Instant now) {
        if (confirmedAt == null) {
            confirmedAt = now;
        }
    }

    void appoint(Role role) {
        roles.add(role);
    }

    void signOutEverywhere() {
        sessionEpoch++;
    }

    AccountId id() {
        return id;
    }

    String email() {
        return email;
    }

    String name() {
        return name;
    }

    String locale() {
        return locale;
    }

    @Nullable
    String passwordHash() {
        return passwordHash;
    }

    Instant createdAt() {
        return createdAt;
    }

    boolean confirmed() {
        return confirmedAt != null;
    }

    int sessionEpoch() {
        return sessionEpoch;
    }

    Set<Role> roles() {
        return Set.copyOf(roles);
    }
}
