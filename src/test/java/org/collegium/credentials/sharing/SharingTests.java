package org.collegium.credentials.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.collegium.credentials.Certificate;
import org.collegium.credentials.CertificateRows;
import org.collegium.credentials.Certificates;
import org.collegium.credentials.CredentialsFixtures;
import org.collegium.credentials.Verdict;
import org.collegium.enrolment.StudyTest;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
import org.collegium.shared.RuleViolation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionOperations;

@Tag("module")
class SharingTests extends StudyTest {

    @Autowired
    private Sharing sharing;

    @Autowired
    private Certificates certificates;

    @Autowired
    private CertificateRows rows;

    @Autowired
    private PersonsSharing persons;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private Clock clock;

    private final String stranger =
            "2001:db8::" + Integer.toHexString(UUID.randomUUID().hashCode());
    private AccountId ada;
    private Certificate models;
    private Certificate policy;

    @BeforeEach
    void aHolderOfTwoCertificates() {
        ada = fixtures.learner("Ada");
        models = issued(ada, "Models");
        policy = issued(ada, "Policy");
        fixtures.signIn(ada);
    }

    @Test
    void whoHasTheLinkSeesWhatWasChosenAndNothingElseUntilItIsEnded() throws Exception {
        ShareLink link = sharing.share(ada, List.of(models.id()), " Works at Aava ", ShareTerm.MONTH);

        assertThat(link.name()).isEqualTo("Works at Aava");
        assertThat(sharing.links(ada)).extracting(ShareLink::token).containsExactly(link.token());
        mvc.perform(asked(link.token().path()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Models")))
                .andExpect(content().string(containsString("Certificates of Ada &lt;Lind&gt;")))
                .andExpect(content().string(not(containsString("Policy"))))
                .andExpect(content().string(not(containsString("Works at Aava"))))
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(header().string("X-Robots-Tag", "noindex"))
                .andExpect(header().doesNotExist("Set-Cookie"));
        fixtures.signIn(ada);
        sharing.end(ada, link.id());
        mvc.perform(asked(link.token().path()))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("This link has ended")))
                .andExpect(content().string(not(containsString("Models"))));
        fixtures.signIn(ada);
        assertThat(sharing.links(ada)).isEmpty();
    }

    @Test
    void aLinkEndsByItselfAndOneWithoutAnEndDoesNot() {
        ShareLink week = sharing.share(ada, List.of(models.id()), "", ShareTerm.WEEK);
        ShareLink open = sharing.share(ada, List.of(models.id(), policy.id()), "", ShareTerm.OPEN);
        assertThat(week.endsAt())
                .isBetween(
                        clock.instant().plus(Duration.ofDays(6)),
                        clock.instant().plus(Duration.ofDays(8)));

        jdbc.sql("update share_link set ends_at = '2026-01-01' where id = ?")
                .params(week.id().toString())
                .update();

        assertThat(sharing.open(week.token().value())).isEmpty();
        assertThat(sharing.open(open.token().value()).orElseThrow().certificates())
                .extracting(Certificate::courseTitle)
                .containsExactlyInAnyOrder("Models", "Policy");
        assertThat(sharing.links(ada)).extracting(ShareLink::id).containsExactly(open.id());
        assertThat(sharing.open("no such thing")).isEmpty();
        assertThat(sharing.open(ShareToken.next().value())).isEmpty();
    }

    @Test
    void aCertificateThatExpiredMeanwhileIsNotShownAsValid() throws Exception {
        ShareLink link = sharing.share(ada, List.of(models.id()), "", ShareTerm.OPEN);
        jdbc.sql("update certificate set valid_until = '2026-11-28' where id = ?")
                .params(models.id().toString())
                .update();

        mvc.perform(asked(link.token().path()))
                .andExpect(content().string(containsString(">Expired</strong>")))
                .andExpect(content().string(not(containsString(">Valid</strong>"))));
    }

