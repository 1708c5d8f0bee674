package org.collegium.learning;

import java.util.Map;
import java.util.Set;
import org.collegium.identity.PermissionGrants;
import org.collegium.identity.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What one may do with the progress of others, and who may. */
@Configuration
public class LearningPermissions {

    /** See the learners of a partner's runs and how far they are. */
    public static final String VIEW_LEARNERS = "learning:view-learners";

    /** Derive progress anew from the event log. */
    public static final String RECOMPUTE = "learning:recompute";

    @Bean
    PermissionGrants learningPermissionGrants() {
        return new PermissionGrants(Map.of(
                VIEW_LEARNERS, Set.of(Role.INSTRUCTOR, Role.PARTNER_ADMINISTRATOR, Role.REGISTRAR),
                RECOMPUTE, Set.of(Role.OPERATOR)));
    }
}
