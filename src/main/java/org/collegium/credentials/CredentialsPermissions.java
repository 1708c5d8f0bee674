package org.collegium.credentials;

import java.util.Map;
import java.util.Set;
import org.collegium.identity.PermissionGrants;
import org.collegium.identity.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What one may do with the certificates of others, and who may. */
@Configuration
public class CredentialsPermissions {

    /** See who is due and what was issued. */
    public static final String VIEW = "credentials:view";

    /** Issue certificates. */
    public static final String ISSUE = "credentials:issue";

    /** Revoke certificates. */
    public static final String REVOKE = "credentials:revoke";

    /** Suspend certificates, and lift that. */
    public static final String SUSPEND = "credentials:suspend";

    /** Change and give up the keys that sign; partner administrators those of their own partner. */
    public static final String KEYS = "credentials:keys";

    /** Write drafts of what certificates of a course ask for, and see what holds. */
    public static final String RULES = "credentials:rules";

    /** Make such a draft hold. */
    public static final String PUBLISH_RULES = "credentials:publish-rules";

    /** Write and publish programmes. */
    public static final String PROGRAMMES = "credentials:programmes";

    /** Agree to a programme for a partner. */
    public static final String ENDORSE = "credentials:endorse";

    @Bean
    PermissionGrants credentialsPermissionGrants() {
        return new PermissionGrants(Map.of(
                VIEW, Set.of(Role.REGISTRAR),
                ISSUE, Set.of(Role.REGISTRAR),
                REVOKE, Set.of(Role.REGISTRAR),
                SUSPEND, Set.of(Role.REGISTRAR),
                KEYS, Set.of(Role.REGISTRAR, Role.PARTNER_ADMINISTRATOR),
                RULES, Set.of(Role.AUTHOR, Role.PARTNER_ADMINISTRATOR, Role.REGISTRAR),
                PUBLISH_RULES, Set.of(Role.REGISTRAR),
                PROGRAMMES, Set.of(Role.REGISTRAR),
                ENDORSE, Set.of(Role.PARTNER_ADMINISTRATOR)));
    }
}
