package io.dawsos.observatory.ingest.remote;

import java.util.Map;

/**
 * What a sender is answered.
 *
 * @param status 204 when all is stored; 400, 413 or 415 when sending the same again is of no use; 500 when it is
 * @param headers say how much is stored
 * @param text for a person; empty when all is well
 */
public record RemoteWriteAnswer(int status, Map<String, String> headers, String text) {
    public RemoteWriteAnswer {
        headers = Map.copyOf(headers);
    }
}
