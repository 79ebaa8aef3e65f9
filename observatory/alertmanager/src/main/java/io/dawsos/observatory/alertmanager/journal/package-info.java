/** Durable records: appended, checksummed, compacted, read again after a crash. */
@NullMarked
package io.dawsos.observatory.alertmanager.journal;

import org.jspecify.annotations.NullMarked;
