package io.dawsos.portfolio.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/** Tells failures of the database's being away or overwhelmed from failures of what it was asked. */
public final class DatabaseAway {

    /** 08 connection, 53 resources, 57 operator intervention and time limits, 55P03 lock not had in time, 58 system. */
    private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");

    private DatabaseAway() {}

    public static boolean saidBy(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException e && means(e)) {
                return true;
            }
        }
        return false;
    }

    private static boolean means(SQLException e) {
        if (e instanceof SQLTransientConnectionException) {
            return true; // of the pool: it has no connection, and tells the state of its last attempt to make one
        }
        String state = e.getSQLState();
        if (state == null) {
            return true; // not the database and not its driver but the pool, which has one that is closed
        }
        return state.equals("55P03") || (state.length() == 5 && CLASSES.contains(state.substring(0, 2)));
    }
}
