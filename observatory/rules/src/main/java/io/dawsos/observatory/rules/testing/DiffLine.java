package io.dawsos.observatory.rules.testing;

/** A line of what is expected beside what came. */
public record DiffLine(Side side, String text) {
    /** On which side it is there. */
    public enum Side {
        BOTH(' '),
        EXPECTED('-'),
        GOT('+');

        private final char sign;

        Side(char sign) {
            this.sign = sign;
        }

        public char sign() {
            return sign;
        }
    }

    static DiffLine both(String text) {
        return new DiffLine(Side.BOTH, text);
    }

    static DiffLine expected(String text) {
        return new DiffLine(Side.EXPECTED, text);
    }

    static DiffLine got(String text) {
        return new DiffLine(Side.GOT, text);
    }

    /** Whether it says what the lines under it are about. */
    boolean isHeading() {
        return side == Side.BOTH && !text.startsWith(" ") && text.startsWith("alert");
    }

    /** With its sign in front. */
    @Override
    public String toString() {
        return (side.sign + " " + text).stripTrailing();
    }
}
