package org.collegium.credentials.signed;

import java.util.Optional;
import java.util.UUID;
import org.collegium.shared.RetriedTransactions;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Status lists for whoever verifies a certificate. They tell of places, not of people. */
@Service
class PublishedStatusLists {

    private final StatusLists lists;
    private final RetriedTransactions transactions;

    PublishedStatusLists(StatusLists lists, RetriedTransactions transactions) {
        this.lists = lists;
        this.transactions = transactions;
    }

    /** A list as it is now; three queries while nothing changes, else it is signed anew. */
    @PreAuthorize("permitAll()")
    public Optional<StatusRows.Signed> find(UUID list, StatusPurpose purpose) {
        return transactions.run(() -> lists.signed(list, purpose));
    }
}
