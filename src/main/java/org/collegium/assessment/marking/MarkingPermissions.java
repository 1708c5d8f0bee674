package org.collegium.assessment.marking;

import java.util.Map;
import java.util.Set;
import org.collegium.identity.PermissionGrants;
import org.collegium.identity.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What one may do with answers that persons mark, and who may. */
@Configuration
public class MarkingPermissions {

    /** Mark answers in the runs of a partner, decide where two marks differ, and set how it is done. */
    public static final String MARK = "assessment:mark";

    @Bean
    PermissionGrants markingPermissionGrants() {
        return new PermissionGrants(Map.of(MARK, Set.of(Role.INSTRUCTOR, Role.PARTNER_ADMINISTRATOR)));
    }
}
