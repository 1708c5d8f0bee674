package org.collegium.identity;

import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What one may do with accounts, and who may. */
@Configuration
public class IdentityPermissions {

    /** Find people, read their addresses and roles. */
    public static final String PEOPLE = "identity:people";

    /** Open accounts for others, give and take roles on the platform, end sessions of others. */
    public static final String ROLES = "identity:roles";

    /** Erase the account of another person. */
    public static final String ERASE = "identity:erase";

    @Bean
    PermissionGrants identityPermissionGrants() {
        return new PermissionGrants(Map.of(
                PEOPLE, Set.of(Role.OPERATOR, Role.REGISTRAR),
                ROLES, Set.of(Role.OPERATOR),
                ERASE, Set.of(Role.OPERATOR)));
    }
}
