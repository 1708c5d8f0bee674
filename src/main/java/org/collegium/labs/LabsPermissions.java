package org.collegium.labs;

import java.util.Map;
import java.util.Set;
import org.collegium.identity.PermissionGrants;
import org.collegium.identity.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What one may do with labs beyond one's own work, and who may. */
@Configuration
public class LabsPermissions {

    /** See and mend what grades labs: sandboxes, the queue, runtimes, packages for the browser. */
    public static final String OPERATE = "labs:operate";

    @Bean
    PermissionGrants labsPermissionGrants() {
        return new PermissionGrants(Map.of(OPERATE, Set.of(Role.OPERATOR)));
    }
}
