package io.dawsos.portfolio.beancount;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A transaction, from its flag on. */
final class TransactionParser {

    private static final int MOST_POSTINGS = 100_000;

    private final TokenReader words;
    private final LocalDate date;
    private final Place at;
    private final Set<String> tags = new HashSet<>();
    private final Set<String> links = new HashSet<>();
    private final List<Posting> postings = new ArrayList<>();
    private final MetadataParser metadata;
    private PostingParser.@Nullable Line line;
    private MetadataParser lineMetadata;

    TransactionParser(TokenReader words, LocalDate date, Place at) {
        this.words = words;
        this.date = date;
        this.at = at;
        this.metadata = new MetadataParser(words);
        this.lineMetadata = metadata;
    }

    static boolean starts(TokenReader words) {
        return words.is(Token.STAR)
                || words.is(Token.FLAG)
                || words.isWord("txn")
                || (words.is(Token.COMMODITY) && words.value().length() == 1);
    }

    Directive.Transaction parse() throws SyntaxException {
        String flag = words.is(Token.WORD) ? "*" : words.value();
        words.next();
        String first = words.is(Token.TEXT) ? words.text("a text") : null;
        String second = words.is(Token.TEXT) ? words.text("a text") : null;
        tagsAndLinks();
        words.endOfLine("a text, a tag, a link");
        while (words.skip(Token.INDENT)) {
            indented();
        }
        finishPosting();
        return new Directive.Transaction(
                date,
                at,
                flag,
                second == null ? null : first,
                second == null ? first : second,
                tags,
                links,
                postings,
                metadata.metadata());
    }

    private void indented() throws SyntaxException {
        switch (words.token()) {
            case KEY -> lineMetadata.line();
            case TAG, LINK -> {
                tagsAndLinks();
                words.endOfLine("a tag, a link");
            }
            default -> {
                finishPosting();
                line = new PostingParser(words).line();
                lineMetadata = new MetadataParser(words);
            }
        }
    }

    private void finishPosting() throws SyntaxException {
        if (line != null) {
            postings.add(line.with(lineMetadata));
        }
        if (postings.size() > MOST_POSTINGS) {
            throw new SyntaxException(at, "a transaction has at most %d postings".formatted(MOST_POSTINGS));
        }
    }

    private void tagsAndLinks() {
        while (words.is(Token.TAG) || words.is(Token.LINK)) {
            (words.is(Token.TAG) ? tags : links).add(words.value().substring(1));
            words.next();
        }
    }
}
