/** OTLP on its ways in: HTTP with protobuf or JSON, and gRPC. Of its signals metrics are taken. */
@NullMarked
package io.dawsos.observatory.server.otlp;

import org.jspecify.annotations.NullMarked;
