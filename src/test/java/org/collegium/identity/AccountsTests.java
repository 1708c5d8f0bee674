package org.collegium.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.collegium.FullApplicationTest;
import org.collegium.shared.EmailAddress;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.annotation.Transactional;

@Tag("module")
@FullApplicationTest
@Transactional
class AccountsTests {

    @Autowired
    private Accounts accounts;

    @Autowired
    private Access access;

    private final String email = UUID.randomUUID() + "@example.org";

    @Test
    @WithAccount(Role.OPERATOR)
    void anOperatorOpensAConfirmedAccount() {
        AccountId id = accounts.open(IdentityFixtures.person("Noor Haddad", email), Set.of(Role.REGISTRAR));

        assertThat(accounts.find(new EmailAddress(email))).hasValueSatisfying(account -> {
            assertThat(account.id()).isEqualTo(id);
            assertThat(account.name()).isEqualTo("Noor Haddad");
            assertThat(account.confirmed()).isTrue();
        });
        assertThat(accounts.roles(id)).containsExactlyInAnyOrder(Role.LEARNER, Role.REGISTRAR);
    }

    @Test
    @WithAccount
    void aLearnerSeesAndChangesNobodyElse() {
        AccountId other = AccountId.next();

        assertThatThrownBy(() -> accounts.find(other)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> accounts.find(new EmailAddress(email))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> accounts.roles(other)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> accounts.search(PeopleFilter.everybody(), new PageRequest(0, 10)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> accounts.appoint(me(), Role.OPERATOR)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> accounts.signOutEverywhere(other)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> accounts.erase(other)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> accounts.open(IdentityFixtures.ada(), Set.of()))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    @WithAccount
    void aLearnerSeesThemselves() {
        assertThat(accounts.find(me()))
                .hasValueSatisfying(account -> assertThat(account.name()).isEqualTo("Ada Lind"));
    }

    @Test
    @WithAccount(Role.REGISTRAR)
    void aRegistrarFindsPeopleButGivesNoRoles() {
        assertThat(accounts.find(me())).isPresent();
        assertThatThrownBy(() -> accounts.appoint(me(), Role.OPERATOR)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> accounts.erase(AccountId.next())).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aStrangerSeesNobody() {
        SecurityContextHolder.clearContext();

        assertThatThrownBy(() -> accounts.find(AccountId.next())).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    @WithAccount(Role.OPERATOR)
    void peopleAreFoundByPartOfTheNameOrTheBeginningOfTheAddress() {
        String word = "W" + UUID.randomUUID().toString().substring(0, 8);
        AccountId id =
                accounts.open(IdentityFixtures.person("Zoë " + word + " Ångström", email), Set.of(Role.REGISTRAR));

        assertThat(found(word.toLowerCase(Locale.ROOT), null)).containsExactly(id);
        assertThat(found("zoe " + word, null)).containsExactly(id);
        assertThat(found(email.substring(0, 12), Role.REGISTRAR)).containsExactly(id);
        assertThat(found(email, Role.OPERATOR)).isEmpty();
        assertThat(accounts.count(new PeopleFilter(word, null))).isOne();
        assertThat(found("%", null)).isEmpty();
        assertThat(accounts.search(new PeopleFilter(word, null), new PageRequest(0, 5))
                        .getFirst()
                        .roles())
                .containsExactlyInAnyOrder(Role.LEARNER, Role.REGISTRAR);
    }

    @Test
    @WithAccount(Role.OPERATOR)
    void rolesOfPartnersAreNotGivenForThePlatform() {
        assertThatThrownBy(() -> accounts.appoint(me(), Role.AUTHOR)).isInstanceOf(RuleViolation.class);
    }

    @Test
    @WithAccount(Role.OPERATOR)
    void theLastOperatorStays() {
        accounts.search(new PeopleFilter("", Role.OPERATOR), new PageRequest(0, 500)).stream()
                .map(PersonListItem::id)
                .filter(id -> !id.equals(me()))
                .forEach(id -> accounts.dismiss(id, Role.OPERATOR));

        assertThatThrownBy(() -> accounts.dismiss(me(), Role.OPERATOR))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("identity.role.last-operator");
        assertThatThrownBy(() -> accounts.erase(me())).isInstanceOf(RuleViolation.class);
    }

    @Test
    @WithAccount(Role.OPERATOR)
    void anErasedAccountIsGone() {
        AccountId id = accounts.open(IdentityFixtures.person("Noor Haddad", email), Set.of());

        accounts.erase(id);

        assertThat(accounts.find(id)).isEmpty();
    }

    private List<AccountId> found(String text, @Nullable Role role) {
        return accounts.search(new PeopleFilter(text, role), new PageRequest(0, 10)).stream()
                .map(PersonListItem::id)
                .toList();
    }

    private AccountId me() {
        return access.current().orElseThrow().account();
    }
}
