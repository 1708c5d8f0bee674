package org.collegium.credentials.signed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.collegium.JobsRest;
import org.collegium.credentials.Certificate;
import org.collegium.credentials.CertificateRows;
import org.collegium.credentials.Certificates;
import org.collegium.credentials.CredentialsPermissions;
import org.collegium.credentials.Verdict;
import org.collegium.credentials.keys.IssuerKey;
import org.collegium.credentials.keys.IssuerKeys;
import org.collegium.credentials.keys.KeyDeed;
import org.collegium.credentials.proof.CredentialToken;
import org.collegium.credentials.proof.DataIntegrity;
import org.collegium.credentials.proof.PublicKey;
import org.collegium.credentials.proof.UnreadableStatement;
import org.collegium.enrolment.StudyTest;
import org.collegium.identity.AccountErased;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionOperations;

@Tag("module")
@JobsRest
class SignedCertificatesTests extends StudyTest {

    @Autowired
    private Certificates certificates;

    @Autowired
    private CertificateRows rows;

    @Autowired
    private CredentialRows credentials;

    @Autowired
    private StatusRows statuses;

    @Autowired
    private StatusLists lists;

    @Autowired
    private SignedCertificates signedForms;

    @Autowired
    private SigningCertificates signing;

    @Autowired
    private SigningJobs jobs;

    @Autowired
    private IssuerKeys keys;

    @Autowired
    private DataIntegrity proofs;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionOperations transaction;

    private Issuing issuing;

    @BeforeEach
    void aPartner() {
        issuing = Issuing.at(fixtures, rows, events, transaction);
    }

    @Test
    void aCertificateIsSignedWhenItIsIssuedAsDocumentAndAsToken() throws UnreadableStatement {
        Certificate certificate = issuing.issue("Ada Lind");

        SignedCredential signed = credentials.find(certificate.id()).orElseThrow();
        JsonObject document = read(signed.document());
        PublicKey key = active().publicKey();
        assertThat(proofs.verify(document, key)).isTrue();
        assertThat(CredentialToken.read(signed.token()).verify(key)).isTrue();
        assertThat(CredentialToken.read(signed.token()).statement())
                .isEqualTo(Json.createObjectBuilder(document).remove("proof").build());
        assertThat(document.getString("id"))
                .endsWith("/verify/" + certificate.code().grouped());
        assertThat(document.getJsonObject("issuer").getString("id")).startsWith("did:web:127.0.0.1%3A");
        JsonObject subject = document.getJsonObject("credentialSubject");
        assertThat(subject.getJsonArray("identifier").getJsonObject(0).getString("identityHash"))
                .isEqualTo("Ada Lind");
        assertThat(subject.getJsonArray("result").getJsonObject(0).getString("value"))
                .isEqualTo("86.1");
    }

    @Test
    void eachSignatureIsNotedAndNoneIsMadeTwice() {
        Certificate certificate = issuing.issue("Ada");
        assertThat(signing.sign(certificate.id())).isFalse();

        registrar();
        assertThat(keys.deeds(issuing.issuer(), new PageRequest(0, 10)))
                .extracting(KeyDeed::kind, KeyDeed::subject)
                .containsExactly(
                        tuple(KeyDeed.Kind.SIGNED_CERTIFICATE, certificate.id().value()),
                        tuple(KeyDeed.Kind.MADE, null));
        assertThat(keys.countDeeds(issuing.issuer())).isEqualTo(2);
    }

    @Test
    void whatWasIssuedBeforeIsSignedByTheJobAndWhatIsRevokedOrErasedIsNot() {
        Certificate earlier = issuing.kept("Ada");
        Certificate revoked = issuing.kept("Bo");
        Certificate erased = issuing.kept("Cy");
        registrar();
        certificates.revoke(revoked.id(), "Issued by mistake");
        erase(erased);

        Certificate unreadable = issuing.kept("Di");
        jdbc.sql("update certificate set evidence = '[' where id = ?")
                .param(unreadable.id().value())
                .update();

        assertThat(jobs.signEarlier()).isPositive();
        assertThat(credentials.find(earlier.id())).isPresent();
        assertThat(credentials.find(unreadable.id())).isEmpty();
        jdbc.sql("delete from certificate where id = ?")
                .param(unreadable.id().value())
                .update();
        assertThat(credentials.find(revoked.id())).isEmpty();
        assertThat(credentials.find(erased.id())).isEmpty();
    }

