package io.dawsos.observatory.ingest.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads protocol buffers where they lie, field by field. Strings and messages are ranges of the bytes until somebody wants
 * more of them, so that what is known or not wanted costs no memory.
 *
 * <pre>{@code
 * while (reader.next()) {
 *     switch (reader.field()) {
 *         case 1 -> name = reader.string();
 *         case 2 -> value = reader.decimal();
 *         default -> reader.skip();
 *     }
 * }
 * }</pre>
 */
public final class WireReader {
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int LENGTH = 2;
    private static final int FIXED32 = 5;

    private final byte[] bytes;
    private int at;
    private int end;
    private int field;
    private int wireType;

    public WireReader(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        reset(from, to);
    }

    /** Goes to another range of the same bytes. */
    public void reset(int from, int to) {
        at = from;
        end = to;
    }

    public byte[] bytes() {
        return bytes;
    }

    public int at() {
        return at;
    }

    /** Where the message that was entered ends. */
    public int end() {
        return end;
    }

    public boolean atEnd() {
        return at >= end;
    }

    /** Goes to the next field; false at the end. */
    public boolean next() throws WireException {
        if (at >= end) {
            return false;
        }
        int start = at;
        long tag = rawVarint();
        field = (int) (tag >>> 3);
        wireType = (int) tag & 7;
        if (tag >>> 32 != 0 || field == 0) {
            throw new WireException(start, "no field has the number " + (tag >>> 3));
        }
        return true;
    }

    public int field() {
        return field;
    }

    /** Whether the field holds a length, and so may be packed numbers. */
    public boolean isRange() {
        return wireType == LENGTH;
    }

    private void want(int wanted, String what) throws WireException {
        if (wireType != wanted) {
            throw problem("field " + field + " wants " + what + ", got wire type " + wireType);
        }
    }

    /** An error at this place. */
    public WireException problem(String text) {
        return new WireException(at, text);
    }

    /** Reads an integer. */
    public long varint() throws WireException {
        want(VARINT, "an integer");
        return rawVarint();
    }

    /** Reads an integer of a kind that keeps small negative ones short. */
    public long zigzag() throws WireException {
        return unzigzag(varint());
    }

    public static long unzigzag(long raw) {
        return (raw >>> 1) ^ -(raw & 1);
    }

    /** Reads an integer without a tag before it, as in packed fields and before a message in a stream. */
    public long rawVarint() throws WireException {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (at >= end) {
                throw problem("the message ends within an integer");
            }
            byte next = bytes[at++];
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw problem("an integer has at most ten bytes");
    }

    /** Reads a floating-point number. */
    public double decimal() throws WireException {
        want(FIXED64, "a floating-point number");
        return rawDecimal();
    }

    /** Reads a floating-point number without a tag before it. */
    public double rawDecimal() throws WireException {
        if (end - at < Long.BYTES) {
            throw problem("the message ends within a number");
        }
        long bits = 0;
        for (int i = Long.BYTES - 1; i >= 0; i--) {
            bits = (bits << 8) | (bytes[at + i] & 0xff);
        }
        at += Long.BYTES;
        return Double.longBitsToDouble(bits);
    }

    /** Enters the message or the packed numbers of this field; gives what {@link #leave} wants. */
    public int enter() throws WireException {
        want(LENGTH, "a length");
        return enterRaw();
    }

    /** Enters a message without a tag before it, as in a stream of messages. */
    public int enterRaw() throws WireException {
        int length = rawLength();
        int outer = end;
        end = at + length;
        return outer;
    }

    /** Leaves what was entered, and steps over what was not read of it. */
    public void leave(int outer) {
        at = end;
        end = outer;
    }

    /** Steps over the range of this field; gives its length. It ends at {@link #at}. */
    public int range() throws WireException {
        want(LENGTH, "a length");
        int length = rawLength();
        at += length;
        return length;
    }

    private int rawLength() throws WireException {
        int start = at;
        long length = rawVarint();
        if (length < 0 || length > end - at) {
            throw new WireException(
                    start, "a length of " + Long.toUnsignedString(length) + " where " + (end - at) + " bytes are left");
        }
        return (int) length;
    }

    /** Reads text; text that is no UTF-8 is an error. */
    public String string() throws WireException {
        int length = range();
        return text(bytes, at - length, at);
    }

    /** The text of a range; text that is no UTF-8 is an error. */
    public static String text(byte[] bytes, int from, int to) throws WireException {
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0) {
                return decoded(bytes, from, to);
            }
        }
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private static String decoded(byte[] bytes, int from, int to) throws WireException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new WireException(from, "text that is not UTF-8");
        }
    }

    /** Steps over this field. */
    public void skip() throws WireException {
        switch (wireType) {
            case VARINT -> rawVarint();
            case FIXED64 -> skip(Long.BYTES);
            case LENGTH -> range();
            case FIXED32 -> skip(Integer.BYTES);
            default -> throw problem("no field has the wire type " + wireType);
        }
    }

    private void skip(int length) throws WireException {
        if (end - at < length) {
            throw problem("the message ends within a number");
        }
        at += length;
    }
}
