package org.collegium;

import jakarta.persistence.EntityManagerFactory;
import java.util.function.Supplier;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;

/** Counts the statements that a piece of work sends to the database. */
public final class CountedQueries {

    private CountedQueries() {}

    public static long during(EntityManagerFactory entities, Supplier<?> work) {
        Statistics statistics = entities.unwrap(SessionFactory.class).getStatistics();
        boolean before = statistics.isStatisticsEnabled();
        statistics.setStatisticsEnabled(true);
        long counted = statistics.getPrepareStatementCount();
        try {
            Object unused = work.get();
            return statistics.getPrepareStatementCount() - counted;
        } finally {
            statistics.setStatisticsEnabled(before);
        }
    }
}
