package org.collegium.identity.domain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collegium.identity.AccountId;
import org.collegium.identity.Role;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

public interface AccountRepository extends Repository<Account, AccountId> {

    Account saveAndFlush(Account account);

    void delete(Account account);

    void flush();

    Optional<Account> findById(AccountId id);

    @Query("select account from Account account left join fetch account.roles where account.email = :email")
    Optional<Account> findByEmail(String email);

    @Query("select account from Account account left join fetch account.roles where account.id = :id")
    Optional<Account> findWithRoles(AccountId id);

    List<Account> findByIdIn(Collection<AccountId> ids);

    List<Account> findByEmailIn(Collection<String> emails);

    boolean existsByEmail(String email);

    @Query("select count(account) from Account account where :role member of account.roles")
    long countWith(Role role);

    @Query("select account.id.value from Account account where :role member of account.roles order by account.id.value")
    List<UUID> idsWith(Role role, Limit limit);
}
