/**
 * What is in memory: the newest samples of every series, with the index of their labels. {@link
 * io.dawsos.observatory.tsdb.head.Head} is where to enter.
 */
@NullMarked
package io.dawsos.observatory.tsdb.head;

import org.jspecify.annotations.NullMarked;
