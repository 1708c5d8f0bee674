package org.collegium.identity;

import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AccountRepository extends Repository<Account, AccountId> {

    Account save(Account account);

    Optional<Account> findById(AccountId id);

    @Query("select account from Account account left join fetch account.roles where account.email = :email")
    Optional<Account> findByEmail(String email);
}
