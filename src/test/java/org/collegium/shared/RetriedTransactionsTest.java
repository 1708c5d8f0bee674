package org.collegium.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.OptimisticLockException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.SimpleTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

@Tag("unit")
class RetriedTransactionsTest {

    private final AtomicInteger tries = new AtomicInteger();
    private final RetriedTransactions transactions = new RetriedTransactions(new TransactionTemplate(new Nothing()));

    @Test
    void whatGaveWayToAnotherIsTriedAgain() {
        assertThat(failingOnceWith(new CannotAcquireLockException("deadlock"))).isEqualTo(2);
        assertThat(failingOnceWith(new OptimisticLockException("somebody else was first")))
                .isEqualTo(2);
    }

    @Test
    void whatIsWrongIsToldAtOnce() {
        assertThatThrownBy(() -> failingOnceWith(new RuleViolation("shared.slug.syntax", "A")))
                .isInstanceOf(RuleViolation.class);
        assertThat(tries).hasValue(1);
    }

    private int failingOnceWith(RuntimeException failure) {
        tries.set(0);
        return transactions.run(() -> {
            if (tries.incrementAndGet() == 1) {
                throw failure;
            }
            return tries.get();
        });
    }

    private static final class Nothing implements PlatformTransactionManager {

        @Override
        public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
            return new SimpleTransactionStatus();
        }

        @Override
        public void commit(TransactionStatus status) {}

        @Override
        public void rollback(TransactionStatus status) {}
    }
}
