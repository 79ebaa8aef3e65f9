package io.dawsos.observatory.ingest.remote;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.InstantSource;

/** A process that fills a queue until it is killed, and says the number of each record when it is in. */
public final class QueueWriter {
    private QueueWriter() {}

    /** Goes on from a number, in a folder. */
    public static void main(String[] args) throws IOException {
        try (SendQueue queue =
                SendQueue.open(Path.of(args[0]), 64 << 20, InstantSource.system(), new RemoteWriteCounts())) {
            for (int i = Integer.parseInt(args[1]); ; i++) {
                queue.add(ByteBuffer.allocate(64).putInt(i).array(), 1);
                System.out.println(i);
            }
        }
    }
}