    @Test
    void aHiddenCertificateSaysOnlyThatItStandsAndALinkStillShowsIt() throws Exception {
        ShareLink link = sharing.share(ada, List.of(models.id()), "", ShareTerm.OPEN);

        sharing.hide(ada, models.id(), true);

        assertThat(sharing.hidden(ada)).containsExactly(models.id());
        assertThat(certificates.verify(models.code())).isEqualTo(new Verdict.Hidden(true));
        mvc.perform(asked("/verify/" + models.code().grouped()).accept(MediaType.TEXT_HTML))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Not shown")))
                .andExpect(content().string(containsString("and it stands")))
                .andExpect(content().string(not(containsString("Models"))))
                .andExpect(content().string(not(containsString("Lind"))));
        mvc.perform(asked("/verify/" + models.code().grouped()).accept(MediaType.APPLICATION_JSON))
                .andExpect(jsonPath("$.status").value("hidden"))
                .andExpect(jsonPath("$.holder").isEmpty())
                .andExpect(jsonPath("$.course").isEmpty());
        mvc.perform(asked("/verify/" + models.code().grouped()).accept("application/vc"))
                .andExpect(status().isNotFound());
        assertThat(sharing.open(link.token().value())).isPresent();
        fixtures.signIn(ada);
        sharing.hide(ada, models.id(), false);
        assertThat(certificates.verify(models.code())).isInstanceOf(Verdict.Valid.class);
    }

    @Test
    void rulesAreToldAndOthersAreRefused() {
        AccountId eve = fixtures.learner("Eve");
        Certificate hers = issued(eve, "Hers");
        assertBroken("credentials.share.not-held", () -> sharing.share(ada, List.of(hers.id()), "", ShareTerm.WEEK));
        assertBroken("credentials.share.not-held", () -> sharing.hide(ada, hers.id(), true));
        assertBroken("credentials.share.certificates", () -> sharing.share(ada, List.of(), "", ShareTerm.WEEK));
        assertBroken(
                "credentials.share.name.length",
                () -> sharing.share(ada, List.of(models.id()), "x".repeat(101), ShareTerm.WEEK));
        ShareLink link = sharing.share(ada, List.of(models.id()), "x".repeat(100), ShareTerm.WEEK);
        for (int made = 1; made < 50; made++) {
            sharing.share(ada, List.of(models.id()), "", ShareTerm.WEEK);
        }
        assertBroken("credentials.share.most", () -> sharing.share(ada, List.of(models.id()), "", ShareTerm.WEEK));

        fixtures.signIn(eve);
        assertBroken("credentials.share.gone", () -> sharing.end(eve, link.id()));
        for (ThrowingCallable act : List.<ThrowingCallable>of(
                () -> sharing.links(ada),
                () -> sharing.share(ada, List.of(models.id()), "", ShareTerm.WEEK),
                () -> sharing.end(ada, link.id()),
                () -> sharing.hidden(ada),
                () -> sharing.hide(ada, models.id(), true))) {
            assertThatThrownBy(act).isInstanceOf(AccessDeniedException.class);
        }
        assertThat(sharing.open(link.token().value())).isPresent();
    }

    @Test
    void linksAreInTheExportAndGoWithTheAccount() {
        ShareLink link = sharing.share(ada, List.of(models.id()), "Aava", ShareTerm.OPEN);
        sharing.hide(ada, policy.id(), true);
        assertThat(persons.dataOf(ada).toString()).contains("Aava", policy.id().toString());

        transaction.executeWithoutResult(status -> events.publishEvent(new AccountErased(ada, clock.instant())));

        assertThat(sharing.open(link.token().value())).isEmpty();
        assertThat(certificates.verify(policy.code())).isInstanceOf(Verdict.Valid.class);
    }

    private static void assertBroken(String rule, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        RuleViolation.class, broken -> assertThat(broken.code()).isEqualTo(rule));
    }

    private MockHttpServletRequestBuilder asked(String path) {
        SecurityContextHolder.clearContext();
        return get(path).with(request -> {
            request.setRemoteAddr(stranger);
            return request;
        });
    }

    private Certificate issued(AccountId holder, String course) {
        Certificate certificate = CredentialsFixtures.certificate(holder, course);
        assertThat(rows.insert(certificate, null)).isTrue();
        return certificate;
    }
}
