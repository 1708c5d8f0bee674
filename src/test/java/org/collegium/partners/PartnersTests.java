package org.collegium.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.collegium.FullApplicationTest;
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
}
