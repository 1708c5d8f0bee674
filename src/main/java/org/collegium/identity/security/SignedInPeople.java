package org.collegium.identity.security;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.collegium.identity.AccountId;
import org.collegium.identity.AccountPermissions;
import org.collegium.identity.PermissionGrants;
import org.collegium.identity.Role;
import org.collegium.identity.RoleSource;
import org.collegium.identity.SignedIn;
import org.collegium.identity.domain.Account;
import org.collegium.identity.domain.AccountRepository;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds people with everything they may do. */
@Component
class SignedInPeople implements UserDetailsService, AccountPermissions {

    private final AccountRepository accounts;
    private final List<RoleSource> roleSources;
    private final List<PermissionGrants> grants;

    SignedInPeople(AccountRepository accounts, List<RoleSource> roleSources, List<PermissionGrants> grants) {
        this.accounts = accounts;
        this.roleSources = roleSources;
        this.grants = grants;
    }

    @Override
    @Transactional(readOnly = true)
    public SignedIn loadUserByUsername(String email) {
        return accounts.findByEmail(email.strip().toLowerCase(Locale.ROOT))
                .map(this::signedIn)
                .orElseThrow(() -> new UsernameNotFoundException("There is no such account"));
    }

    /** The person behind an account, empty when it is gone. */
    @Transactional(readOnly = true)
    public Optional<SignedIn> find(AccountId id) {
        return accounts.findWithRoles(id).map(this::signedIn);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayFor(AccountId account, String permission, UUID partner) {
        return accounts.findWithRoles(account)
                .filter(found -> authorities(found).stream()
                        .map(GrantedAuthority::getAuthority)
                        .anyMatch(held -> permission.equals(held) || (permission + "@" + partner).equals(held)))
                .isPresent();
    }

    private SignedIn signedIn(Account account) {
        return new SignedIn(account.reference(), account.sessionEpoch(), account.rightsEpoch(), authorities(account));
    }

    private List<GrantedAuthority> authorities(Account account) {
        Stream<String> platform = account.roles().stream()
                .flatMap(role -> Stream.concat(Stream.of("ROLE_" + role.name()), permissions(role)));
        Stream<String> partners = roleSources.stream()
                .flatMap(source -> source.rolesOf(account.id()).stream())
                .flatMap(held -> Stream.concat(
                        Stream.of("ROLE_" + held.role().name()),
                        permissions(held.role()).map(permission -> permission + "@" + held.partner())));
        return Stream.concat(platform, partners)
                .distinct()
                .<GrantedAuthority>map(SimpleGrantedAuthority::new)
                .toList();
    }

    private Stream<String> permissions(Role role) {
        return grants.stream()
                .flatMap(grant -> grant.roles().entrySet().stream())
                .filter(entry -> entry.getValue().contains(role))
                .map(Map.Entry::getKey);
    }
}
