package org.collegium.identity.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.collegium.identity.AccountId;
import org.collegium.identity.AccountReference;
import org.collegium.identity.Role;
import org.collegium.shared.EmailAddress;
import org.collegium.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** A person's account: how they sign in, what they are called, what they are on the platform. */
@Entity
@Table(name = "account")
public class Account {

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
    private int rightsEpoch;

    @ElementCollection
    @CollectionTable(name = "account_role", joinColumns = @JoinColumn(name = "account_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles = EnumSet.noneOf(Role.class);

    @ElementCollection
    @CollectionTable(name = "account_consent", joinColumns = @JoinColumn(name = "account_id"))
    private Set<Consent> consents = new HashSet<>();

    @SuppressWarnings("NullAway.Init")
    protected Account() {}

    private Account(AccountId id, EmailAddress email, PersonName name, Locale locale, Instant now) {
        this.id = id;
        this.email = email.value();
        this.name = name.value();
        this.locale = locale.toLanguageTag();
        this.createdAt = now;
        this.roles.add(Role.LEARNER);
    }

    public static Account register(EmailAddress email, PersonName name, Locale locale, Instant now) {
        return new Account(AccountId.next(), email, name, locale, now);
    }

    /** Keeps that the person agreed to a document in this version. */
    public void agree(String document, String documentVersion, Instant now) {
        if (consents.stream().noneMatch(consent -> consent.is(document, documentVersion))) {
            consents.add(new Consent(document, documentVersion, now));
        }
    }

    public void protectBy(String hash) {
        passwordHash = hash;
    }

    /** Sets another password; whoever is signed in with the old one is signed out. */
    public void changePassword(String hash) {
        passwordHash = hash;
        sessionEpoch++;
    }

    public void confirm(Instant now) {
        if (confirmedAt == null) {
            confirmedAt = now;
            rightsEpoch++;
        }
    }

    public void rename(PersonName newName) {
        name = newName.value();
        rightsEpoch++;
    }

    public void speak(Locale language) {
        locale = language.toLanguageTag();
        rightsEpoch++;
    }

    /** Moves to an address that was shown to be the person's own. */
    public void moveTo(EmailAddress address, Instant now) {
        email = address.value();
        confirmedAt = now;
        rightsEpoch++;
    }

    public void appoint(Role role) {
        if (role.ofPartner()) {
            throw new RuleViolation("identity.role.of-partner", role);
        }
        if (roles.add(role)) {
            rightsEpoch++;
        }
    }

    public void dismiss(Role role) {
        if (roles.remove(role)) {
            rightsEpoch++;
        }
    }

    /** Makes open sessions read again what the person may do. */
    public void reviewRights() {
        rightsEpoch++;
    }

    public void signOutEverywhere() {
        sessionEpoch++;
    }

    public AccountReference reference() {
        return new AccountReference(id, name, email, confirmedAt != null, Locale.forLanguageTag(locale));
    }

    public AccountId id() {
        return id;
    }

    public EmailAddress email() {
        return new EmailAddress(email);
    }

    public String name() {
        return name;
    }

    public Locale locale() {
        return Locale.forLanguageTag(locale);
    }

    public @Nullable String passwordHash() {
        return passwordHash;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public @Nullable Instant confirmedAt() {
        return confirmedAt;
    }

    public int sessionEpoch() {
        return sessionEpoch;
    }

    public int rightsEpoch() {
        return rightsEpoch;
    }

    public Set<Role> roles() {
        return Set.copyOf(roles);
    }

    public Set<Consent> consents() {
        return Set.copyOf(consents);
    }

    /**
     * That a person agreed to a document.
     *
     * @param document for instance {@code terms}
     */
    @Embeddable
    public record Consent(
            String document,
            @Column(name = "document_version") String documentVersion,
            @Column(name = "given_at") Instant givenAt)
            implements Serializable {

        private boolean is(String otherDocument, String otherVersion) {
            return document.equals(otherDocument) && documentVersion.equals(otherVersion);
        }
    }
}
