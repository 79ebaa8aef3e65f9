package io.dawsos.observatory.ingest.remote;

import io.dawsos.observatory.ingest.wire.WireException;
import io.dawsos.observatory.ingest.wire.WireReader;
import java.util.ArrayList;
import java.util.List;

/** The table of texts in a message of version 2.0. */
final class Symbols {
    private final List<String> texts = new ArrayList<>();

    void add(WireReader reader) throws WireException {
        String text = reader.string();
        if (texts.isEmpty() && !text.isEmpty()) {
            throw reader.problem("the first symbol is empty, got \"" + text + "\"");
        }
        texts.add(text);
    }

    String text(long number, WireReader reader) throws WireException {
        if (number < 0 || number >= texts.size()) {
            throw reader.problem(
                    "no symbol has the number " + Long.toUnsignedString(number) + "; there are " + texts.size());
        }
        return texts.get((int) number);
    }
}
