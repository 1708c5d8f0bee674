package org.collegium.credentials.templates.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.collegium.FullApplicationTest;
import org.collegium.ViewTest;
import org.collegium.credentials.CredentialsPermissions;
import org.collegium.credentials.templates.Block;
import org.collegium.credentials.templates.BuiltIn;
import org.collegium.credentials.templates.CertificateTemplates;
import org.collegium.credentials.templates.Design;
import org.collegium.credentials.templates.Template;
import org.collegium.credentials.templates.TemplateId;
import org.collegium.credentials.templates.Texts;
import org.collegium.enrolment.StudyFixtures;
import org.collegium.partners.PartnerId;
import org.collegium.shared.PageRequest;
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
class TemplateViewsTests extends ViewTest {

    private static final BuiltIn.Words WORDS =
            new BuiltIn.Words("Title", "certifies", "completed", "Skills", "Issued", "Helena Virtanen", "Rector");

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private UserDetailsService people;

    @Autowired
    private CertificateTemplates templates;

    private StudyFixtures.Offered offered;
    private PartnerId partner;
    private String place;

    @BeforeEach
    void anAdministrator() {
        StudyFixtures fixtures = new StudyFixtures(jdbc, people);
        offered = fixtures.offer();
        partner = new PartnerId(offered.partner());
        place = "studio/certificates/" + offered.slug();
        fixtures.signInAsStaff(
                CredentialsPermissions.TEMPLATES + "@" + partner,
                CredentialsPermissions.SEE_TEMPLATES + "@" + partner,
                "courses:view-draft@" + partner);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aTemplateIsBegunChangedTakenBackAndPublished() {
        UI.getCurrent().navigate(place);
        assertThat(find(H2.class).all()).extracting(H2::getText).contains("No template yet");
        press("New template");
        press("Begin the template");
        TextField name = find(TextField.class).all().getFirst();
        assertThat(name.isInvalid()).isTrue();
        test(name).setValue("Our diploma");
        press("Begin the template");
        assertThat(find(H1.class).single().getText()).isEqualTo("Our diploma");

        choose("Heading");
        test(find(TextArea.class).single()).setValue("Diploma in learning");
        assertThat(title()).isEqualTo("Diploma in learning");
        press("Undo");
        assertThat(title()).isEqualTo("Certificate of completion");
        press("Do again");
        assertThat(title()).isEqualTo("Diploma in learning");
        press("Take this block away");
        assertThat(draft().design().find("title")).isEmpty();
        find(Button.class).withText("Undo").all().stream()
                .filter(Button::isEnabled)
                .findFirst()
                .ifPresent(undo -> test(undo).click());
        assertThat(title()).isEqualTo("Diploma in learning");

        press("Publish …");
        press("Publish");
        assertThat(draft().published()).isEqualTo(1);
        UI.getCurrent().navigate(place + "/" + draft().id() + "/history");
        assertThat(find(H2.class).all()).extracting(H2::getText).contains("Version 1");
        UI.getCurrent().navigate(place);
        assertThat(find(H2.class).all()).extracting(H2::getText).contains("Which course uses which");
    }

    @Test
    void whoSavesSecondIsToldAndLosesNothing() {
        TemplateId id = templates.create(partner, "Shared", design("Mine before"));
        UI.getCurrent().navigate(place + "/" + id);
        templates.save(partner, id, 0, "Shared", design("Theirs"));

        choose("Heading");
        test(find(TextArea.class).single()).setValue("Mine now");
        assertThat(title()).as("nothing of theirs is overwritten").isEqualTo("Theirs");
        press("Load what they saved");
        choose("Heading");
        assertThat(find(TextArea.class).single().getValue()).isEqualTo("Theirs");
        press("Undo");
        assertThat(title()).as("undo brings the own work back").isEqualTo("Mine now");
    }

    @Test
    void aRegistrarLooksAndChangesNothing() {
        TemplateId id = templates.create(partner, "Looked at", design("Title"));
        new StudyFixtures(jdbc, people).signInAsStaff(CredentialsPermissions.SEE_TEMPLATES);

        UI.getCurrent().navigate("registry/templates/" + offered.slug() + "/" + id);
        assertThat(find(H1.class).single().getText()).isEqualTo("Looked at");
        assertThat(find(PreviewPane.class).all()).hasSize(1);
        assertThat(find(BlockList.class).all()).isEmpty();
        assertThat(find(Button.class).withText("Publish …").all()).isEmpty();
        new StudyFixtures(jdbc, people).signInAsStaff();
        UI.getCurrent().navigate(place + "/" + id);
        assertThat(find(PreviewPane.class).all()).isEmpty();
    }

    private Template draft() {
        TemplateId id =
                templates.list(partner, new PageRequest(0, 1)).getFirst().id();
        return templates.find(partner, id).orElseThrow();
    }

    private String title() {
        return draft().design()
                .find("title")
                .map(block -> ((Block.Words) block).text().first(List.of("en")))
                .orElse("");
    }

    private static Design design(String title) {
        return BuiltIn.UPRIGHT
                .design(new BuiltIn.Start("#1d5a8a", "en", WORDS))
                .with(new Block.Words(
                        "title",
                        Texts.of("en", title),
                        true,
                        new Block.Look(Block.Align.START, Block.Tone.ACCENT, 28, true)));
    }

    private void choose(String kind) {
        find(NativeButton.class).all().stream()
                .filter(button -> button.hasClassName("design-choice")
                        && button.getElement().getTextRecursively().startsWith(kind))
                .findFirst()
                .ifPresent(button -> test(button).click());
    }
}
