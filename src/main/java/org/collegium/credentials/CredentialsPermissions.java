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

    /** Design the templates of a partner's certificates, and say which is used. */
    public static final String TEMPLATES = "credentials:templates";

    /** See the templates of a partner's certificates. */
    public static final String SEE_TEMPLATES = "credentials:see-templates";

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
        return new PermissionGrants(Map.ofEntries(
                Map.entry(VIEW, Set.of(Role.REGISTRAR)),
                Map.entry(ISSUE, Set.of(Role.REGISTRAR)),
                Map.entry(REVOKE, Set.of(Role.REGISTRAR)),
                Map.entry(SUSPEND, Set.of(Role.REGISTRAR)),
                Map.entry(KEYS, Set.of(Role.REGISTRAR, Role.PARTNER_ADMINISTRATOR)),
                Map.entry(RULES, Set.of(Role.AUTHOR, Role.PARTNER_ADMINISTRATOR, Role.REGISTRAR)),
                Map.entry(PUBLISH_RULES, Set.of(Role.REGISTRAR)),
                Map.entry(PROGRAMMES, Set.of(Role.REGISTRAR)),
                Map.entry(ENDORSE, Set.of(Role.PARTNER_ADMINISTRATOR)),
                Map.entry(TEMPLATES, Set.of(Role.PARTNER_ADMINISTRATOR)),
                Map.entry(SEE_TEMPLATES, Set.of(Role.PARTNER_ADMINISTRATOR, Role.REGISTRAR))));
    }
}
