package io.dawsos.portfolio.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

/** A process that starts the embedded database and is then gone without a goodbye. */
final class KilledService {

    static final int EXIT = 137;

    private KilledService() {}

    @SuppressWarnings("MustBeClosed") // left open: that is what it is for
    public static void main(String[] args) throws Exception {
        DatabaseAddress address = EmbeddedDatabase.start(Path.of(args[0])).address();
        try (Connection connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept AS SELECT 42 AS number");
        }
        Runtime.getRuntime().halt(EXIT);
    }
}
