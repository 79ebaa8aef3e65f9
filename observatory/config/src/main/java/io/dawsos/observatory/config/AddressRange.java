package io.dawsos.observatory.config;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** A range of IP addresses as CIDR writes it: {@code 10.0.0.0/8}. */
record AddressRange(InetAddress network, int bits) {
    static @Nullable AddressRange parse(String text) {
        int slash = text.indexOf('/');
        InetAddress network = literal(text.substring(0, slash));
        try {
            int bits = Integer.parseInt(text.substring(slash + 1));
            return network != null && bits >= 0 && bits <= 8 * network.getAddress().length
                    ? new AddressRange(network, bits)
                    : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Null when the text is no address; a name is never looked up. */
    private static @Nullable InetAddress literal(String text) {
        try {
            return text.contains(":") ? Inet6Address.ofLiteral(text) : Inet4Address.ofLiteral(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    boolean contains(String host) {
        InetAddress address = literal(host);
        if (address == null || address.getAddress().length != network.getAddress().length) {
            return false;
        }
        byte[] first = network.getAddress();
        byte[] other = address.getAddress();
        for (int bit = 0; bit < bits; bit++) {
            if (((first[bit / 8] ^ other[bit / 8]) >> (7 - bit % 8) & 1) != 0) {
                return false;
            }
        }
        return true;
    }
}
