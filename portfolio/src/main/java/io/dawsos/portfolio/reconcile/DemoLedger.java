package io.dawsos.portfolio.reconcile;

import io.dawsos.portfolio.beancount.Directive;
import io.dawsos.portfolio.beancount.LedgerPrinter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The demo's ledger of record, which this service keeps itself, for there is nobody else to: each trade is written once
 * and never again, so that whatever changes behind the service's back, in the database or in a file, shows as a
 * difference. A portfolio has a folder with a file for each time that new trades were found, named by the last of them:
 * its name says where to go on. Files appear whole or not at all.
 */
final class DemoLedger implements LedgerFile {

    private static final String SUFFIX = ".beancount";
    private static final String MAIN = """
            ; The demo's ledger of record, in Beancount. Trades of the demo's portfolios are added as new files;
            ; what is here is never changed. Change something, and the next reconciliation finds it.
            option "title" "DawsOS demo"
            include "portfolios/**/*.beancount"
            """;

    private final Path folder;
    private final BookedTrades trades;

    DemoLedger(Path folder, BookedTrades trades) {
        this.folder = folder;
        this.trades = trades;
    }

    /** The main file, once the ledger has every trade up to these. */
    @Override
    public synchronized Path main(Map<UUID, Long> lastTrades) throws IOException {
        Path portfolios = Files.createDirectories(folder.resolve("portfolios"));
        Path main = folder.resolve("main" + SUFFIX);
        try (FileChannel channel =
                        FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            writeOnce(portfolios.resolve("accounts" + SUFFIX), LedgerPrinter.print(PortfolioAccounts.openedForAll()));
            for (Map.Entry<UUID, Long> last : lastTrades.entrySet()) {
                add(portfolios.resolve(last.getKey().toString()), last.getKey(), last.getValue());
            }
            writeOnce(main, MAIN);
        }
        return main;
    }

    private void add(Path of, UUID portfolio, long last) throws IOException {
        long written = written(of);
        if (last <= written) {
            return;
        }
        PortfolioAccounts accounts = new PortfolioAccounts(portfolio);
        List<Directive> directives = new ArrayList<>(written == 0 ? accounts.opened() : List.of());
        long number = written;
        for (BookedTrade trade : trades.between(portfolio, written, last)) {
            directives.add(trade.in(accounts));
            number = trade.id();
        }
        Files.createDirectories(of);
        writeOnce(of.resolve("%012d".formatted(number) + SUFFIX), LedgerPrinter.print(directives));
    }

    /** The number of the last trade that the portfolio's files have; 0 when there are none. */
    private static long written(Path of) throws IOException {
        long written = 0;
        if (Files.isDirectory(of)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(of, "[0-9]*" + SUFFIX)) {
                for (Path file : files) {
                    String name = String.valueOf(file.getFileName());
                    written = Math.max(written, Long.parseLong(name.substring(0, name.length() - SUFFIX.length())));
                }
            }
        }
        return written;
    }

    private static void writeOnce(Path file, String text) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        Path temporary = file.resolveSibling("." + file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                temporary, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
