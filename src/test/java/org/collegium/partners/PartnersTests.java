package org.collegium.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.UUID;
import org.collegium.FullApplicationTest;
import org.collegium.identity.AccountReference;
import org.collegium.identity.Accounts;
import org.collegium.identity.IdentityFixtures;
import org.collegium.identity.Role;
import org.collegium.shared.EmailAddress;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.Slug;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.transaction.annotation.Transactional;

@Tag("module")
@FullApplicationTest
@Transactional
class PartnersTests {

    @Autowired
    private Partners partners;

    @Autowired
    private Accounts accounts;

    @Test
    @WithMockUser(authorities = PartnersPermissions.ADMIT)
    void anAdmittedPartnerIsFoundBySlug() {
        PartnerData data = PartnersFixtures.university();

        PartnerId id = partners.admit(data);

        assertThat(partners.find(new Slug("fixture-university"))).contains(new Partner(id, data));
    }

    @Test
    @WithMockUser
    void aLearnerDoesNotAdmitPartners() {
        assertThatThrownBy(() -> partners.admit(PartnersFixtures.university()))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    @WithMockUser(authorities = {PartnersPermissions.ADMIT, PartnersPermissions.DESCRIBE})
    void aPartnerSaysWhatItIsButNotWhatItsNameIs() {
        PartnerId id = partners.admit(PartnersFixtures.university());

        partners.describe(id, new PartnerProfile("FIX", " ", "#8a1d5a", " New words. "));

        assertThat(partners.find(id)).map(Partner::data).hasValueSatisfying(data -> {
            assertThat(data.name()).isEqualTo("Fixture University");
            assertThat(data.shortName()).isEqualTo("FIX");
            assertThat(data.homepage()).isNull();
            assertThat(data.brandColour()).isEqualTo("#8a1d5a");
            assertThat(data.description()).isEqualTo("New words.");
        });
        assertThatThrownBy(() -> partners.describe(id, new PartnerProfile("FIX", "javascript:alert(1)", "#8a1d5a", "")))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("partners.homepage.syntax");
    }

    @Test
    @WithMockUser(authorities = PartnersPermissions.ADMIT)
    void otherPartnersAreNeitherDescribedNorStaffed() {
        PartnerId id = partners.admit(PartnersFixtures.university());

        assertThatThrownBy(() -> partners.describe(id, PartnerProfile.of(PartnersFixtures.university())))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> partners.staff(id)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> partners.appoint(id, new EmailAddress("ada@example.org"), Role.AUTHOR))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    @WithMockUser(authorities = {PartnersPermissions.ADMIT, PartnersPermissions.STAFF})
    void staffAreAppointedByTheirAddressAndListedWithTheirRoles() {
        PartnerId id = partners.admit(PartnersFixtures.university());
        EmailAddress address = new EmailAddress(UUID.randomUUID() + "@example.org");
        IdentityFixtures.opened(accounts, IdentityFixtures.person("Noor Haddad", address.value()));

        AccountReference noor = partners.appoint(id, address, Role.AUTHOR);
        partners.appoint(id, noor.id(), Role.REVIEWER);

        assertThat(partners.staff(id))
                .containsExactly(
                        new StaffMember(noor.id(), "Noor Haddad", address.value(), Set.of(Role.AUTHOR, Role.REVIEWER)));
        assertThatThrownBy(() -> partners.appoint(id, new EmailAddress("nobody@example.org"), Role.AUTHOR))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("partners.staff.nobody");
    }
}
