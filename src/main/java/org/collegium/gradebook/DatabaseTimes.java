package org.collegium.gradebook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Times and numbers in rows that may be null. */
final class DatabaseTimes {

    private DatabaseTimes() {}

    static @Nullable Instant of(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    static Instant sure(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(of(row, column));
    }

    static @Nullable Double number(ResultSet row, String column) throws SQLException {
        double number = row.getDouble(column);
        return row.wasNull() ? null : number;
    }
}
