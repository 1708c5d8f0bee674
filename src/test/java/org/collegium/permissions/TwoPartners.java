package org.collegium.permissions;

import org.collegium.enrolment.StudyFixtures;
import org.collegium.enrolment.StudyFixtures.Offered;
import org.collegium.identity.SystemActor;
import org.collegium.partners.PartnerId;
import org.collegium.partners.Partners;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;

/**
 * Two partners with a course each, and everybody.
 *
 * @param own what the partner offers at which those with a partner's role hold it
 * @param other what a partner offers at which nobody holds a role
 */
record TwoPartners(Offered own, Offered other, Personas personas) {

    static TwoPartners with(JdbcClient jdbc, UserDetailsService people, Partners partners, SystemActor system) {
        StudyFixtures fixtures = new StudyFixtures(jdbc, people);
        Offered own = fixtures.offer();
        return new TwoPartners(
                own, fixtures.offer(), new Personas(jdbc, people, partners, system, new PartnerId(own.partner())));
    }
}
