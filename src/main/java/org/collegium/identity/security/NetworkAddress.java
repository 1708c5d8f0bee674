package org.collegium.identity.security;

/** Network addresses as those see them who count attempts. */
final class NetworkAddress {

    private static final int NETWORK_GROUPS = 4;

    private NetworkAddress() {}

    /**
     * What one customer of a provider is likely to hold: an IPv4 address, or the first 64 bits of an IPv6 address, within
     * which anybody may take as many addresses as they like.
     */
    static String group(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        String plain =
                address.startsWith("[") && address.endsWith("]") ? address.substring(1, address.length() - 1) : address;
        int zone = plain.indexOf('%');
        String[] halves = (zone < 0 ? plain : plain.substring(0, zone)).split("::", 2);
        String[] head = halves[0].isEmpty() ? new String[0] : halves[0].split(":");
        StringBuilder network = new StringBuilder();
        for (int index = 0; index < NETWORK_GROUPS; index++) {
            network.append(index < head.length ? head[index].replaceFirst("^0+(?=.)", "") : "0")
                    .append(':');
        }
        return network.toString();
    }
}
