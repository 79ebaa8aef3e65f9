package io.dawsos.observatory.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a YAML configuration file, which JSON is too. At most 16 MiB and 64 levels; no key twice in a map. */
public final class ConfigFile {
    static final int MAX_BYTES = 16 << 20;

    private ConfigFile() {}

    /** @throws ConfigException when the file cannot be read or is no YAML */
    public static ConfigNode read(Path file) {
        String name = file.toString();
        byte[] bytes = bytes(file, name);
        if (bytes.length > MAX_BYTES) {
            throw tooLong(name);
        }
        try {
            return parse(
                    name,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        } catch (CharacterCodingException e) {
            throw new ConfigException(name, 0, "", "wants to be UTF-8, and has bytes that are not");
        }
    }

    private static byte[] bytes(Path file, String name) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MAX_BYTES + 1);
        } catch (NoSuchFileException e) {
            throw new ConfigException(name, 0, "", "no such file");
        } catch (IOException e) {
            throw new ConfigException(name, 0, "", "cannot be read: " + e.getMessage());
        }
    }

    /**
     * The root of a document; of an empty one, a null node.
     *
     * @param fileName for error messages, and what relative paths in the text are relative to the folder of
     */
    public static ConfigNode parse(String fileName, String text) {
        if (text.length() > MAX_BYTES) {
            throw tooLong(fileName);
        }
        String document = text.startsWith("\ufeff") ? text.substring(1) : text;
        return ConfigNode.root(fileName, YamlReader.read(fileName, document));
    }

    private static ConfigException tooLong(String name) {
        return new ConfigException(name, 0, "", "longer than " + (MAX_BYTES >> 20) + " MiB; split it");
    }
}
