package io.dawsos.systemtest;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Programs that tests run and that the machine must have. */
final class Programs {

    private Programs() {}

    /**
     * @param debianPackage what has it
     * @throws AssertionError when it is missing, saying how to get it
     */
    static void need(String program, String debianPackage) {
        String path = System.getenv().getOrDefault("PATH", "");
        boolean found = Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(path)
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        if (!found) {
            throw new AssertionError("this test runs " + program + ", which is in no folder of PATH (" + path
                    + "); Debian's package is " + debianPackage);
        }
    }
}
