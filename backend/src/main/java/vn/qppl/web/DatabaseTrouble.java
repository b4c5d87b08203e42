package vn.qppl.web;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells a database that is away, full or busy, where the same work succeeds later, from one that refuses what it is given. */
public final class DatabaseTrouble {
    /** Of MariaDB and MySQL: no room for a table, for a temporary file, error of a file of the storage engine. */
    private static final Set<Integer> DISK = Set.of(1021, 1026, 1030, 1114);
    /** Connection failures, and statements cut off because the server ends. */
    private static final Set<String> AWAY = Set.of("08", "70", "57");

    private DatabaseTrouble() {}

    /** Away or full: nothing is stored until somebody, or time, mends it. */
    public static boolean away(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotCreateTransactionException
                    || cause instanceof DataAccessResourceFailureException
                    || cause instanceof SQLTransientConnectionException) return true;
            if (cause instanceof SQLException sql) {
                var state = sql.getSQLState();
                if (DISK.contains(sql.getErrorCode())) return true;
                if (state != null && state.length() >= 2 && AWAY.contains(state.substring(0, 2))) return true;
            }
        }
        return false;
    }

    /** Away, or only in each other's way: the same again later may well succeed. */
    public static boolean passes(Throwable thrown) {
        if (away(thrown)) return true;
        for (var cause = thrown; cause != null; cause = cause.getCause())
            if (cause instanceof TransientDataAccessException) return true;
        return false;
    }
}
