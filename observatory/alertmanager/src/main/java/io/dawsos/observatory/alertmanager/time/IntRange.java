package io.dawsos.observatory.alertmanager.time;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whole numbers from one to another, both included. */
public record IntRange(int begin, int end) {
    public boolean contains(int number) {
        return begin <= number && number <= end;
    }

    /** Whether a number is in one of the ranges; null, a condition not given, holds every number. */
    static boolean anyContains(@Nullable List<IntRange> ranges, int number) {
        if (ranges == null) {
            return true;
        }
        for (IntRange range : ranges) {
            if (range.contains(number)) {
                return true;
            }
        }
        return false;
    }
}
