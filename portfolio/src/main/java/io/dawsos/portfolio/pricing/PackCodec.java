package io.dawsos.portfolio.pricing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

/**
 * A pack as bytes: version 1 (one byte), id, hash, then the prices and the rates, each as a count (int) and for each
 * entry its name, scale (byte), length (byte) and unscaled value (two's complement, big-endian). Text is Java's
 * modified UTF-8 with a 16-bit length. Changing the form changes {@link #VERSION}, which is part of the cache's key.
 */
final class PackCodec {

    static final int VERSION = 1;

    private static final int MOST_ENTRIES = 1_000_000;

    private PackCodec() {}

    static byte[] encode(PricingPack pack) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(8192);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeUTF(pack.id());
            out.writeUTF(pack.hash());
            write(out, pack.content().prices());
            write(out, pack.content().rates());
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    /** @throws IOException when these are not the bytes of a pack, or of another version */
    static PricingPack decode(byte[] bytes) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readUnsignedByte();
            if (version != VERSION) {
                throw new IOException("wanted a pack of version %d, got %d".formatted(VERSION, version));
            }
            return new PricingPack(in.readUTF(), in.readUTF(), new PackContent(read(in), read(in)));
        }
    }

    private static void write(DataOutputStream out, Map<String, BigDecimal> numbers) throws IOException {
        out.writeInt(numbers.size());
        for (Map.Entry<String, BigDecimal> entry : numbers.entrySet()) {
            byte[] unscaled = entry.getValue().unscaledValue().toByteArray();
            out.writeUTF(entry.getKey());
            out.writeByte(entry.getValue().scale());
            out.writeByte(unscaled.length);
            out.write(unscaled);
        }
    }

    private static Map<String, BigDecimal> read(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MOST_ENTRIES) {
            throw new IOException("wanted up to %d entries, got %d".formatted(MOST_ENTRIES, count));
        }
        Map<String, BigDecimal> numbers = HashMap.newHashMap(Math.min(count, 4096));
        for (int i = 0; i < count; i++) {
            String name = in.readUTF();
            int scale = in.readByte();
            byte[] unscaled = new byte[in.readUnsignedByte()];
            in.readFully(unscaled);
            if (unscaled.length == 0) {
                throw new IOException("the number of %s has no digits".formatted(name));
            }
            numbers.put(name, new BigDecimal(new BigInteger(unscaled), scale));
        }
        return numbers;
    }
}
