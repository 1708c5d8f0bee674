package org.collegium.credentials.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.UUID;
import org.collegium.FullApplicationTest;
import org.collegium.ViewTest;
import org.collegium.courses.CourseMetadata.CertificateRule.Requirement;
import org.collegium.credentials.Certificate;
import org.collegium.credentials.CertificateRows;
import org.collegium.credentials.CredentialsFixtures;
import org.collegium.credentials.CredentialsPermissions;
import org.collegium.credentials.keys.Issuer;
import org.collegium.credentials.programmes.Programme;
import org.collegium.credentials.programmes.ProgrammeData;
import org.collegium.credentials.programmes.ProgrammeId;
import org.collegium.credentials.programmes.Programmes;
import org.collegium.credentials.rules.CourseRules;
import org.collegium.credentials.rules.IssueMode;
import org.collegium.credentials.rules.PublishedRule;
import org.collegium.credentials.rules.Validity;
import org.collegium.credentials.succession.AskingForAnother;
import org.collegium.enrolment.StudyFixtures;
import org.collegium.identity.AccountId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;

@Tag("view")
@FullApplicationTest
class RuleViewsTests extends ViewTest {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private UserDetailsService people;

    @Autowired
    private CourseRules rules;

    @Autowired
    private Programmes programmes;

    @Autowired
    private AskingForAnother asking;

    @Autowired
    private CertificateRows rows;

    private StudyFixtures fixtures;
    private StudyFixtures.Offered offered;

    @BeforeEach
    void aCourse() {
        fixtures = new StudyFixtures(jdbc, people);
        offered = fixtures.offer(CredentialsFixtures.smallCourse(Requirement.ALL), StudyFixtures.Terms.OPEN);
        jdbc.sql("delete from certificate_request").update();
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aRegistrarWritesARuleAndLetsItHoldForAReason() {
        registrar();
        UI.getCurrent().navigate(CredentialsNavigation.RULES + "/" + offered.course());

        assertThat(find(H1.class).single().getText()).isEqualTo("What the certificate asks for");
        assertThat(text()).contains("Complete all required units.");
        pressInFront("Add a condition");
        pressInFront("Keep the draft");
        assertThat(rules.find(offered.course()).flatMap(CourseRules.Seen::draft))
                .isPresent();
        pressInFront("Publish …");
        pressInFront("Let it hold");
        assertThat(find(TextArea.class).single().isInvalid()).isTrue();
        test(find(TextArea.class).single()).setValue("Agreed by the board");
        pressInFront("Let it hold");

        assertThat(rules.find(offered.course())
                        .flatMap(CourseRules.Seen::holding)
                        .map(PublishedRule::reason))
                .contains("Agreed by the board");
        assertThat(text()).contains("Rule 1, published on", "Who has earned it?");
    }

    @Test
    void anAuthorWritesADraftAndLeavesThePublishingToRegistrars() {
        fixtures.signInAsStaff(CredentialsPermissions.RULES + "@" + offered.partner());
        UI.getCurrent().navigate("studio/courses/" + offered.course() + "/certificate");

        pressInFront("Keep the draft");

        assertThat(rules.find(offered.course()).flatMap(CourseRules.Seen::draft))
                .isPresent();
        assertThat(find(Button.class).all()).extracting(Button::getText).doesNotContain("Publish …");
        assertThat(text()).contains("A registrar tries the draft on all learners and publishes it.");
    }

    @Test
    void aHolderAsksForAnotherNameAndARegistrarIssuesIt() {
        AccountId ada = fixtures.learner("Ada");
        Certificate certificate = CredentialsFixtures.certificate(offered, ada, "Ada Lind");
        assertThat(rows.insert(certificate, null)).isTrue();
        fixtures.signIn(ada);
        navigate(CertificatesView.class);
        pressInFront("Another name …");
        pressInFront("Ask for it");
        assertThat(find(TextField.class).single().isInvalid()).isTrue();
        test(find(TextField.class).single()).setValue("Ada Newname");
        test(find(TextArea.class).single()).setValue("I married");
        pressInFront("Ask for it");
        assertThat(text()).contains("a new certificate with the name Ada Newname", "A registrar will decide.");

        registrar();
        navigate(RequestsView.class);
        assertThat(find(H2.class).all())
                .extracting(H2::getText)
                .containsExactly("Ada Lind asks for the name Ada Newname");
        pressInFront("Issue it");

        assertThat(rows.of(ada)).extracting(Certificate::learnerName).contains("Ada Newname");
        assertThat(find(Article.class).all()).isEmpty();
    }

    @Test
    void aProgrammeIsPublishedAndAPartnerEndorsesIt() {
        StudyFixtures.Offered other =
                fixtures.offer(CredentialsFixtures.smallCourse(Requirement.ALL), StudyFixtures.Terms.OPEN);
        registrar();
        ProgrammeId id = programmes.begin(
                "p-" + UUID.randomUUID(),
                Issuer.ALLIANCE,
                new ProgrammeData(
                        "Two together",
                        "Two courses.",
                        "",
                        "en",
                        List.of(offered.course(), other.course()),
                        List.of(),
                        IssueMode.APPROVAL,
                        Validity.FOREVER));
        UI.getCurrent().navigate(CredentialsNavigation.PROGRAMMES + "/" + id);
        assertThat(find(H1.class).single().getText()).isEqualTo("Two together");
        pressInFront("Publish");
        assertThat(programmes.find(id).map(Programme::state)).contains(Programme.State.PUBLISHED);
        assertThat(text()).contains("No partner endorses what is published now.");

        fixtures.signInAsStaff(CredentialsPermissions.ENDORSE + "@" + offered.partner());
        navigate(EndorseView.class);
        assertThat(text()).contains("Two together", "You have not endorsed it.");
        test(find(TextArea.class).single()).setValue("We teach half of it.");
        pressInFront("Endorse");
        assertThat(text()).contains("You endorse what is published now.");
    }

    @Test
    void aProgrammeIsFoundByWhatIsTypedAndTheAddressKeepsIt() {
        StudyFixtures.Offered other =
                fixtures.offer(CredentialsFixtures.smallCourse(Requirement.ALL), StudyFixtures.Terms.OPEN);
        registrar();
        String title = "Programme " + UUID.randomUUID();
        programmes.begin(
                "p-" + UUID.randomUUID(),
                Issuer.ALLIANCE,
                new ProgrammeData(
                        title,
                        "Two courses.",
                        "",
                        "en",
                        List.of(offered.course(), other.course()),
                        List.of(),
                        IssueMode.APPROVAL,
                        Validity.FOREVER));
        UI.getCurrent().navigate(CredentialsNavigation.PROGRAMMES);

        test(find(TextField.class).single()).setValue(title);
        assertThat(find(Anchor.class).withText(title).all()).hasSize(1);
        assertThat(UI.getCurrent().getActiveViewLocation().getQueryParameters().getSingleParameter("q"))
                .contains(title);

        test(find(TextField.class).single()).setValue(title + " 2");
        assertThat(find(Anchor.class).withText(title).all()).isEmpty();
        assertThat(text()).contains("No programme like that");
    }

    private String text() {
        return ((Component) getCurrentView()).getElement().getTextRecursively();
    }

    private void registrar() {
        fixtures.signInAsStaff(
                CredentialsPermissions.VIEW,
                CredentialsPermissions.ISSUE,
                CredentialsPermissions.RULES,
                CredentialsPermissions.PUBLISH_RULES,
                CredentialsPermissions.PROGRAMMES);
    }
}
