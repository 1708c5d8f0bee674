package org.collegium.assessment.exam;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Times of which null is never. */
final class Times {

    private Times() {}

    static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    static @Nullable Instant of(ResultSet row, int column) throws SQLException {
        Timestamp time = row.getObject(column, Timestamp.class);
        return time == null ? null : time.toInstant();
    }

    static Instant sure(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNull(of(row, column));
    }
}
