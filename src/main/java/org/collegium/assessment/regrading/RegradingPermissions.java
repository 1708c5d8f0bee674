package org.collegium.assessment.regrading;

import java.util.Map;
import java.util.Set;
import org.collegium.identity.PermissionGrants;
import org.collegium.identity.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What one may do with keys after they were answered, and who may. */
@Configuration
public class RegradingPermissions {

    /** Correct keys of quizzes in the runs of a partner, and see whose grades change by it. */
    public static final String REGRADE = "assessment:regrade";

    @Bean
    PermissionGrants regradingPermissionGrants() {
        return new PermissionGrants(Map.of(REGRADE, Set.of(Role.INSTRUCTOR, Role.PARTNER_ADMINISTRATOR)));
    }
}
