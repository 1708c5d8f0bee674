package org.collegium.gradebook;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.collegium.identity.AccountId;

/**
 * What the totals of everybody in a run came to when they were computed; whoever shows them keeps it as long as they show the same.
 *
 * @param shares totals, 0 to 1, of the learners who have one
 * @param entries how each entry came out, in their order
 */
public record Standings(Map<AccountId, Double> shares, List<EntryStatistics> entries) implements Serializable {

    public Standings {
        shares = Map.copyOf(shares);
        entries = List.copyOf(entries);
    }
}
