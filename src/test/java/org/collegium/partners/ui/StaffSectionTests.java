package org.collegium.partners.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.select.Select;
import java.util.Set;
import java.util.UUID;
import org.collegium.FullApplicationTest;
import org.collegium.identity.AccountId;
import org.collegium.identity.Accounts;
import org.collegium.identity.IdentityFixtures;
import org.collegium.identity.Role;
import org.collegium.identity.SystemActor;
import org.collegium.identity.WithAccount;
import org.collegium.partners.Appointment;
import org.collegium.partners.Partner;
import org.collegium.partners.PartnerData;
import org.collegium.partners.PartnerField;
import org.collegium.partners.PartnerId;
import org.collegium.partners.PartnerKind;
import org.collegium.partners.Partners;
import org.collegium.partners.PartnersPermissions;
import org.collegium.shared.Slug;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Tag("view")
@FullApplicationTest
class StaffSectionTests extends SpringBrowserlessTest {

    @Autowired
    private Accounts accounts;

    @Autowired
    private Partners partners;

    @Autowired
    private SystemActor system;

    @Test
    @WithAccount(Role.OPERATOR)
    void rolesAtPartnersStandBesideThoseOnThePlatformAndAreGivenAndTaken() {
        PartnerId partner = admitted();
        AccountId noor =
                accounts.open(IdentityFixtures.person("Noor Haddad", UUID.randomUUID() + "@example.org"), Set.of());
        UI.getCurrent().navigate("operations/people/" + noor);

        choosePartner(partner);
        chooseRole(Role.AUTHOR);
        test(find(Button.class).withText("Appoint").single()).click();

        assertThat(partners.appointmentsOf(noor)).extracting(Appointment::role).containsExactly(Role.AUTHOR);
        ListItem line = find(ListItem.class)
                .withCondition(item -> item.getElement().getTextRecursively().startsWith("Author at"))
                .single();

        test(find(Button.class, line).single()).click();
        assertThat(partners.appointmentsOf(noor)).isEmpty();
    }

    @Test
    @WithAccount(Role.OPERATOR)
    void whatIsMissingIsToldAtItsField() {
        AccountId noor =
                accounts.open(IdentityFixtures.person("Noor Haddad", UUID.randomUUID() + "@example.org"), Set.of());
        UI.getCurrent().navigate("operations/people/" + noor);

        test(find(Button.class).withText("Appoint").single()).click();

        assertThat(find(PartnerField.class).single().isInvalid()).isTrue();
        assertThat(find(PartnerField.class).single().getErrorMessage()).isEqualTo("Choose a partner.");
    }

    @Test
    @WithAccount(Role.OPERATOR)
    void whatWasChosenStaysWhenTheOtherIsMissing() {
        PartnerId partner = admitted();
        AccountId noor =
                accounts.open(IdentityFixtures.person("Noor Haddad", UUID.randomUUID() + "@example.org"), Set.of());
        UI.getCurrent().navigate("operations/people/" + noor);

        choosePartner(partner);
        test(find(Button.class).withText("Appoint").single()).click();

        assertThat(find(PartnerField.class).single().isInvalid()).isFalse();
        assertThat(find(PartnerField.class).single().getValue().id()).isEqualTo(partner);
        Select<?> role = find(Select.class)
                .withCondition(select -> "Role".equals(select.getLabel()))
                .single();
        assertThat(role.isInvalid()).isTrue();
        assertThat(role.getErrorMessage()).isEqualTo("Choose a role.");
    }

    @Test
    @WithAccount(Role.OPERATOR)
    void rolesAtPartnersGoWithTheAccount() {
        PartnerId partner = admitted();
        AccountId noor =
                accounts.open(IdentityFixtures.person("Noor Haddad", UUID.randomUUID() + "@example.org"), Set.of());
        partners.appoint(partner, noor, Role.REVIEWER);

        accounts.erase(noor);

        assertThat(partners.appointmentsOf(noor)).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private void choosePartner(PartnerId id) {
        Partner partner = partners.find(id).orElseThrow();
        find(PartnerField.class).single().setValue(partner);
    }

    @SuppressWarnings("unchecked")
    private void chooseRole(Role role) {
        ((Select<Role>) find(Select.class)
                        .withCondition(select -> "Role".equals(select.getLabel()))
                        .single())
                .setValue(role);
    }

    private PartnerId admitted() {
        String slug = "p" + UUID.randomUUID().toString().substring(0, 8);
        PartnerData data = new PartnerData(
                new Slug(slug), "Partner " + slug, "P", PartnerKind.UNIVERSITY, "FI", null, "#225577", "For tests.");
        return system.call(Set.of(PartnersPermissions.ADMIT), () -> partners.admit(data));
    }
}
