package org.collegium.assessment.marking;

import java.util.Collection;
import java.util.Set;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseRuns;
import org.collegium.identity.AccountId;
import org.collegium.identity.Role;
import org.collegium.identity.SystemActor;
import org.collegium.partners.Partners;
import org.collegium.partners.PartnersPermissions;
import org.collegium.partners.StaffMember;
import org.springframework.stereotype.Component;

/** Who may mark in a run: the instructors and administrators of the partner that offers it. */
@Component
class Markers {

    private static final Set<Role> MARK = Set.of(Role.INSTRUCTOR, Role.PARTNER_ADMINISTRATOR);

    private final CourseRuns runs;
    private final Partners partners;
    private final SystemActor system;

    Markers(CourseRuns runs, Partners partners, SystemActor system) {
        this.runs = runs;
        this.partners = partners;
        this.system = system;
    }

    /** Whether somebody else than these may mark in a run; about three queries. */
    boolean others(CourseRunId run, Collection<AccountId> than) {
        return runs.find(run).stream()
                .flatMap(found ->
                        system.call(Set.of(PartnersPermissions.STAFF), () -> partners.staff(found.partner())).stream())
                .filter(member -> member.roles().stream().anyMatch(MARK::contains))
                .map(StaffMember::account)
                .anyMatch(person -> !than.contains(person));
    }
}
