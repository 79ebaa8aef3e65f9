/**
 * The write-ahead log: {@link io.dawsos.observatory.tsdb.wal.Wal} appends records and makes them durable in groups,
 * {@link io.dawsos.observatory.tsdb.wal.WalReader} gives them back after a crash, {@link
 * io.dawsos.observatory.tsdb.wal.RecordWriter} and {@link io.dawsos.observatory.tsdb.wal.RecordReader} know what is in
 * them. A checkpoint is a file of the same records.
 */
@NullMarked
package io.dawsos.observatory.tsdb.wal;

import org.jspecify.annotations.NullMarked;
