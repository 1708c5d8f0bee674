package org.collegium.identity.security;

import com.vaadin.flow.server.auth.AccessCheckResult;
import com.vaadin.flow.server.auth.NavigationAccessChecker;
import com.vaadin.flow.server.auth.NavigationContext;
import org.collegium.identity.Access;
import org.collegium.identity.ViewPermission;
import org.springframework.stereotype.Component;

/** Refuses views whose {@link ViewPermission} the current person does not hold. */
@Component
class ViewPermissionChecker implements NavigationAccessChecker {

    private final transient Access access;

    ViewPermissionChecker(Access access) {
        this.access = access;
    }

    @Override
    public AccessCheckResult check(NavigationContext context) {
        ViewPermission permission = context.getNavigationTarget().getAnnotation(ViewPermission.class);
        if (permission == null || context.isErrorHandling()) {
            return context.neutral();
        }
        return access.mayAnywhere(permission.value())
                ? context.allow()
                : context.deny("The permission " + permission.value() + " is missing");
    }
}
