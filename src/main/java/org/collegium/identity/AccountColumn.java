package org.collegium.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the ids of accounts from a column in which the same one stands in many rows one after the other. */
public final class AccountColumn {

    private final int number;
    private String text = "";
    private @Nullable AccountId id;

    /** @param number from 1 */
    public AccountColumn(int number) {
        this.number = number;
    }

    public AccountId read(ResultSet row) throws SQLException {
        String now = row.getString(number);
        AccountId known = id;
        if (known == null || !text.equals(now)) {
            known = new AccountId(UUID.fromString(now));
            text = now;
            id = known;
        }
        return known;
    }
}
