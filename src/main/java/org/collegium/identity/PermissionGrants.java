package org.collegium.identity;

import java.util.Map;
import java.util.Set;

/**
 * Which roles hold which permissions; each module contributes one bean for its own permissions.
 *
 * @param roles roles by permission, for instance {@code courses:publish}
 */
public record PermissionGrants(Map<String, Set<Role>> roles) {

    public PermissionGrants {
        roles = Map.copyOf(roles);
    }
}
