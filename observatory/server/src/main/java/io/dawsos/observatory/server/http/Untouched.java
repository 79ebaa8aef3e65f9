package io.dawsos.observatory.server.http;

import io.helidon.http.encoding.ContentDecoder;
import io.helidon.http.encoding.ContentEncoder;
import io.helidon.http.encoding.ContentEncoding;
import java.util.Set;

/**
 * Lets packed bodies through as they came: who reads a body unpacks it, within a limit. Helidon would else refuse what it
 * cannot unpack itself.
 */
final class Untouched implements ContentEncoding {
    @Override
    public Set<String> ids() {
        return Set.of("gzip", "snappy", "zstd", "deflate", "br");
    }

    @Override
    public boolean supportsEncoding() {
        return false;
    }

    @Override
    public boolean supportsDecoding() {
        return true;
    }

    @Override
    public ContentDecoder decoder() {
        return ContentDecoder.NO_OP;
    }

    @Override
    public ContentEncoder encoder() {
        return ContentEncoder.NO_OP;
    }

    @Override
    public String name() {
        return "untouched";
    }

    @Override
    public String type() {
        return "untouched";
    }
}
