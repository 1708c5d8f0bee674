package org.collegium.operations;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.collegium.FullApplicationTest;
import org.collegium.identity.AccountId;
import org.collegium.identity.Accounts;
import org.collegium.identity.IdentityPermissions;
import org.collegium.identity.NewAccount;
import org.collegium.identity.PeopleFilter;
import org.collegium.identity.Role;
import org.collegium.identity.SystemActor;
import org.collegium.shared.EmailAddress;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@Tag("module")
@FullApplicationTest
@Transactional
class FirstOperatorTests {

    private static final Set<String> AUTHORITY = Set.of(IdentityPermissions.PEOPLE, IdentityPermissions.ROLES);

    @Autowired
    private FirstOperator first;

    @Autowired
    private Accounts accounts;

    @Autowired
    private SystemActor system;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private EntityManager entities;

    private final EmailAddress email = new EmailAddress("first-" + UUID.randomUUID() + "@example.org");

    @Test
    void thePersonNamedBecomesOperatorOnceOnly() {
        thereIsNoOperator();
        AccountId person = open(email);

        assertThat(first.appoint(email)).isTrue();
        assertThat(roles(person)).contains(Role.OPERATOR);
        assertThat(first.appoint(email)).isFalse();
    }

    @Test
    void nobodyBecomesOperatorWhileThereIsOne() {
        thereIsNoOperator();
        system.run(
                AUTHORITY,
                () -> accounts.open(data(new EmailAddress("other-" + email.value())), Set.of(Role.OPERATOR)));
        AccountId person = open(email);

        assertThat(first.appoint(email)).isFalse();
        assertThat(roles(person)).doesNotContain(Role.OPERATOR);
    }

    @Test
    void anAddressThatNobodyConfirmedIsNotEnough() {
        thereIsNoOperator();
        assertThat(first.appoint(email)).isFalse();
        AccountId person = open(email);
        entities.flush();
        entities.clear();
        jdbc.sql("UPDATE account SET confirmed_at = NULL WHERE email = ?")
                .param(email.value())
                .update();

        assertThat(first.appoint(email)).isFalse();
        assertThat(roles(person)).doesNotContain(Role.OPERATOR);
    }

    private void thereIsNoOperator() {
        jdbc.sql("DELETE FROM account_role WHERE role = 'OPERATOR'").update();
        assertThat(system.<Integer>call(AUTHORITY, () -> accounts.count(new PeopleFilter("", Role.OPERATOR))))
                .isZero();
    }

    private AccountId open(EmailAddress address) {
        return system.call(AUTHORITY, () -> accounts.open(data(address), Set.of()));
    }

    private Set<Role> roles(AccountId person) {
        return system.call(AUTHORITY, () -> accounts.roles(person));
    }

    private static NewAccount data(EmailAddress address) {
        return new NewAccount("Noor Haddad", address, "frozen-lake-and-sledge", Locale.ENGLISH);
    }
}
