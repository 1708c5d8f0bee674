package org.collegium.integrity;

import java.util.Map;
import java.util.Set;
import org.collegium.identity.PermissionGrants;
import org.collegium.identity.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What one may do about honest work, and who may. */
@Configuration
public class IntegrityPermissions {

    /** See traces of attempts, have texts compared, see what they have in common. */
    public static final String LOOK = "integrity:look";

    /** Open cases, read and decide them. */
    public static final String CASES = "integrity:cases";

    @Bean
    PermissionGrants integrityPermissionGrants() {
        return new PermissionGrants(Map.of(
                LOOK, Set.of(Role.INSTRUCTOR, Role.PARTNER_ADMINISTRATOR),
                CASES, Set.of(Role.INSTRUCTOR, Role.PARTNER_ADMINISTRATOR)));
    }
}
