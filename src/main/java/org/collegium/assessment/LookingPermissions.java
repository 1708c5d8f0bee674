package org.collegium.assessment;

import java.util.Map;
import java.util.Set;
import org.collegium.identity.PermissionGrants;
import org.collegium.identity.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may read what learners answered. */
@Configuration
public class LookingPermissions {

    /** Read the attempts of learners in the runs of a partner, with all answers and how they are graded. */
    public static final String LOOK = "assessment:look-at-attempts";

    @Bean
    PermissionGrants lookingPermissionGrants() {
        return new PermissionGrants(Map.of(LOOK, Set.of(Role.INSTRUCTOR, Role.PARTNER_ADMINISTRATOR)));
    }
}
