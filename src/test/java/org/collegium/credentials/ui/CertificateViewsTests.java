package org.collegium.credentials.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.collegium.FullApplicationTest;
import org.collegium.ViewTest;
import org.collegium.credentials.Certificate;
import org.collegium.credentials.CertificateFilter;
import org.collegium.credentials.CertificateRows;
import org.collegium.credentials.CredentialsFixtures;
import org.collegium.credentials.CredentialsPermissions;
import org.collegium.credentials.IssuingCertificates;
import org.collegium.credentials.IssuingItem;
import org.collegium.credentials.keys.Issuer;
import org.collegium.credentials.keys.IssuerKeys;
import org.collegium.credentials.sharing.Sharing;
import org.collegium.enrolment.StudyFixtures;
import org.collegium.identity.AccountId;
import org.collegium.shared.PageRequest;
import org.collegium.shared.ui.ConfirmWithConsequences;
import org.collegium.shared.ui.StatusBadge;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;

@Tag("view")
@FullApplicationTest
class CertificateViewsTests extends ViewTest {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private UserDetailsService people;

    @Autowired
    private IssuerKeys keys;

    @Autowired
    private CertificateRows rows;

    @Autowired
    private Sharing sharing;

    @Autowired
    private IssuingCertificates issuing;

    private StudyFixtures fixtures;

