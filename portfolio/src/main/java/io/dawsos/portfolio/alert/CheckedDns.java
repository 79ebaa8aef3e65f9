package io.dawsos.portfolio.alert;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/** Resolves a receiver's name for its connection, to allowed addresses only. */
final class CheckedDns implements DnsResolver {

    /** The name is known, and every address of it is none that webhooks may go to. */
    static final class Blocked extends UnknownHostException {
        Blocked(String host) {
            super(host);
        }
    }

    private final ReceiverAddresses allowed;

    CheckedDns(ReceiverAddresses allowed) {
        this.allowed = allowed;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = SystemDefaultDnsResolver.INSTANCE.resolve(host);
        InetAddress[] fit = Arrays.stream(found).filter(allowed::allows).toArray(InetAddress[]::new);
        if (fit.length == 0) {
            throw new Blocked(host);
        }
        return fit;
    }

    /** Not asked of the network: a name of another machine's choosing is of no use here. */
    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
