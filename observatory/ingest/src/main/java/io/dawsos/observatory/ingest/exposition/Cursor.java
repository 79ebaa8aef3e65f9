package io.dawsos.observatory.ingest.exposition;

import java.nio.charset.StandardCharsets;

/** A place in a body of text. */
final class Cursor {
    private static final int SHOWN = 40;

    final byte[] bytes;
    final int end;
    int at;

    Cursor(byte[] bytes, int end) {
        this.bytes = bytes;
        this.end = end;
    }

    boolean atEnd() {
        return at >= end;
    }

    /** The byte here; -1 at the end. */
    int peek() {
        return at < end ? bytes[at] & 0xff : -1;
    }

    /** Steps over a byte, if it is here. */
    boolean took(char c) {
        if (peek() == c) {
            at++;
            return true;
        }
        return false;
    }

    /** Steps over a word, if it is here. */
    boolean took(byte[] word) {
        if (end - at < word.length) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if (bytes[at + i] != word[i]) {
                return false;
            }
        }
        at += word.length;
        return true;
    }

    void skipBlanks() {
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\t')) {
            at++;
        }
    }

    /** Steps to the next line break, or the end. */
    void skipLine() {
        while (at < end && bytes[at] != '\n') {
            at++;
        }
    }

    /** Steps over what may stand in a value: all but blanks and line breaks. */
    void skipWord() {
        while (at < end && bytes[at] != ' ' && bytes[at] != '\n' && bytes[at] != '\t') {
            at++;
        }
    }

    /** Steps over a metric's name in the old alphabet; false when none is here. */
    boolean tookMetricName() {
        int start = at;
        while (at < end && (isLetter(bytes[at]) || bytes[at] == ':' || (at > start && isDigit(bytes[at])))) {
            at++;
        }
        return at > start;
    }

    /** Steps over a label's name in the old alphabet; false when none is here. */
    boolean tookLabelName() {
        int start = at;
        while (at < end && (isLetter(bytes[at]) || (at > start && isDigit(bytes[at])))) {
            at++;
        }
        return at > start;
    }

    /** Steps over text in double quotes; false when it has no end. Stands on its first quote. */
    boolean tookQuoted(boolean mayHoldLineBreaks) {
        int i = at + 1;
        while (i < end && bytes[i] != '"') {
            if (bytes[i] == '\\') {
                i++;
            }
            if (i < end && bytes[i] == '\n' && !mayHoldLineBreaks) {
                return false;
            }
            i++;
        }
        if (i >= end) {
            return false;
        }
        at = i + 1;
        return true;
    }

    private static boolean isLetter(byte c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    private static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }

    /** An error here, of what was wanted instead of what stands here. */
    ExpositionException wanted(String what) {
        return problem(at, "wanted " + what + ", got " + shown());
    }

    private String shown() {
        if (atEnd()) {
            return "the end of the body";
        }
        if (bytes[at] == '\n') {
            return "the end of the line";
        }
        int to = at;
        while (to < end && to - at < SHOWN && bytes[to] != '\n') {
            to++;
        }
        return "\"" + text(at, to) + (to < end && bytes[to] != '\n' ? "\u2026" : "") + "\"";
    }

    String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    ExpositionException problem(int where, String text) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < where; i++) {
            if (bytes[i] == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return new ExpositionException(line, where - lineStart + 1, text);
    }
}
