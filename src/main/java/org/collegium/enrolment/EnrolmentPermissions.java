package org.collegium.enrolment;

import java.util.Map;
import java.util.Set;
import org.collegium.identity.PermissionGrants;
import org.collegium.identity.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What one may do with the enrolments of others, and who may. */
@Configuration
public class EnrolmentPermissions {

    /** See who is enrolled in the runs of a partner. */
    public static final String VIEW = "enrolment:view";

    /** Enrol others in the runs of a partner. */
    public static final String ENROL = "enrolment:enrol";

    /** Make groups of learners in the runs of a partner, and say who is in them. */
    public static final String GROUPS = "enrolment:groups";

    @Bean
    PermissionGrants enrolmentPermissionGrants() {
        return new PermissionGrants(Map.of(
                VIEW, Set.of(Role.INSTRUCTOR, Role.PARTNER_ADMINISTRATOR, Role.REGISTRAR),
                ENROL, Set.of(Role.INSTRUCTOR, Role.PARTNER_ADMINISTRATOR, Role.REGISTRAR),
                GROUPS, Set.of(Role.INSTRUCTOR, Role.PARTNER_ADMINISTRATOR)));
    }
}
