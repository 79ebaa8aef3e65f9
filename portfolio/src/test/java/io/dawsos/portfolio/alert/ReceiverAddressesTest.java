package io.dawsos.portfolio.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReceiverAddressesTest {

    private static final ReceiverAddresses OUTSIDE = new ReceiverAddresses(false, false);
    private static final ReceiverAddresses LAPTOP = new ReceiverAddresses(true, false);
    private static final ReceiverAddresses INSIDE = new ReceiverAddresses(true, true);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "::1",
                "::ffff:127.0.0.1",
                "0.0.0.0",
                "::",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "100.64.0.1",
                "169.254.169.254",
                "::ffff:169.254.169.254",
                "fe80::1",
                "fd00:ec2::254",
                "fc00::1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001::1",
                "2001:db8::1",
                "224.0.0.1",
                "ff02::1",
                "255.255.255.255",
                "240.0.0.1",
                "192.0.2.1",
                "198.18.0.1",
                "203.0.113.1",
                "198.51.100.1",
                "fec0::1"
            })
    void address_special_isNotAllowed(String ip) throws UnknownHostException {
        assertThat(OUTSIDE.allows(InetAddress.getByName(ip))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "192.0.3.1", "2a00:1450::1", "2606:4700::1111"})
    void address_public_isAllowed(String ip) throws UnknownHostException {
        assertThat(OUTSIDE.allows(InetAddress.getByName(ip))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"169.254.169.254", "fe80::1", "fd00:ec2::254", "0.0.0.0", "224.0.0.1", "::ffff:169.254.1.1"})
    void address_linkLocalOrMetadata_isAllowedByNoSetting(String ip) throws UnknownHostException {
        assertThat(INSIDE.allows(InetAddress.getByName(ip))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "192.168.1.1", "fd12::1", "127.0.0.1", "::1"})
    void address_private_isAllowedByTheSetting(String ip) throws UnknownHostException {
        assertThat(INSIDE.allows(InetAddress.getByName(ip))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/",
                "ftp://example.com/",
                "https:///x",
                "example.com",
                "https://a b/",
                "",
                "https://user:secret@example.com/",
                "https://example.com/#part",
                "https://example.com:0/",
                "https://example.com:70000/",
                "https://10.0.0.1/",
                "https://[fe80::1]/",
                "https://169.254.169.254/",
                "https://2130706433/",
                "https://127.1/",
                "http://localhost.example.com/",
                "file:///etc/passwd"
            })
    void url_unfit_isRefusedWithoutQuotingIt(String url) {
        assertThat(LAPTOP.refusal(url).or(() -> OUTSIDE.refusal(url)))
                .hasValueSatisfying(reason -> assertThat(reason).doesNotContain("secret"));
        assertThat(OUTSIDE.refusal(url)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.com", "https://example.com:8443/a/b?c=d", "https://[2606:4700::1111]/"})
    void url_public_isTaken(String url) {
        assertThat(OUTSIDE.refusal(url)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:9/x", "http://127.0.0.1:9/", "http://[::1]:9/", "https://localhost/"})
    void url_ofThisMachine_isTakenWhereThisMachineIs(String url) {
        assertThat(LAPTOP.refusal(url)).isEmpty();
        assertThat(OUTSIDE.refusal(url)).isPresent();
    }

    @Test
    void name_thatMeansOnlyForbiddenAddresses_isBlockedWhenItIsResolved() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> new CheckedDns(OUTSIDE).resolve("localhost"))
                .isInstanceOf(CheckedDns.Blocked.class);
    }
}
