package io.dawsos.observatory.server.cli;

import io.dawsos.observatory.config.ConfigException;
import io.dawsos.observatory.rules.check.FormattedRules;
import io.dawsos.observatory.rules.check.RuleFormat;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code observatory rules format}: lays the expressions of rule files out in place; all else stays byte for byte. */
@Command(
        name = "format",
        description = "Lays the expressions of rule files out in place; all else in them stays as it is.",
        mixinStandardHelpOptions = true)
final class RulesFormatCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Rule files.")
    private List<Path> files = List.of();

    @Option(names = "--check", description = "Changes nothing; ends with code 1 when something would change.")
    private boolean check;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = RuleFileOptions.required(spec).commandLine().getOut();
        int code = 0;
        for (Path file : files) {
            code = Math.max(code, format(file, out));
        }
        out.flush();
        return code;
    }

    private int format(Path file, PrintWriter out) throws IOException {
        String text = Files.readString(file);
        FormattedRules formatted;
        try {
            formatted = RuleFormat.format(file.toString(), text);
        } catch (ConfigException | IllegalArgumentException e) {
            out.println(e.getMessage());
            return 1;
        }
        formatted.kept().forEach(line -> out.println(file + ":" + line + ": left as it is, for the comments in it"));
        if (formatted.text().equals(text)) {
            return 0;
        }
        out.println(file + (check ? ": would change" : ": changed"));
        if (check) {
            return 1;
        }
        Files.writeString(file, formatted.text());
        return 0;
    }
}
