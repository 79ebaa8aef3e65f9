package io.dawsos.portfolio.api;

import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.ClientAbortException;

/** Tells that the caller went away from connections of the service's own that broke. */
final class HangUp {

    private HangUp() {}

    /** Whether it was an answer on its way that could not be written: there is nobody to tell anything any more. */
    static boolean saidBy(Throwable failure, HttpServletResponse response) {
        if (!response.isCommitted()) {
            return false;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ClientAbortException) {
                return true;
            }
        }
        return false;
    }
}
