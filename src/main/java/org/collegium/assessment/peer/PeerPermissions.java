package org.collegium.assessment.peer;

import java.util.Map;
import java.util.Set;
import org.collegium.identity.PermissionGrants;
import org.collegium.identity.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What one may do with the peer reviews of a run, and who may. */
@Configuration
public class PeerPermissions {

    /** Have learners of the runs of a partner review each other, see who did, and what they wrote. */
    public static final String LEAD = "assessment:lead-peer-review";

    @Bean
    PermissionGrants peerPermissionGrants() {
        return new PermissionGrants(Map.of(LEAD, Set.of(Role.INSTRUCTOR, Role.PARTNER_ADMINISTRATOR)));
    }
}
