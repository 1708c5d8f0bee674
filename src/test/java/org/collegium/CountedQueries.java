package org.collegium;

import jakarta.persistence.EntityManagerFactory;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Counts the statements that a piece of work sends to the database. */
public final class CountedQueries {

    private CountedQueries() {}

    /** Those that read, whoever sends them, as the database counts them for one connection. */
    public static long read(TransactionOperations transaction, JdbcClient jdbc, Supplier<?> work) {
        return Objects.requireNonNull(transaction.execute(status -> {
            long before = selects(jdbc);
            Object unused = work.get();
            return selects(jdbc) - before;
        }));
    }

    private static long selects(JdbcClient jdbc) {
        return jdbc.sql("show session status like 'Com_select'")
                .query((row, number) -> row.getLong(2))
                .single();
    }

    /** Those of Hibernate, as it counts them. */
    public static long during(EntityManagerFactory entities, Supplier<?> work) {
        return counted(entities, Statistics::getPrepareStatementCount, work);
    }

    /** How many transactions it takes, with those of others that end meanwhile. */
    public static long transactions(EntityManagerFactory entities, Supplier<?> work) {
        return counted(entities, Statistics::getTransactionCount, work);
    }

    private static long counted(EntityManagerFactory entities, ToLongFunction<Statistics> count, Supplier<?> work) {
        Statistics statistics = entities.unwrap(SessionFactory.class).getStatistics();
        boolean before = statistics.isStatisticsEnabled();
        statistics.setStatisticsEnabled(true);
        long counted = count.applyAsLong(statistics);
        try {
            Object unused = work.get();
            return count.applyAsLong(statistics) - counted;
        } finally {
            statistics.setStatisticsEnabled(before);
        }
    }
}
