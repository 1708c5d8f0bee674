package org.collegium.identity;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the person behind an e-mail address, with everything they may do. */
@Service
class SigningIn implements UserDetailsService {

    private final AccountRepository accounts;
    private final List<RoleSource> roleSources;
    private final List<PermissionGrants> grants;

    SigningIn(AccountRepository accounts, List<RoleSource> roleSources, List<PermissionGrants> grants) {
        this.accounts = accounts;
        this.roleSources = roleSources;
        this.grants = grants;
    }

    @Override
    @Transactional(readOnly = true)
    public SignedIn loadUserByUsername(String email) {
        Account account = accounts.findByEmail(email.strip().toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new UsernameNotFoundException(email));
        return new SignedIn(
                account.id(),
                account.email(),
                account.name(),
                account.sessionEpoch(),
                account.passwordHash(),
                authorities(account));
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
                .filter(entry -> holds(entry.getValue(), role))
                .map(Map.Entry::getKey);
    }

    private static boolean holds(Set<Role> roles, Role role) {
        return roles.contains(role);
    }
}
