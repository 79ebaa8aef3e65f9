package io.dawsos.observatory.config.relabel;

import java.util.Locale;

/** What a relabelling rule does. */
public enum RelabelAction {
    /** Sets the target label to the replacement where the regular expression matches the source labels. */
    REPLACE,
    /** Drops what does not match. */
    KEEP,
    /** Drops what matches. */
    DROP,
    /** Drops where the source labels differ from the target label. */
    KEEPEQUAL,
    /** Drops where the source labels equal the target label. */
    DROPEQUAL,
    /** Sets the target label to a hash of the source labels, modulo. */
    HASHMOD,
    /** Copies each label whose name matches to the name that the replacement gives. */
    LABELMAP,
    /** Removes the labels whose names match. */
    LABELDROP,
    /** Removes the labels whose names do not match. */
    LABELKEEP,
    /** Sets the target label to the source labels in lower case. */
    LOWERCASE,
    /** Sets the target label to the source labels in upper case. */
    UPPERCASE;

    /** As a file writes it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
