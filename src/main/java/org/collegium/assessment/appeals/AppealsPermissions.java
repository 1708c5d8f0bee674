package org.collegium.assessment.appeals;

import java.util.Map;
import java.util.Set;
import org.collegium.identity.PermissionGrants;
import org.collegium.identity.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What one may do with appeals of learners, and who may. */
@Configuration
public class AppealsPermissions {

    /** Read appeals in the runs of a partner, reply to them, and set how long there is time for both. */
    public static final String REPLY = "assessment:reply-to-appeals";

    @Bean
    PermissionGrants appealsPermissionGrants() {
        return new PermissionGrants(Map.of(REPLY, Set.of(Role.INSTRUCTOR, Role.PARTNER_ADMINISTRATOR)));
    }
}
