package io.dawsos.telemetry.redact;

/** What characters can stand for, where secrets are looked for. */
final class Chars {

    private Chars() {}

    /** Of the name of a field, header or parameter. */
    static boolean isName(char c) {
        return isLetter(c) || isDigit(c) || c == '_' || c == '-' || c == '.';
    }

    /** Of credentials: base64 in both alphabets, and the points between a token's parts. */
    static boolean isToken(char c) {
        return isLetter(c) || isDigit(c) || "-._~+/=".indexOf(c) >= 0;
    }

    /** What may stand between a name and its separator. */
    static boolean isAround(char c) {
        return c == ' ' || c == '\\' || c == ']' || isQuote(c);
    }

    /** What follows a character that closes something, rather than being part of a password. */
    static boolean isPunctuation(char c) {
        return Character.isWhitespace(c) || ",;)]}\"'\\.:&<>".indexOf(c) >= 0;
    }

    static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }

    /** Ends {@code user:password@host:port} in an address. */
    static boolean isAuthorityEnd(char c) {
        return c == '/' || c == '?' || c == '#' || isQuote(c) || Character.isWhitespace(c);
    }

    /** Of an e-mail address, before the at sign. */
    static boolean isLocalPart(char c) {
        return Character.isLetterOrDigit(c) || "._%+-".indexOf(c) >= 0;
    }

    /** Of an e-mail address, after the at sign. */
    static boolean isDomain(char c) {
        return isLetter(c) || isDigit(c) || c == '.' || c == '-';
    }

    static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
