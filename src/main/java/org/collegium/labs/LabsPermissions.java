package org.collegium.labs;

import java.util.Map;
import java.util.Set;
import org.collegium.identity.PermissionGrants;
import org.collegium.identity.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What one may do with labs beside working on them, and who may. */
@Configuration
public class LabsPermissions {

    /** Try labs of drafts, and see what a piece of work would earn. */
    public static final String TRY = "labs:try";

    /** See where learners fail, without their names. */
    public static final String RESULTS = "labs:results";

    /** Have submissions graded again. */
    public static final String REGRADE = "labs:regrade";

    /** Give points by hand, and see whose work it is. */
    public static final String GIVE_POINTS = "labs:give-points";

    /** See and mend what grades labs: sandboxes, the queue, runtimes, packages for the browser. */
    public static final String OPERATE = "labs:operate";

    @Bean
    PermissionGrants labsPermissionGrants() {
        return new PermissionGrants(Map.of(
                TRY,
                Set.of(Role.AUTHOR, Role.INSTRUCTOR, Role.REVIEWER, Role.PARTNER_ADMINISTRATOR, Role.OPERATOR),
                RESULTS,
                Set.of(Role.AUTHOR, Role.INSTRUCTOR, Role.PARTNER_ADMINISTRATOR),
                REGRADE,
                Set.of(Role.AUTHOR, Role.INSTRUCTOR, Role.PARTNER_ADMINISTRATOR),
                GIVE_POINTS,
                Set.of(Role.INSTRUCTOR, Role.PARTNER_ADMINISTRATOR),
                OPERATE,
                Set.of(Role.OPERATOR)));
    }
}
