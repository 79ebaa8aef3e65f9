package io.dawsos.observatory.alertmanager.alerts;

import java.util.List;

/**
 * What became of posted alerts; those accepted are on the disk.
 *
 * @param accepted how many
 * @param invalid why others were not
 * @param overLimit how many were valid, but too many
 */
public record Reception(int accepted, List<String> invalid, int overLimit) {
    public Reception {
        invalid = List.copyOf(invalid);
    }
}
