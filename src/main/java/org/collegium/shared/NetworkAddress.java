package org.collegium.shared;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Network addresses as those see them who count attempts. */
public final class NetworkAddress {

    private static final int NETWORK_BYTES = 8;

    private NetworkAddress() {}

    /**
     * What one customer of a provider is likely to hold: an IPv4 address, also one that is written as IPv6, or the first 64 bits
     * of an IPv6 address, within which anybody may take as many addresses as they like.
     *
     * @param address as the request has it; what is no address stands for itself
     */
    public static String group(String address) {
        String plain =
                address.startsWith("[") && address.endsWith("]") ? address.substring(1, address.length() - 1) : address;
        int zone = plain.indexOf('%');
        try {
            InetAddress read = InetAddress.ofLiteral(zone < 0 ? plain : plain.substring(0, zone));
            return read instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(read.getAddress(), NETWORK_BYTES)) + "/64"
                    : read.getHostAddress();
        } catch (IllegalArgumentException noAddress) {
            return address;
        }
    }
}
