package org.collegium.partners.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.UUID;
import org.collegium.FullApplicationTest;
import org.collegium.ViewTest;
import org.collegium.enrolment.StudyFixtures;
import org.collegium.enrolment.StudyFixtures.Offered;
import org.collegium.identity.IdentityFixtures;
import org.collegium.identity.Role;
import org.collegium.partners.Partner;
import org.collegium.partners.PartnerId;
import org.collegium.partners.Partners;
import org.collegium.partners.PartnersPermissions;
import org.collegium.partners.StaffMember;
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
class OrganisationViewTests extends ViewTest {

    @Autowired
    private Partners partners;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private UserDetailsService people;

    private StudyFixtures fixtures;
    private Offered own;
    private Offered other;

    @BeforeEach
    void twoPartners() {
        fixtures = new StudyFixtures(jdbc, people);
        own = fixtures.offer();
        other = fixtures.offer();
        fixtures.signInAsStaff(
                PartnersPermissions.STAFF + "@" + own.partner(), PartnersPermissions.DESCRIBE + "@" + own.partner());
        IdentityFixtures.visitAsSignedIn();
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void theColourIsChangedAndABrokenRuleIsToldAtItsField() {
        UI.getCurrent().navigate("studio/organisation");
        assertThat(find(H1.class).single().getText()).isEqualTo("Fixture partner");

        field(TextField.class, "Colour").setValue("green");
        test(find(Button.class).withText("Save").single()).click();
        assertThat(field(TextField.class, "Colour").isInvalid()).isTrue();
        assertThat(field(TextField.class, "Colour").getErrorMessage()).contains("#rrggbb");

        field(TextField.class, "Colour").setValue("#8a1d5a");
        test(find(Button.class).withText("Save").single()).click();
        assertThat(partners.find(new PartnerId(own.partner())))
                .map(Partner::data)
                .hasValueSatisfying(data -> assertThat(data.brandColour()).isEqualTo("#8a1d5a"));
    }

    @Test
    @SuppressWarnings("unchecked")
    void whoHasAnAccountIsAppointedByAddressAndWithdrawn() {
        String email = jdbc.sql("select email from account where id = ?")
                .params(fixtures.learner("Noor Haddad").value())
                .query(String.class)
                .single();
        UI.getCurrent().navigate("studio/organisation");

        find(EmailField.class).single().setValue(email);
        ((Select<Role>) find(Select.class).single()).setValue(Role.AUTHOR);
        test(find(Button.class).withText("Appoint").single()).click();
        assertThat(partners.staff(new PartnerId(own.partner())))
                .extracting(StaffMember::email)
                .containsExactly(email);

        test(find(Button.class)
                        .withCondition(button -> button.getAriaLabel()
                                .filter(label -> label.startsWith("Withdraw the role Author"))
                                .isPresent())
                        .single())
                .click();
        assertThat(partners.staff(new PartnerId(own.partner()))).isEmpty();
    }

    @Test
    void anotherPartnersMattersStayClosed() {
        UI.getCurrent().navigate("studio/organisation/" + other.slug());

        assertThat(find(StaffOfPartner.class).exists()).isFalse();
    }

    @Test
    @SuppressWarnings("unchecked")
    void anAddressThatNobodyHoldsIsToldAtItsFieldAndStaysThere() {
        UI.getCurrent().navigate("studio/organisation");

        EmailField address = find(EmailField.class).single();
        address.setValue("nobody-" + UUID.randomUUID() + "@example.org");
        ((Select<Role>) find(Select.class).single()).setValue(Role.AUTHOR);
        test(find(Button.class).withText("Appoint").single()).click();

        assertThat(address.isInvalid()).isTrue();
        assertThat(address.getErrorMessage()).contains(address.getValue());
        assertThat(find(Select.class).single().getValue()).isEqualTo(Role.AUTHOR);
    }
}
