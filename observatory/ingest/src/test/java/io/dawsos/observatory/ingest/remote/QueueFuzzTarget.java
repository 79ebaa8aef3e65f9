package io.dawsos.observatory.ingest.remote;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Jazzer feeds its inputs to: a segment as it lies on disk is read up to where it is whole, and can be written on. */
public final class QueueFuzzTarget {
    private QueueFuzzTarget() {}

    /** A segment of two records. */
    public static byte[] segment() throws IOException {
        Path file = Files.createTempFile("segment", ".queue");
        try (QueueSegment segment = QueueSegment.open(1, file)) {
            segment.append(new byte[] {1, 2, 3}, 5, 1);
            segment.append(new byte[] {4}, 6, 1);
        }
        byte[] content = Files.readAllBytes(file);
        Files.delete(file);
        return content;
    }

    /** Jazzer finds it by its name. */
    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        Path file = Files.createTempFile("segment", ".queue");
        try {
            Files.write(file, data);
            long size;
            try (QueueSegment segment = QueueSegment.open(1, file)) {
                segment.append(new byte[] {7}, 9, 1);
                size = segment.size();
            }
            try (QueueSegment segment = QueueSegment.open(1, file)) {
                if (segment.size() != size) {
                    throw new IllegalStateException("a record that was written is not read");
                }
            }
        } finally {
            Files.delete(file);
        }
    }
}
