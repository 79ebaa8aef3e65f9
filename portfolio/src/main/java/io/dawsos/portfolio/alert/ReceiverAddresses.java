package io.dawsos.portfolio.alert;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * Where webhooks may go: nobody may make the service speak to what only the service can reach. A name is checked when
 * it is resolved for the connection itself, so that it cannot mean another address a moment later.
 *
 * @param loopback whether this machine is allowed
 * @param inside whether private networks are
 */
record ReceiverAddresses(boolean loopback, boolean inside) {

    private static final int LONGEST = 2000;

    /** @return what is wrong with it, for people, quoting nothing */
    Optional<String> refusal(String address) {
        if (address.length() > LONGEST) {
            return Optional.of("wanted at most %d characters".formatted(LONGEST));
        }
        URI uri;
        try {
            uri = new URI(address);
        } catch (URISyntaxException e) {
            return Optional.of("wanted an address, got something else at character %d".formatted(e.getIndex() + 1));
        }
        return refusal(uri);
    }

    private Optional<String> refusal(URI uri) {
        String host = uri.getHost();
        if (host == null || uri.getPort() == 0 || uri.getPort() > 65_535) {
            return Optional.of("wanted https://host[:port]/path");
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            return Optional.of("wanted no user name, password or fragment");
        }
        Optional<InetAddress> literal = literal(host);
        boolean here = host.equals("localhost")
                || literal.filter(InetAddress::isLoopbackAddress).isPresent();
        boolean scheme = "https".equals(uri.getScheme()) || (here && "http".equals(uri.getScheme()));
        if (!scheme) {
            return Optional.of("wanted https (http to this machine only)");
        }
        if ((here && !loopback) || literal.filter(ip -> !allows(ip)).isPresent()) {
            return Optional.of("wanted a public address");
        }
        return Optional.empty();
    }

    boolean allows(InetAddress ip) {
        if (ip.isLoopbackAddress()) {
            return loopback;
        }
        return switch (ip) {
            case Inet4Address four -> allows(four.getAddress());
            case Inet6Address six -> allowsSix(six.getAddress());
            default -> false;
        };
    }

    /** The special-purpose registry of IANA; link-local, where clouds keep their metadata, by no setting. */
    private boolean allows(byte[] ip) {
        int a = ip[0] & 255;
        int b = ip[1] & 255;
        int c = ip[2] & 255;
        boolean isInside = a == 10
                || (a == 172 && b >= 16 && b <= 31)
                || (a == 192 && b == 168)
                || (a == 100 && b >= 64 && b <= 127);
        boolean isSpecial = a == 0
                || a == 127
                || a >= 224
                || (a == 169 && b == 254)
                || (a == 192 && b == 0 && (c == 0 || c == 2))
                || (a == 192 && b == 88 && c == 99)
                || (a == 198 && (b == 18 || b == 19))
                || (a == 198 && b == 51 && c == 100)
                || (a == 203 && b == 0 && c == 113);
        return isInside ? inside : !isSpecial;
    }

    /** Of IPv6 only what is global unicast, without what carries an IPv4 address in it. */
    private boolean allowsSix(byte[] ip) {
        int first = (ip[0] & 255) << 8 | (ip[1] & 255);
        int second = (ip[2] & 255) << 8 | (ip[3] & 255);
        if ((first & 0xfe00) == 0xfc00) {
            boolean metadata = first == 0xfd00 && second == 0x0ec2;
            return inside && !metadata;
        }
        boolean unicast = (first & 0xe000) == 0x2000;
        boolean special =
                first == 0x2002 || (first == 0x2001 && (second < 0x0200 || second == 0x0db8)) || first == 0x3fff;
        return unicast && !special;
    }

    /** Empty for a name: nothing is asked of a name server. */
    private static Optional<InetAddress> literal(String host) {
        try {
            return Optional.of(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
