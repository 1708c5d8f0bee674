package org.collegium.identity;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Answers what the current person may do. A permission is held for the platform ({@code courses:publish}) or for one
 * partner ({@code courses:publish@<partner id>}). Services ask in {@code @PreAuthorize("@access.may('…')")}.
 */
@Component("access")
public class Access {

    /** Whether the permission is held for the whole platform. */
    public boolean may(String permission) {
        return authorities().contains(permission);
    }

    /** Whether the permission is held for the platform or for this partner. */
    public boolean mayFor(String permission, UUID partner) {
        Set<String> held = authorities();
        return held.contains(permission) || held.contains(permission + "@" + partner);
    }

    /** Whether the permission is held for the platform or for at least one partner. */
    public boolean mayAnywhere(String permission) {
        return authorities().stream().anyMatch(held -> held.equals(permission) || held.startsWith(permission + "@"));
    }

    /** The partners for which the permission is held; empty when it is held for the platform or not at all. */
    public Set<UUID> partners(String permission) {
        String prefix = permission + "@";
        return authorities().stream()
                .filter(held -> held.startsWith(prefix))
                .map(held -> UUID.fromString(held.substring(prefix.length())))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the current person is the owner of this account. */
    public boolean is(AccountId account) {
        return account().filter(account::equals).isPresent();
    }

    /** The current person, empty when nobody is signed in. */
    public Optional<SignedIn> current() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(Authentication::getPrincipal)
                .filter(SignedIn.class::isInstance)
                .map(SignedIn.class::cast);
    }

    /** The account of the current person, empty when nobody is signed in. */
    public Optional<AccountId> account() {
        return current().map(SignedIn::account);
    }

    /** Whose deed it is, to be kept with it: the account of the current person, or null for the platform itself. */
    public @Nullable AccountId actor() {
        return account().orElse(null);
    }

    /** As {@link #actor}, the way it stands in a column. */
    public @Nullable UUID actorId() {
        return account().map(AccountId::value).orElse(null);
    }

    /** Whether somebody is signed in. */
    public boolean signedIn() {
        return current().isPresent();
    }

    private static Set<String> authorities() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null
                || !authentication.isAuthenticated()
                || authentication instanceof AnonymousAuthenticationToken) {
            return Set.of();
        }
        return authentication.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .collect(Collectors.toUnmodifiableSet());
    }
}
