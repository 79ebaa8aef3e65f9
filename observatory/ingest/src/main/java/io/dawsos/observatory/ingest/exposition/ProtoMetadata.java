package io.dawsos.observatory.ingest.exposition;

/** What a metric family in protobuf says of itself. */
record ProtoMetadata(Kind kind, String metric, String text) implements ScrapedMetadata {}
