package io.dawsos.observatory.ingest.exposition;

/** What a body says of a metric, while it is looked at. */
public interface ScrapedMetadata {
    /** What of it is said. */
    enum Kind {
        TYPE,
        HELP,
        UNIT
    }

    Kind kind();

    /** The metric family's name. */
    String metric();

    /** The type ({@code counter}, {@code gauge}, {@code unknown} and so on), the help or the unit. */
    String text();
}
