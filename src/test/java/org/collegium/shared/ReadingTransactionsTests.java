package org.collegium.shared;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.collegium.FullApplicationTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Tag("module")
@FullApplicationTest
class ReadingTransactionsTests {

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aTestFindsWhatWritesInATransactionThatOnlyReads() {
        TransactionTemplate reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);

        assertThatThrownBy(() -> reading.executeWithoutResult(
                        status -> jdbc.sql("update account set name = name").update()))
                .rootCause()
                .hasMessageContaining("READ ONLY");
    }
}
