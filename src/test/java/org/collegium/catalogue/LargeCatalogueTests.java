package org.collegium.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.collegium.FullApplicationTest;
import org.collegium.partners.PartnerId;
import org.collegium.partners.Partners;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

@Tag("module")
@FullApplicationTest
@Transactional
class LargeCatalogueTests {

    private static final int COURSES = 10_000;
    private static final int ROUNDS = 21;
    private static final Duration ENOUGH = Duration.ofMillis(100);

    @Autowired
    private DataSource dataSource;

    @Autowired
    private JsonMapper json;

    @Autowired
    private Partners partners;

    private final AtomicInteger queries = new AtomicInteger();
    private Catalogue catalogue;

    @BeforeEach
    void fill() {
        CatalogueRows rows = new CatalogueRows(new NamedParameterJdbcTemplate(new Counted(dataSource)), json);
        rows.list(CatalogueFixtures.many(PartnerId.next(), COURSES, 7));
        catalogue = new Catalogue(new CatalogueMemory(rows, partners, TransactionOperations.withoutTransaction()));
        catalogue.search(query());
    }

    @Test
    void pagesNeedFewQueriesAndLittleTime() {
        for (CatalogueQuery query : List.of(
                query(),
                query("topic", "ethics", "level", "advanced", "language", "de"),
                query("q", "neural networks"),
                query("q", "nueral netwrks", "level", "introductory"),
                query("q", "a"))) {
            queries.set(0);
            CataloguePage page = catalogue.search(query);
            assertThat(queries).as(query.toString()).hasValueLessThanOrEqualTo(4);
            assertThat(page.cards()).as(query.toString()).hasSize(CataloguePage.SIZE);
            assertThat(middleOf(query)).as(query.toString()).isLessThan(ENOUGH);
        }
    }

    /** The middle of a few times, after warming up. It is a few milliseconds; the bound leaves room for a busy machine. */
    private Duration middleOf(CatalogueQuery query) {
        long[] times = new long[ROUNDS];
        for (int round = -ROUNDS; round < times.length; round++) {
            long start = System.nanoTime();
            catalogue.search(query);
            if (round >= 0) {
                times[round] = System.nanoTime() - start;
            }
        }
        Arrays.sort(times);
        return Duration.ofNanos(times[ROUNDS / 2]);
    }

    private static CatalogueQuery query(String... parameters) {
        Map<String, List<String>> read = new HashMap<>();
        for (int index = 0; index < parameters.length; index += 2) {
            read.put(parameters[index], List.of(parameters[index + 1]));
        }
        return CatalogueQuery.of(read);
    }

    /** Counts prepared statements on the transaction's connection. */
    private final class Counted extends DelegatingDataSource {

        Counted(DataSource target) {
            super(target);
        }

        @Override
        public Connection getConnection() {
            Connection connection = DataSourceUtils.getConnection(dataSource);
            return (Connection) Proxy.newProxyInstance(
                    Connection.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> {
                        if (method.getName().equals("close")) {
                            return null;
                        }
                        if (method.getName().equals("prepareStatement")) {
                            queries.incrementAndGet();
                        }
                        return method.invoke(connection, arguments);
                    });
        }
    }
}
