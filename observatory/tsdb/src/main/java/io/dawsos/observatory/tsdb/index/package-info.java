/**
 * From matchers to series: {@link io.dawsos.observatory.tsdb.index.Matching} asks a {@link
 * io.dawsos.observatory.tsdb.index.LabelIndex}, which the head and every block are, for postings.
 */
@NullMarked
package io.dawsos.observatory.tsdb.index;

import org.jspecify.annotations.NullMarked;
