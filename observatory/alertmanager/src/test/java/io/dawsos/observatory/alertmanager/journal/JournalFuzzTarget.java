package io.dawsos.observatory.alertmanager.journal;

import io.dawsos.observatory.alertmanager.alerts.AlertLimits;
import io.dawsos.observatory.alertmanager.alerts.AlertStore;
import io.dawsos.observatory.alertmanager.log.NotificationLog;
import io.dawsos.observatory.alertmanager.silence.SilenceLimits;
import io.dawsos.observatory.alertmanager.silence.Silences;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** Reads bytes as a journal's file, or framed as a record of one, into all that reads records. */
public final class JournalFuzzTarget {
    private static final Path FOLDER = folder();

    private JournalFuzzTarget() {}

    private static Path folder() {
        try {
            return Files.createTempDirectory("journal-fuzz");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        if (input.length == 0) {
            return;
        }
        byte[] rest = Arrays.copyOfRange(input, 1, input.length);
        if (input[0] % 2 == 0) {
            record(rest);
        } else {
            Files.write(JournalFile.segment(FOLDER, 1), rest);
            JournalReader.read(FOLDER, JournalFuzzTarget::visit);
        }
    }

    private static void record(byte[] payload) {
        try {
            visit(new RecordInput(payload));
        } catch (CorruptRecordException e) {
            // What a reader says of bytes that are none.
        }
    }

    private static void visit(RecordInput in) {
        switch (in.kind()) {
            case ALERT, ALERT_GONE -> new AlertStore(AlertLimits.DEFAULT).replay(in);
            case SILENCE, SILENCE_GONE -> new Silences(SilenceLimits.DEFAULT, () -> Instant.EPOCH).replay(in);
            case SENDING, SENT, NOT_SENT -> new NotificationLog(9, Duration.ofHours(1), () -> {}).replay(in);
            case END -> {}
        }
    }
}
