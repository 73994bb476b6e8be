package org.aigovernancehub.query.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.aigovernancehub.api.Wire;
import org.jspecify.annotations.Nullable;

/** Reads and writes values as read-model tables keep them. */
public final class Columns {
    private Columns() {}

    public static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column), column);
    }

    public static @Nullable Long number(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Long.class);
    }

    public static Instant time(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(timeOrNull(row, column), column);
    }

    public static @Nullable Instant timeOrNull(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    public static <E extends Enum<E> & Wire> E constant(ResultSet row, String column, Class<E> type)
            throws SQLException {
        return Wire.of(type, text(row, column));
    }

    public static <E extends Enum<E> & Wire> @Nullable E constantOrNull(ResultSet row, String column, Class<E> type)
            throws SQLException {
        var value = row.getString(column);
        return value == null ? null : Wire.of(type, value);
    }

    public static @Nullable OffsetDateTime stored(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
