package io.dawsos.observatory.alertmanager.journal;

import java.util.List;

/**
 * What was read at the start.
 *
 * @param records how many
 * @param bytes how long the files are that they stand in
 * @param problems what was cut off or left out, for people
 */
public record Recovery(long records, long bytes, List<String> problems) {
    public Recovery {
        problems = List.copyOf(problems);
    }
}
