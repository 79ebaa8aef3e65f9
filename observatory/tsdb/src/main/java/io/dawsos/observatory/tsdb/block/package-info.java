/**
 * Blocks: a span of time of all series in files that never change, but for their tombstones. {@link
 * io.dawsos.observatory.tsdb.block.BlockWriter} makes one, {@link io.dawsos.observatory.tsdb.block.Block} reads it from
 * mapped memory, {@link io.dawsos.observatory.tsdb.block.Compaction} says which ones to merge.
 */
@NullMarked
package io.dawsos.observatory.tsdb.block;

import org.jspecify.annotations.NullMarked;
