package io.dawsos.portfolio.provider;

import java.time.Duration;
import java.util.SequencedMap;
import java.util.Set;

/**
 * One thing to ask of a provider. Always a GET: safe to repeat.
 *
 * @param endpoint the metrics' label
 * @param path begins with a slash; its parts are encoded
 * @param parameters by name, not yet encoded; the key is not among them
 * @param about the symbols or currencies that the answer is read for
 * @param mostBytes the largest body that is read
 * @param goodFor how old an earlier answer may be that stands in for one that does not come
 */
record Question<T>(
        String endpoint,
        String path,
        SequencedMap<String, String> parameters,
        Set<String> about,
        int mostBytes,
        Duration goodFor,
        Reader<T> reader) {

    /** Reads an answer's body. */
    @FunctionalInterface
    interface Reader<T> {
        T read(byte[] body) throws BadAnswer;
    }

    /** What makes two questions the same. */
    record Key(String path, SequencedMap<String, String> parameters, Set<String> about) {}

    Key key() {
        return new Key(path, parameters, about);
    }
}
