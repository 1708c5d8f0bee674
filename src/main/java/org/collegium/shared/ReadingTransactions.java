package org.collegium.shared;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;

/** Transactions that only read. Nothing that was changed in objects is written in them, whatever the database is told. */
@Configuration(proxyBeanMethods = false)
class ReadingTransactions {

    /** @param guarded whether the database refuses writes in them too, as in tests; telling it so takes two more round trips for each */
    @Bean
    HibernateJpaVendorAdapter jpaVendorAdapter(@Value("${collegium.database.guards-reading:false}") boolean guarded) {
        HibernateJpaVendorAdapter adapter = new HibernateJpaVendorAdapter();
        adapter.getJpaDialect().setPrepareConnection(guarded);
        return adapter;
    }
}
