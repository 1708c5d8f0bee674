package org.collegium.enrolment;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseRuns;
import org.collegium.identity.Access;
import org.collegium.identity.AccountId;
import org.collegium.identity.Role;
import org.collegium.identity.SystemActor;
import org.collegium.partners.Partners;
import org.collegium.partners.PartnersPermissions;
import org.collegium.partners.StaffMember;
import org.springframework.stereotype.Component;

/**
 * Nobody marks their own work, or gives themselves a score or time, where somebody else of the partner may: its instructors and
 * administrators.
 */
@Component
public class OtherStaff {

    private static final Set<Role> TEACHING = Set.of(Role.INSTRUCTOR, Role.PARTNER_ADMINISTRATOR);

    private final CourseRuns runs;
    private final Partners partners;
    private final Access access;
    private final SystemActor system;

    OtherStaff(CourseRuns runs, Partners partners, Access access, SystemActor system) {
        this.runs = runs;
        this.partners = partners;
        this.access = access;
        this.system = system;
    }

    /** Whether somebody else than these teaches in a run; about three queries. */
    public boolean than(CourseRunId run, Collection<AccountId> people) {
        return runs.find(run).stream()
                .flatMap(found ->
                        system.call(Set.of(PartnersPermissions.STAFF), () -> partners.staff(found.partner())).stream())
                .filter(member -> member.roles().stream().anyMatch(TEACHING::contains))
                .map(StaffMember::account)
                .anyMatch(person -> !people.contains(person));
    }

    /** Whether the current person is this learner and somebody else teaches in the run; without a query for all other learners. */
    public boolean decideFor(CourseRunId run, AccountId learner) {
        return access.is(learner) && than(run, List.of(learner));
    }
}
