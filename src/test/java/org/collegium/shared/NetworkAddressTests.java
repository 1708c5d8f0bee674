package org.collegium.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class NetworkAddressTests {

    @Test
    void anIpv4AddressStandsForItself() {
        assertThat(NetworkAddress.group("203.0.113.7")).isEqualTo("203.0.113.7");
    }

    @Test
    void allIpv6AddressesOfOneNetworkCountAsOne() {
        String network = NetworkAddress.group("2001:db8:1:2:3:4:5:6");

        assertThat(NetworkAddress.group("2001:db8:1:2::9")).isEqualTo(network);
        assertThat(NetworkAddress.group("[2001:0db8:0001:0002:ffff:ffff:ffff:ffff]"))
                .isEqualTo(network);
        assertThat(NetworkAddress.group("2001:db8:1:3::9")).isNotEqualTo(network);
        assertThat(NetworkAddress.group("2001:db8::9")).isNotEqualTo(network);
    }

    @Test
    void shortFormsAreRead() {
        assertThat(NetworkAddress.group("::1")).isEqualTo(NetworkAddress.group("0:0:0:0:0:0:0:2"));
        assertThat(NetworkAddress.group("fe80::1%eth0")).isEqualTo(NetworkAddress.group("fe80::2"));
        assertThat(NetworkAddress.group("2001:db8::1:2:3:4:5")).isEqualTo(NetworkAddress.group("2001:db8:0:1::9"));
    }

    /** Some proxies write IPv4 addresses so; taken as one network, all visitors would share one allowance. */
    @Test
    void anIpv4AddressThatIsWrittenAsIpv6StandsForItself() {
        assertThat(NetworkAddress.group("::ffff:203.0.113.7")).isEqualTo("203.0.113.7");
    }

    @Test
    void whatIsNoAddressStandsForItself() {
        assertThat(NetworkAddress.group("unknown")).isEqualTo("unknown");
        assertThat(NetworkAddress.group("")).isEmpty();
    }
}
