package org.collegium.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.collegium.catalogue.TextIndex.Indexed;
import org.collegium.partners.Partner;
import org.collegium.partners.Partners;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the listed courses in the memory of this node, with their text index. Each reading asks the database for its
 * revision, one query, and reads what is newer, two more, so that every node shows a course as soon as it is published.
 */
@Component
class CatalogueMemory {

    private final CatalogueRows rows;
    private final Partners partners;
    private final TextIndex texts = new TextIndex();
    private final TransactionOperations reading;
    private volatile CatalogueSnapshot snapshot = CatalogueSnapshot.EMPTY;

    @Autowired
    CatalogueMemory(CatalogueRows rows, Partners partners, PlatformTransactionManager transactions) {
        this(rows, partners, committed(transactions));
    }

    /** @param reading around what is read to be kept */
    CatalogueMemory(CatalogueRows rows, Partners partners, TransactionOperations reading) {
        this.rows = rows;
        this.partners = partners;
        this.reading = reading;
    }

    /** The courses as they are now; one query, three when something has changed. */
    CatalogueSnapshot now() {
        CatalogueSnapshot known = snapshot;
        return rows.revision() == known.revision() ? known : reading.execute(transaction -> refreshed());
    }

    /** In a transaction of its own, so that what the caller's transaction has not committed is never kept. */
    private static TransactionOperations committed(PlatformTransactionManager transactions) {
        TransactionTemplate template = new TransactionTemplate(transactions);
        template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        template.setReadOnly(true);
        return template;
    }

    TextIndex texts() {
        return texts;
    }

    private synchronized CatalogueSnapshot refreshed() {
        CatalogueSnapshot known = snapshot;
        List<CatalogueRows.Row> newer = rows.since(known.revision());
        if (newer.isEmpty()) {
            return known;
        }
        Map<UUID, Partner> partnersNow = partners.all().stream()
                .collect(Collectors.toMap(partner -> partner.id().value(), Function.identity()));
        CatalogueSnapshot fresh = known.with(newer, partnersNow);
        index(fresh, newer);
        snapshot = fresh;
        return fresh;
    }

    private void index(CatalogueSnapshot fresh, List<CatalogueRows.Row> newer) {
        List<Indexed> added = new ArrayList<>();
        List<Integer> removed = new ArrayList<>();
        for (CatalogueRows.Row row : newer) {
            int ordinal = fresh.ordinal(row.course());
            if (row.listed()) {
                added.add(new Indexed(ordinal, row.entry(), fresh.partnerName(row.entry())));
            } else {
                removed.add(ordinal);
            }
        }
        texts.update(added, removed);
    }
}
