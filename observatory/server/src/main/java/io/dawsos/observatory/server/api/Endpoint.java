package io.dawsos.observatory.server.api;

import io.dawsos.observatory.promql.Cancellation;
import io.dawsos.observatory.server.http.Parameters;

/** One thing that can be asked. */
@FunctionalInterface
interface Endpoint {
    /**
     * Finds what is asked for; the answer's writer only writes it.
     *
     * @param gone is cancelled when who asks has gone away
     * @throws io.dawsos.observatory.server.http.Failure when there is no answer, saying why
     */
    Answer answer(Parameters parameters, Cancellation gone);
}