    @BeforeEach
    void people() {
        fixtures = new StudyFixtures(jdbc, people);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aLearnerWithoutCertificatesIsToldHowToEarnOne() {
        fixtures.signIn(fixtures.learner("Ada"));

        navigate(CertificatesView.class);

        assertThat(find(H1.class).single().getText()).isEqualTo("Your certificates");
        assertThat(find(H2.class).all()).extracting(H2::getText).contains("No certificates yet");
    }

    @Test
    void whoHasManyCertificatesSeesThemByPages() {
        AccountId ada = fixtures.learner("Ada");
        for (int i = 1; i <= 25; i++) {
            assertThat(rows.insert(CredentialsFixtures.certificate(ada, "Course " + i), null))
                    .isTrue();
        }
        fixtures.signIn(ada);

        navigate(CertificatesView.class);
        assertThat(find(Article.class).all()).hasSize(24);
        UI.getCurrent().navigate(CertificatesView.class, QueryParameters.of("page", "2"));

        assertThat(find(Article.class).all()).hasSize(1);
        UI.getCurrent().navigate(CertificatesView.class, QueryParameters.of("page", "9"));
        assertThat(find(Article.class).all()).as("the last page").hasSize(1);
    }

    @Test
    void aHolderSharesHidesAndEndsALink() {
        AccountId ada = fixtures.learner("Ada");
        Certificate certificate = CredentialsFixtures.certificate(ada, "Models");
        assertThat(rows.insert(certificate, null)).isTrue();
        fixtures.signIn(ada);
        navigate(CertificatesView.class);

        press("Share …");
        CheckboxGroup<?> chosen = find(CheckboxGroup.class).single();
        assertThat(chosen.getSelectedItems()).hasSize(1);
        Checkbox transcript = find(Checkbox.class).all().stream()
                .filter(box -> "With a transcript".equals(box.getLabel()))
                .findFirst()
                .orElseThrow();
        transcript.setValue(true);
        press("Make the link");
        assertThat(chosen.getErrorMessage()).contains("is signed within ten minutes");
        transcript.setValue(false);
        test(find(TextField.class).single()).setValue("Aava University");
        press("Make the link");
        assertThat(find(ListItem.class).all())
                .singleElement()
                .satisfies(link -> assertThat(link.getElement().getTextRecursively())
                        .contains("Aava University", "1 certificate"));
        press("Do not show in public");
        assertThat(sharing.hidden(ada)).containsExactly(certificate.id());
        assertThat(find(StatusBadge.class).all()).hasSize(2);
        press("Show in public");
        assertThat(sharing.hidden(ada)).isEmpty();
        press("End");
        assertThat(sharing.links(ada)).isEmpty();
    }

    @Test
    @SuppressWarnings("unchecked")
    void aRegistrarLooksAtATrialBeforeAnythingIsIssued() {
        AccountId ada = fixtures.learner("Ada");
        StudyFixtures.Offered offered = fixtures.offer();
        jdbc.sql("""
                        insert into due_certificate (learner_id, course_id, run_id, partner_id, learner_name,
                            course_title, partner_name, units, quizzes, since)
                        values (?, ?, ?, uuid(), 'Ada', 'Trial course', 'Partner', 1, 0, now())
                        """)
                .params(
                        ada.toString(),
                        offered.course().toString(),
                        offered.run().toString())
                .update();
        fixtures.signInAsStaff(CredentialsPermissions.VIEW, CredentialsPermissions.ISSUE);
        UUID trial = issuing.tryAll(new CertificateFilter(
                "", Optional.empty(), Optional.of(offered.course()), CertificateFilter.Sort.OLDEST));

        UI.getCurrent().navigate("registry/to-issue/" + trial);

        assertThat(find(H1.class).single().getText()).isEqualTo("Trial: who would get one");
        Grid<IssuingItem> grid = find(Grid.class).single();
        assertThat(test(grid).size()).isEqualTo(1);
        assertThat(test(grid).getRow(0).learnerName()).isEqualTo("Ada");
        UI.getCurrent().navigate("registry/to-issue/" + UUID.randomUUID());
        assertThat(find(H1.class).single().getText()).isNotEqualTo("Trial: who would get one");
    }

    @Test
    void aRegistrarEntersTheDeskAndTheListOfWhatWasIssued() {
        fixtures.signInAsStaff(
                CredentialsPermissions.VIEW, CredentialsPermissions.ISSUE, CredentialsPermissions.REVOKE);

        navigate(ToIssueView.class);
        assertThat(find(H1.class).single().getText()).isEqualTo("To issue");
        navigate(IssuedView.class);
        assertThat(find(H1.class).single().getText()).isEqualTo("Issued");
    }

    @Test
    void aRegistrarMakesAKeyForAPartnerAndSeesWhatWasDone() {
        StudyFixtures.Offered offered = fixtures.offer();
        fixtures.signInAsStaff(CredentialsPermissions.KEYS);

        UI.getCurrent().navigate("registry/keys", QueryParameters.simple(Map.of("partner", offered.slug())));
        assertThat(find(H2.class).all()).extracting(H2::getText).contains("No key yet");
        keys.rotate(new Issuer(offered.partner()));
        keys.rotate(new Issuer(offered.partner()));
        UI.getCurrent().navigate("registry/keys", QueryParameters.simple(Map.of("partner", offered.slug())));
        assertThat(find(StatusBadge.class).all())
                .extracting(badge -> badge.getElement().getTextRecursively())
                .contains("Signs", "Replaced");
        assertThat(find(NativeTableRow.class).all()).hasSize(2 + 1 + 3 + 1);
    }

    @Test
    void aPartnerAdministratorKeepsTheKeysOfTheirOwnPartnerAndOfNobodyElse() {
        StudyFixtures.Offered own = fixtures.offer();
        StudyFixtures.Offered others = fixtures.offer();
        fixtures.signInAsStaff(CredentialsPermissions.KEYS + "@" + own.partner());

        UI.getCurrent().navigate("registry/keys", QueryParameters.simple(Map.of("partner", others.slug())));
        assertThat(find(H1.class).single().getText()).isEqualTo("Page not found");
        UI.getCurrent().navigate("registry/keys");
        assertThat(find(ComboBox.class).single().getValue()).asString().contains(own.slug());
        press("Make a new key");
        test(find(ConfirmWithConsequences.class).single()).confirm();
        assertThat(find(StatusBadge.class).single().getElement().getTextRecursively())
                .isEqualTo("Signs");
        assertThat(keys.countDeeds(new Issuer(own.partner()))).isEqualTo(1);
        assertThat(keys.vouched())
                .anyMatch(key -> key.issuer().equals(new Issuer(own.partner())))
                .noneMatch(key -> key.issuer().equals(new Issuer(others.partner())));
        for (Issuer foreign : List.of(new Issuer(others.partner()), Issuer.ALLIANCE)) {
            assertThatThrownBy(() -> keys.rotate(foreign)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> keys.deeds(foreign, new PageRequest(0, 1)))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> keys.compromised(foreign, UUID.randomUUID(), Instant.now(), "A laptop was lost"))
                    .isInstanceOf(AccessDeniedException.class);
        }
    }
}
