package io.dawsos.portfolio.beancount;

import org.jspecify.annotations.Nullable;

/**
 * Cuts the text of one file into words. Lines matter: a line that is indented belongs to the one above, and a line that
 * begins with {@code * : # ! & ?} or {@code %} is a heading for people and is left out, as comments are. Never fails: what
 * is no word comes as {@link Token#UNKNOWN}.
 */
final class Lexer {

    private final SourceFile file;
    private final String text;
    private int at;
    private int line = 1;
    private int lineStart;
    private int tokenStart;
    private int tokenLine = 1;
    private int tokenLineStart;
    private Token token = Token.END_OF_LINE;
    private @Nullable String unknown;
    private String value = "";

    Lexer(SourceFile file) {
        this.file = file;
        this.text = file.text();
    }

    /** The word that {@link #next} came to. */
    Token token() {
        return token;
    }

    /** As written; of a text what is between its quotes, of a key what is before its colon, of what is unknown why. */
    String value() {
        return value;
    }

    Place place() {
        return new Place(file.name(), tokenLine, tokenStart - tokenLineStart + 1);
    }

    Token next() {
        skipToWord();
        tokenStart = at;
        tokenLine = line;
        tokenLineStart = lineStart;
        unknown = null;
        token = scan();
        value = unknown == null ? written() : unknown;
        return token;
    }

    /** Goes to the first word of the next line that is not indented. */
    Token skipDirective() {
        do {
            while (token != Token.END_OF_LINE && token != Token.END_OF_FILE) {
                skipLine();
                next();
            }
        } while (token == Token.END_OF_LINE && next() != Token.END_OF_FILE && token == Token.INDENT);
        return token;
    }

    /** Past white space and comments; at the start of a line past lines that are nothing but these. */
    private void skipToWord() {
        while (at == lineStart && (isHeading() || isCommentLine())) {
            skipLine();
            skipLineFeed();
        }
        if (at != lineStart) {
            skipSpace();
            if (peek(0) == ';') {
                skipLine();
            }
        }
    }

    private boolean isHeading() {
        return at < text.length() && "*:#!&?%".indexOf(text.charAt(at)) >= 0;
    }

    private boolean isCommentLine() {
        int first = at;
        while (isSpace(charAt(first))) {
            first++;
        }
        return charAt(first) == ';';
    }

    private void skipLine() {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
    }

    private void skipLineFeed() {
        if (at < text.length()) {
            at++;
            line++;
            lineStart = at;
        }
    }

    private void skipSpace() {
        while (isSpace(peek(0))) {
            at++;
        }
    }

    private Token scan() {
        if (at >= text.length()) {
            // A last line without a line feed ends like any other.
            return token == Token.END_OF_LINE || token == Token.END_OF_FILE ? Token.END_OF_FILE : Token.END_OF_LINE;
        }
        char c = text.charAt(at);
        if (c == '\n') {
            skipLineFeed();
            return Token.END_OF_LINE;
        }
        if (isSpace(c)) {
            skipSpace();
            return peek(0) == '\n' || at >= text.length() ? scan() : Token.INDENT;
        }
        if (Words.isDigit(c)) {
            return number();
        }
        if (c >= 'a' && c <= 'z') {
            return word();
        }
        if (Words.isUpper(c)) {
            return name();
        }
        return switch (c) {
            case '"' -> quoted();
            case '#' -> Words.isTag(peek(1)) ? marked(Token.TAG) : single(Token.FLAG);
            case '^' -> Words.isTag(peek(1)) ? marked(Token.LINK) : unknown("unexpected \"^\"", 1);
            case '/' -> slash();
            case '{' -> peek(1) == '{' ? pair(Token.OPEN_BRACES) : single(Token.OPEN_BRACE);
            case '}' -> peek(1) == '}' ? pair(Token.CLOSE_BRACES) : single(Token.CLOSE_BRACE);
            case '@' -> peek(1) == '@' ? pair(Token.AT_AT) : single(Token.AT);
            case '*' -> single(Token.STAR);
            case '+' -> single(Token.PLUS);
            case '-' -> single(Token.MINUS);
            case '(' -> single(Token.OPEN_PARENTHESIS);
            case ')' -> single(Token.CLOSE_PARENTHESIS);
            case ',' -> single(Token.COMMA);
            case '~' -> single(Token.TILDE);
            case '!', '&', '?', '%' -> single(Token.FLAG);
            default -> unknown("unexpected " + Words.printable(c), 1);
        };
    }

    private Token number() {
        int date = Words.dateEnd(text, at);
        at = date > 0 ? date : Words.numberEnd(text, at);
        return date > 0 ? Token.DATE : Token.NUMBER;
    }

    private Token word() {
        int end = Words.keyEnd(text, at);
        if (charAt(end) == ':') {
            at = end + 1;
            return Token.KEY;
        }
        at = end;
        return Token.WORD;
    }

    private Token name() {
        int account = Words.accountEnd(text, at);
        if (account > 0) {
            at = account;
            return Token.ACCOUNT;
        }
        int commodity = Words.commodityEnd(text, at);
        if (commodity > 0) {
            at = commodity;
            return Token.COMMODITY;
        }
        return unknown("\"%s\" is neither an account nor a commodity".formatted(Words.start(text, at)), 1);
    }

    private Token slash() {
        int commodity = Words.commodityEnd(text, at + 1);
        int end = commodity > 0 ? commodity : Words.slashCommodityEnd(text, at + 1);
        if (end > 0) {
            at = end;
            return Token.COMMODITY;
        }
        return single(Token.SLASH);
    }

    private Token marked(Token kind) {
        at++;
        while (Words.isTag(peek(0))) {
            at++;
        }
        return kind;
    }

    private Token quoted() {
        for (at++; at < text.length(); at++) {
            switch (text.charAt(at)) {
                case '"' -> {
                    at++;
                    return Token.TEXT;
                }
                case '\\' -> at += peek(1) == '\n' ? 0 : 1;
                case '\n' -> {
                    line++;
                    lineStart = at + 1;
                }
                default -> {
                    // part of the text
                }
            }
        }
        at = tokenStart;
        line = tokenLine;
        lineStart = tokenLineStart;
        skipLine();
        return unknown("a text that begins here has no end", 0);
    }

    private Token single(Token kind) {
        at++;
        return kind;
    }

    private Token pair(Token kind) {
        at += 2;
        return kind;
    }

    private Token unknown(String why, int length) {
        at += length;
        unknown = why;
        return Token.UNKNOWN;
    }

    private String written() {
        return switch (token) {
            case TEXT -> Words.unescape(text.substring(tokenStart + 1, at - 1));
            case KEY -> text.substring(tokenStart, at - 1);
            case END_OF_LINE, INDENT, END_OF_FILE -> "";
            default -> text.substring(tokenStart, at);
        };
    }

    private char peek(int ahead) {
        return charAt(at + ahead);
    }

    /** Zero, which is nothing's first letter, past the end. */
    private char charAt(int index) {
        return index < text.length() ? text.charAt(index) : 0;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\r';
    }
}
