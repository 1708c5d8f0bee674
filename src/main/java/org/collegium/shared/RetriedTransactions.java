package org.collegium.shared;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs work in a transaction, and again when the database gave it up in favour of another one: a deadlock, a row that somebody
 * else changed, or a conflict with another node of the cluster.
 */
@Component
public class RetriedTransactions {

    private static final String SERIALISATION_FAILURE = "40001";
    private static final RetryTemplate AGAIN = new RetryTemplate(RetryPolicy.builder()
            .predicate(RetriedTransactions::gaveWay)
            .maxRetries(6)
            .delay(Duration.ofMillis(20))
            .jitter(Duration.ofMillis(15))
            .multiplier(2)
            .build());

    private final TransactionTemplate transaction;

    RetriedTransactions(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    /**
     * Runs the work, up to seven times within about three seconds; inside a transaction it is part of that one and run once.
     *
     * @throws RuntimeException what the last try threw
     */
    public <T> T run(Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return work.get();
        }
        try {
            return AGAIN.<T>execute(() -> transaction.<T>execute(status -> work.get()));
        } catch (RetryException exhausted) {
            if (exhausted.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(exhausted);
        }
    }

    private static boolean gaveWay(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            // Where a flush finds it before the end of the transaction, nobody has translated it.
            if (cause instanceof ConcurrencyFailureException
                    || cause instanceof OptimisticLockException
                    || (cause instanceof SQLException failure && SERIALISATION_FAILURE.equals(failure.getSQLState()))) {
                return true;
            }
        }
        return false;
    }
}
