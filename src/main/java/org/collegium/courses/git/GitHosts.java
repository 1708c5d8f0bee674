package org.collegium.courses.git;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URL;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.collegium.courses.git.GitFailure.Reason;

/**
 * Which machines are asked: those of the public internet, and those that the operator names. Private ones would be reached
 * with the rights of the platform's own network, by whoever may type an address.
 */
final class GitHosts {

    /** What is not public although it looks so, as in the registries of IANA for special addresses. */
    private static final List<String> SPECIAL_4 = List.of(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3");

    private static final Set<String> ENCRYPTED = Set.of("https", GitAddress.SSH);
    private static final String ANY_PORT = ":*";

    private final List<String> allowed;

    GitHosts(List<String> allowed) {
        this.allowed = allowed.stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    /**
     * The one address that is connected to. The name is asked for once, so that a second answer cannot lead elsewhere.
     *
     * @throws GitFailure when this host is not asked
     */
    InetAddress resolve(URL url) throws GitFailure {
        return resolve(url.getProtocol(), url.getHost(), url.getPort(), url.getDefaultPort());
    }

    /** The same for a repository that is asked by SSH. */
    InetAddress resolve(GitAddress address) throws GitFailure {
        return resolve(address.scheme(), address.host(), address.port(), address.sshPort());
    }

    private InetAddress resolve(String scheme, String host, int port, int usual) throws GitFailure {
        boolean named = isAllowed(scheme, host, port, usual);
        if (!named && !ENCRYPTED.contains(scheme)) {
            throw new GitFailure(Reason.PRIVATE, host);
        }
        InetAddress[] found = lookUp(host);
        if (!named && !Arrays.stream(found).allMatch(GitHosts::isPublic)) {
            throw new GitFailure(Reason.PRIVATE, host);
        }
        return found[0];
    }

    /** Whoever allows a host by https allows nothing else of it. */
    private boolean isAllowed(String scheme, String name, int port, int usual) {
        String host = (scheme.equals("https") ? "" : scheme + "://") + name.toLowerCase(Locale.ROOT);
        return allowed.contains(host + ":" + (port < 0 ? usual : port))
                || allowed.contains(host + ANY_PORT)
                || (port < 0 && allowed.contains(host));
    }

    private static InetAddress[] lookUp(String host) throws GitFailure {
        try {
            return InetAddress.getAllByName(host);
        } catch (UnknownHostException unknown) {
            throw new GitFailure(Reason.UNKNOWN_HOST, host);
        }
    }

    /** Whether everybody on the internet could reach this address. */
    static boolean isPublic(InetAddress address) {
        return switch (address) {
            case Inet4Address four -> isPublic4(four.getAddress());
            case Inet6Address six -> isPublic6(six);
            default -> false;
        };
    }

    private static boolean isPublic4(byte[] address) {
        return SPECIAL_4.stream().noneMatch(block -> inside(address, block));
    }

    /** Only 2000::/3 is given out; what of it stands for an address of version 4, or for no machine, is left out. */
    private static boolean isPublic6(Inet6Address six) {
        byte[] bytes = six.getAddress();
        boolean global = (bytes[0] & 0xE0) == 0x20;
        boolean special = (starts(bytes, 0x20, 0x01) && (bytes[2] & 0xFE) == 0)
                || starts(bytes, 0x20, 0x01, 0x0D, 0xB8)
                || starts(bytes, 0x20, 0x02)
                || starts(bytes, 0x3F, 0xFF);
        return global && !special;
    }

    private static boolean starts(byte[] bytes, int... prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if ((bytes[i] & 0xFF) != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean inside(byte[] address, String block) {
        int slash = block.indexOf('/');
        int bits = Integer.parseInt(block.substring(slash + 1));
        String[] parts = block.substring(0, slash).split("\\.");
        int network = 0;
        int asked = 0;
        for (int i = 0; i < 4; i++) {
            network = (network << 8) | Integer.parseInt(parts[i]);
            asked = (asked << 8) | (address[i] & 0xFF);
        }
        int mask = -1 << (32 - bits);
        return (network & mask) == (asked & mask);
    }
}
