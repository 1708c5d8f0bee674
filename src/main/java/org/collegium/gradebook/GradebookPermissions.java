package org.collegium.gradebook;

import java.util.Map;
import java.util.Set;
import org.collegium.identity.PermissionGrants;
import org.collegium.identity.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What one may do with the grades of others, and who may. */
@Configuration
public class GradebookPermissions {

    /** See the grades in the runs of a partner, and take them along as a file. */
    public static final String VIEW = "gradebook:view";

    /** Give, excuse, extend and release grades. */
    public static final String GRADE = "gradebook:grade";

    /** Set how runs are graded, and the scales of a partner. */
    public static final String SET_UP = "gradebook:set-up";

    @Bean
    PermissionGrants gradebookPermissionGrants() {
        Set<Role> teaching = Set.of(Role.INSTRUCTOR, Role.PARTNER_ADMINISTRATOR);
        return new PermissionGrants(Map.of(VIEW, teaching, GRADE, teaching, SET_UP, teaching));
    }
}