    @Test
    void withTheAccountGoesWhatWasSignedAndThePlaceInTheListStays() {
        Certificate certificate = issuing.issue("Ada");
        erase(certificate);

        assertThat(credentials.find(certificate.id())).isEmpty();
        assertThat(statuses.place(certificate.id())).isPresent();
    }

    @Test
    void revokingAndSuspendingSetTheBitsAndLiftingClearsOne() {
        Certificate certificate = issuing.issue("Ada");
        StatusRows.Place place = statuses.place(certificate.id()).orElseThrow();
        assertThat(set(place, StatusPurpose.REVOCATION)).isFalse();
        registrar();

        certificates.suspend(certificate.id(), "Being looked into");
        assertThat(set(place, StatusPurpose.SUSPENSION)).isTrue();
        assertThat(certificates.verify(certificate.code())).isInstanceOf(Verdict.Suspended.class);
        assertThatThrownBy(() -> certificates.suspend(certificate.id(), "Again"))
                .isInstanceOf(RuleViolation.class);
        certificates.lift(certificate.id(), "Nothing was wrong");
        assertThat(set(place, StatusPurpose.SUSPENSION)).isFalse();
        assertThat(certificates.verify(certificate.code())).isInstanceOf(Verdict.Valid.class);
        certificates.suspend(certificate.id(), "Looked into again");
        certificates.revoke(certificate.id(), "It was");
        assertThat(set(place, StatusPurpose.REVOCATION)).isTrue();
        assertThat(certificates.verify(certificate.code())).isInstanceOf(Verdict.Revoked.class);
    }

    @Test
    void aListIsSignedAnewOnlyWhenItSaysSomethingElse() throws UnreadableStatement {
        Certificate certificate = issuing.issue("Ada");
        UUID list = statuses.place(certificate.id()).orElseThrow().list();
        StatusRows.Signed first = lists.signed(list, StatusPurpose.REVOCATION).orElseThrow();
        assertThat(lists.signed(list, StatusPurpose.REVOCATION).orElseThrow().document())
                .isEqualTo(first.document());
        assertThat(proofs.verify(read(first.document()), active().publicKey())).isTrue();
        registrar();
        certificates.revoke(certificate.id(), "Issued by mistake");

        assertThat(lists.signed(list, StatusPurpose.REVOCATION).orElseThrow().document())
                .isNotEqualTo(first.document());
    }

    @Test
    void aNewKeySignsAndTheOldOneStaysPublishedUntilItsPrivateHalfIsDestroyed() throws UnreadableStatement {
        Certificate before = issuing.issue("Ada");
        IssuerKey old = active();
        registrar();
        IssuerKey fresh = keys.rotate(issuing.issuer());
        Certificate after = issuing.issue("Bo");

        assertThat(proofs.verify(document(before), old.publicKey())).isTrue();
        assertThat(proofs.verify(document(after), fresh.publicKey())).isTrue();
        assertThat(keys.published(issuing.issuer()))
                .extracting(IssuerKey::id, IssuerKey::state)
                .containsExactlyInAnyOrder(
                        tuple(fresh.id(), IssuerKey.State.ACTIVE), tuple(old.id(), IssuerKey.State.ROTATED));
        assertThatThrownBy(() -> keys.retire(issuing.issuer(), fresh.id())).isInstanceOf(RuleViolation.class);
        keys.retire(issuing.issuer(), old.id());
        assertThat(privateHalf(old.id())).isFalse();
        assertThat(privateHalf(fresh.id())).isTrue();
    }

