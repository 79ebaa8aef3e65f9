package io.dawsos.observatory.alertmanager.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read again after whatever happened to the files. */
class JournalTest {
    @TempDir
    private Path folder;

    private final List<String> read = new ArrayList<>();

    private Journal open() throws IOException {
        read.clear();
        return Journal.open(folder, true, record -> read.add(record.text()));
    }

    private static RecordOutput record(String text) {
        return new RecordOutput(RecordKind.SILENCE_GONE).text(text);
    }

    private void write(String... texts) throws IOException {
        try (Journal journal = open()) {
            for (String text : texts) {
                journal.sync(journal.append(record(text)));
            }
        }
    }

    private Path lastSegment() throws IOException {
        return JournalFile.list(folder).getLast().path();
    }

    @Test
    void journal_reopened_readsAllInOrder() throws IOException {
        write("a", "b");
        write("c");
        try (Journal journal = open()) {
            assertThat(read).containsExactly("a", "b", "c");
            assertThat(journal.recovery().problems()).isEmpty();
        }
    }

    @Test
    void journal_tornTail_isCutAndTold() throws IOException {
        write("a", "b");
        Files.write(lastSegment(), new byte[] {12, 0, 0, 0, 1, 2, 3, 4, 5}, StandardOpenOption.APPEND);
        try (Journal journal = open()) {
            assertThat(read).containsExactly("a", "b");
            assertThat(journal.recovery().problems()).singleElement().asString().contains("cut off a torn tail of 9");
        }
        try (Journal journal = open()) {
            assertThat(journal.recovery().problems()).isEmpty();
        }
    }

    @Test
    void journal_cutAnywhere_readsWhatIsWhole() throws IOException {
        write("first", "second", "third");
        Path segment = lastSegment();
        byte[] whole = Files.readAllBytes(segment);
        for (int length = 0; length <= whole.length; length++) {
            for (JournalFile file : JournalFile.list(folder)) {
                Files.delete(file.path());
            }
            Files.write(segment, Arrays.copyOf(whole, length));
            open().close();
            assertThat(List.of("first", "second", "third").subList(0, read.size()))
                    .isEqualTo(read);
        }
        assertThat(read).hasSize(3);
    }

    @Test
    void journal_damagedRecordInside_isLeftOutAndTold() throws IOException {
        write("first", "second", "third");
        try (RandomAccessFile file = new RandomAccessFile(lastSegment().toFile(), "rw")) {
            file.seek(Frames.MAGIC.length + 10);
            file.write('X');
        }
        try (Journal journal = open()) {
            assertThat(read).containsExactly("second", "third");
            assertThat(journal.recovery().problems()).singleElement().asString().contains("damaged");
        }
    }

    @Test
    void journal_snapshot_standsForAllBefore() throws IOException {
        try (Journal journal = open()) {
            journal.append(record("old"));
            assertThat(journal.wantsSnapshot(1)).isTrue();
            journal.snapshot(() -> List.of(record("all")));
            assertThat(journal.wantsSnapshot(1)).isFalse();
            journal.append(record("new"));
        }
        try (Journal journal = open()) {
            assertThat(read).containsExactly("all", "new");
            assertThat(journal.recovery().problems()).isEmpty();
        }
    }

    @Test
    void journal_halfWrittenSnapshot_isDeleted() throws IOException {
        write("a");
        Files.write(folder.resolve("00000009.snapshot.tmp"), new byte[] {1, 2});
        open().close();
        assertThat(read).containsExactly("a");
        assertThat(folder.resolve("00000009.snapshot.tmp")).doesNotExist();
    }

    @Test
    void journal_openTwice_isRefusedWithTheOwner() throws IOException {
        try (Journal journal = open()) {
            assertThatThrownBy(this::open)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(
                            "is open in process " + ProcessHandle.current().pid());
            assertThat(journal.recovery().records()).isZero();
        }
    }

    @Test
    void journal_otherFiles_areLeftAlone() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "keep");
        write("a");
        open().close();
        assertThat(folder.resolve("notes.txt")).hasContent("keep");
    }
}
