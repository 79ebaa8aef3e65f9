package io.dawsos.observatory.ingest.exposition;

/**
 * Takes what a body says, in its order. What is handed over is good until the call returns; then it holds the next one.
 * An exception ends the parsing.
 */
public interface ExpositionSink {
    void sample(ScrapedSample sample) throws ExpositionException;

    void metadata(ScrapedMetadata line) throws ExpositionException;
}