    @Test
    void whatACompromisedKeySignedIsSignedAnew() throws UnreadableStatement {
        Certificate certificate = issuing.issue("Ada");
        IssuerKey stolen = active();
        registrar();
        keys.compromised(issuing.issuer(), stolen.id(), Instant.now().minusSeconds(60), "A laptop was lost");
        jobs.signAgain(stolen.id());

        IssuerKey fresh = active();
        assertThat(fresh.id()).isNotEqualTo(stolen.id());
        assertThat(proofs.verify(document(certificate), fresh.publicKey())).isTrue();
        assertThat(privateHalf(stolen.id())).isFalse();
    }

    @Test
    void whatWasFoundBeforeIsNotToldOfAnotherTextOrOfAKeyThatWasGivenUp() {
        Certificate certificate = issuing.issue("Ada Lind");
        assertThat(signedForms.check(certificate).outcome()).isEqualTo(CheckedCredential.Outcome.HOLDS);
        assertThat(signedForms.check(certificate).outcome()).isEqualTo(CheckedCredential.Outcome.HOLDS);

        change(certificate, "Ada Lind", "Eve Lind");
        assertThat(signedForms.check(certificate).outcome()).isEqualTo(CheckedCredential.Outcome.CHANGED);
        change(certificate, "Eve Lind", "Ada Lind");
        assertThat(signedForms.check(certificate).outcome()).isEqualTo(CheckedCredential.Outcome.HOLDS);

        registrar();
        keys.compromised(issuing.issuer(), active().id(), Instant.now().minusSeconds(60), "A laptop was lost");
        assertThat(signedForms.check(certificate).outcome()).isEqualTo(CheckedCredential.Outcome.KEY_NOT_TRUSTED);
    }

    private void change(Certificate certificate, String one, String other) {
        jdbc.sql("update certificate_credential set document = replace(document, ?, ?) where certificate_id = ?")
                .params(one, other, certificate.id().toString())
                .update();
    }

    @Test
    void onlyWhoMayChangesKeysOrSuspends() {
        Certificate certificate = issuing.issue("Ada");
        IssuerKey key = active();
        fixtures.signInAsStaff(CredentialsPermissions.VIEW);

        for (ThrowingCallable act : List.<ThrowingCallable>of(
                () -> keys.rotate(issuing.issuer()),
                () -> keys.bring(issuing.issuer(), "{}"),
                () -> keys.retire(issuing.issuer(), key.id()),
                () -> keys.compromised(issuing.issuer(), key.id(), Instant.EPOCH, "why"),
                () -> keys.deeds(issuing.issuer(), new PageRequest(0, 1)),
                () -> keys.countDeeds(issuing.issuer()),
                () -> certificates.suspend(certificate.id(), "why"),
                () -> certificates.lift(certificate.id(), "why"))) {
            assertThatThrownBy(act).isInstanceOf(AccessDeniedException.class);
        }
    }

    private boolean set(StatusRows.Place place, StatusPurpose purpose) {
        return statuses.set(place.list(), purpose).contains(place.position());
    }

    private boolean privateHalf(UUID key) {
        return jdbc.sql("select private_key is not null from issuer_key where id = ?")
                .param(key.toString())
                .query(Boolean.class)
                .single();
    }

    private IssuerKey active() {
        return keys.published(issuing.issuer()).stream()
                .filter(key -> key.state() == IssuerKey.State.ACTIVE)
                .findFirst()
                .orElseThrow();
    }

    private JsonObject document(Certificate certificate) {
        return read(credentials.find(certificate.id()).orElseThrow().document());
    }

    private void erase(Certificate certificate) {
        transaction.executeWithoutResult(status ->
                events.publishEvent(new AccountErased(Objects.requireNonNull(certificate.learner()), Instant.now())));
    }

    private void registrar() {
        fixtures.signInAsStaff(
                CredentialsPermissions.KEYS, CredentialsPermissions.REVOKE, CredentialsPermissions.SUSPEND);
    }

    private static JsonObject read(String document) {
        return Json.createReader(new StringReader(document)).readObject();
    }
}
