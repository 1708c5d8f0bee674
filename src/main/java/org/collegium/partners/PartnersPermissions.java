package org.collegium.partners;

import java.util.Map;
import java.util.Set;
import org.collegium.identity.PermissionGrants;
import org.collegium.identity.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What one may do with partners, and who may. */
@Configuration
public class PartnersPermissions {

    /** Admit a member organisation. */
    public static final String ADMIT = "partners:admit";

    /** Say what a partner is: its description, homepage and colour. */
    public static final String DESCRIBE = "partners:describe";

    /** Give and take roles at a partner. */
    public static final String STAFF = "partners:staff";

    @Bean
    PermissionGrants partnersPermissionGrants() {
        return new PermissionGrants(Map.of(
                ADMIT, Set.of(Role.REGISTRAR),
                DESCRIBE, Set.of(Role.REGISTRAR, Role.PARTNER_ADMINISTRATOR),
                STAFF, Set.of(Role.REGISTRAR, Role.OPERATOR, Role.PARTNER_ADMINISTRATOR)));
    }
}
