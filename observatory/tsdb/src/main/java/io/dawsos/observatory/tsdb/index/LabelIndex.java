package io.dawsos.observatory.tsdb.index;

import java.util.List;
import org.roaringbitmap.RoaringBitmap;

/** Which series have which labels; a series is an int. Bitmaps that are handed out are the caller's to change. */
public interface LabelIndex {
    /** All series. */
    RoaringBitmap all();

    /** The series with this label, none when there is no such label. */
    RoaringBitmap postings(String name, String value);

    /** The values of a label, none when there is no such label. */
    LabelValues values(String name);

    /** The labels' names, sorted. */
    List<String> names();
}
