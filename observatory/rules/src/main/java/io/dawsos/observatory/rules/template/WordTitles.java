package io.dawsos.observatory.rules.template;

/** Capitals at the beginning of words. Words end as Unicode's annex 29 says, in its parts for letters and digits. */
final class WordTitles {
    /** Between two letters they end no word: {@code don't}. */
    private static final String WITHIN_WORDS = "'.:\u2019\u00b7";

    private WordTitles() {}

    /** A text with each word's first letter as a capital, the other letters as they are. */
    static String of(String text) {
        StringBuilder titles = new StringBuilder(text.length());
        boolean titled = false;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (Character.isLetter(c)) {
                titles.appendCodePoint(titled ? c : Character.toTitleCase(c));
                titled = true;
            } else {
                titles.appendCodePoint(c);
                titled &= isPartOfWord(c) || (WITHIN_WORDS.indexOf(c) >= 0 && isLetterAt(text, i + 1));
            }
        }
        return titles.toString();
    }

    private static boolean isPartOfWord(int c) {
        return c == '_' || Character.isDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static boolean isLetterAt(String text, int i) {
        return i < text.length() && Character.isLetter(text.codePointAt(i));
    }
}
