/**
 * How samples lie in bytes: columns of longs ({@link io.dawsos.observatory.tsdb.codec.LongColumn}), of doubles ({@link
 * io.dawsos.observatory.tsdb.codec.DoubleColumn}) and of native histograms, and the chunk made of them ({@link
 * io.dawsos.observatory.tsdb.codec.Chunk}). Decoding trusts nothing: bytes that no encoder wrote end in a {@link
 * io.dawsos.observatory.tsdb.codec.CorruptDataException}. The format is written down in {@code docs/formats/tsdb.md}.
 */
@NullMarked
package io.dawsos.observatory.tsdb.codec;

import org.jspecify.annotations.NullMarked;
