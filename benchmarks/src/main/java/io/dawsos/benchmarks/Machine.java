package io.dawsos.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a result was measured on. */
public final class Machine {

    private Machine() {}

    /** One sentence: processor, cores, memory, system, Java. */
    public static String describe() throws IOException {
        return "%s, %d cores, %s, %s %s, Java %s"
                .formatted(
                        field("/proc/cpuinfo", "model name", System.getProperty("os.arch")),
                        Runtime.getRuntime().availableProcessors(),
                        memory(),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        System.getProperty("java.vm.version"));
    }

    private static String memory() throws IOException {
        String kilobytes = field("/proc/meminfo", "MemTotal", "0 kB").replace(" kB", "");
        return Long.parseLong(kilobytes) / (1024 * 1024) + " GB";
    }

    private static String field(String file, String name, String otherwise) throws IOException {
        Path path = Path.of(file);
        if (!Files.isReadable(path)) {
            return otherwise;
        }
        try (var lines = Files.lines(path)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(otherwise);
        }
    }
}
