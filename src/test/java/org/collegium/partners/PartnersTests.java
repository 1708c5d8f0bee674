package org.collegium.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.collegium.FullApplicationTest;
import org.collegium.identity.AccountId;
import org.collegium.identity.AccountReference;
import org.collegium.identity.Accounts;
import org.collegium.identity.IdentityFixtures;
import org.collegium.identity.Role;
import org.collegium.shared.EmailAddress;
import org.collegium.shared.PageRequest;
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
    private OwnPartners own;

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
    @WithMockUser(authorities = PartnersPermissions.ADMIT)
    void partnersAreFoundByPartsOfTheirNamesPageByPage() {
        String word = "w" + UUID.randomUUID().toString().substring(0, 8);
        List<PartnerId> ids = Stream.of("C", "a", "B")
                .map(letter -> partners.admit(PartnersFixtures.named(letter + " " + word + " 100%")))
                .toList();

        assertThat(partners.search(word, new PageRequest(0, 2)))
                .extracting(Partner::id)
                .containsExactly(ids.get(1), ids.get(2));
        assertThat(partners.search(" " + word, new PageRequest(2, 2)))
                .extracting(Partner::id)
                .containsExactly(ids.get(0));
        assertThat(partners.count(word)).isEqualTo(3);
        assertThat(partners.count("b " + word)).isEqualTo(1);
        assertThat(partners.count(word + " 100%")).isEqualTo(3);
        assertThat(partners.count(word + "%100"))
                .as("nothing stands for anything")
                .isZero();
        assertThat(partners.count("")).isGreaterThanOrEqualTo(3);
        assertThat(partners.find(ids)).extracting(Partner::id).containsExactly(ids.get(1), ids.get(2), ids.get(0));
        assertThat(partners.find(List.of())).isEmpty();
    }

    @Test
    @WithMockUser(authorities = PartnersPermissions.ADMIT)
    void whoHoldsAPermissionForAllChoosesAmongAll() {
        PartnerId id = partners.admit(PartnersFixtures.university());

        assertThat(own.search(PartnersPermissions.ADMIT, "fixture-university", new PageRequest(0, 5)))
                .extracting(Partner::id)
                .contains(id);
        assertThat(own.named(PartnersPermissions.ADMIT, "fixture-university")).isPresent();
        assertThat(own.named(PartnersPermissions.ADMIT, "No key at all")).isEmpty();
        assertThat(own.count(PartnersPermissions.STAFF, ""))
                .as("a permission that one does not hold anywhere")
                .isZero();
        assertThat(own.named(PartnersPermissions.STAFF, "fixture-university")).isEmpty();
    }

    @Test
    @WithMockUser(authorities = PartnersPermissions.ADMIT)
    void whoHoldsAPermissionForSomeChoosesAmongThose() {
        List<PartnerId> ids = Stream.of("One", "Two", "Three")
                .map(name -> partners.admit(PartnersFixtures.named(name + " of some")))
                .toList();

        holding(ids.getFirst());
        assertThat(own.only(PartnersPermissions.STAFF)).map(Partner::id).contains(ids.getFirst());

        holding(ids.getFirst(), ids.getLast());
        assertThat(own.only(PartnersPermissions.STAFF)).as("a choice").isEmpty();
        assertThat(own.search(PartnersPermissions.STAFF, "of some", new PageRequest(0, 5)))
                .extracting(Partner::id)
                .containsExactly(ids.getFirst(), ids.getLast());
        assertThat(own.count(PartnersPermissions.STAFF, "two")).isZero();
        assertThat(own.named(PartnersPermissions.STAFF, "two-of-some")).isEmpty();
        assertThat(own.named(PartnersPermissions.STAFF, "three-of-some")).isPresent();
    }

    private static void holding(PartnerId... ids) {
        IdentityFixtures.signIn(IdentityFixtures.authentication(
                AccountId.next(),
                Stream.of(ids).map(id -> PartnersPermissions.STAFF + "@" + id).toArray(String[]::new)));
    }

    @Test
    @WithMockUser(authorities = PartnersPermissions.ADMIT)
    void nobodyIsAdmittedUnderAKeyThatNamesTheAllianceInAddresses() {
        assertThatThrownBy(() -> partners.admit(PartnersFixtures.named("Alliance")))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("partners.slug.reserved");
        partners.admit(PartnersFixtures.named("Alliance of Kisumu"));
        assertThat(partners.find(new Slug("alliance"))).isEmpty();
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
