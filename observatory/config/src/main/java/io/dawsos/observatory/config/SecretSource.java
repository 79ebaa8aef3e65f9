package io.dawsos.observatory.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A secret in the configuration itself, or in a file that is read anew at each use, so that it may be exchanged. */
public sealed interface SecretSource {
    /** Without the white space around it, when it comes of a file. */
    Secret read() throws IOException;

    record Inline(Secret secret) implements SecretSource {
        @Override
        public Secret read() {
            return secret;
        }
    }

    record InFile(Path file) implements SecretSource {
        private static final int MAX_BYTES = 1 << 20;

        @Override
        public Secret read() throws IOException {
            if (Files.size(file) > MAX_BYTES) {
                throw new IOException(file + ": a secret wants at most " + MAX_BYTES + " bytes");
            }
            return new Secret(Files.readString(file).strip());
        }
    }

    /**
     * Reads {@code key} or {@code fileKey} of a map; null when neither is there.
     *
     * @throws ConfigException when both are
     */
    static @Nullable SecretSource of(ConfigMap map, String key, String fileKey) {
        Secret secret = map.secretOrNull(key);
        String file = map.string(fileKey, "");
        if (secret != null && !file.isEmpty()) {
            throw map.problem("wanted one of " + key + " and " + fileKey + ", got both");
        }
        if (secret != null) {
            return new Inline(secret);
        }
        return file.isEmpty() ? null : new InFile(map.need(fileKey).filePath());
    }
}
