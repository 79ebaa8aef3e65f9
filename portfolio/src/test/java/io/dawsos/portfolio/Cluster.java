package io.dawsos.portfolio;

import io.dawsos.portfolio.database.DatabaseAddress;
import io.dawsos.portfolio.database.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A real PostgreSQL for all tests of this JVM; each test takes a database of its own in it. */
public final class Cluster {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Path DATA = Folders.temporary();
    private static final EmbeddedDatabase SERVER = EmbeddedDatabase.start(DATA);

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Cluster::stop));
    }

    private Cluster() {}

    /** An empty database. */
    public static DatabaseAddress database() throws SQLException {
        DatabaseAddress main = SERVER.address();
        String name = "apart_" + NUMBER.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(main.url(), main.user(), main.password());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        return new DatabaseAddress(main.url().replace("/postgres", "/" + name), main.user(), main.password());
    }

    private static void stop() {
        try {
            SERVER.close();
            try (Stream<Path> files = Files.walk(DATA)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
            }
        } catch (IOException e) {
            System.err.println("the tests' PostgreSQL did not stop cleanly: " + e);
        }
    }
}
