package org.collegium.shared;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;

/** Tells what was asked on this machine from what came from elsewhere, also through a proxy that runs here. */
public final class ThisMachine {

    private static final List<String> DETOURS =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via");

    private ThisMachine() {}

    /** Whether a request came from here and by no detour, as it arrived: headers of proxies change what the outer one says. */
    public static boolean asks(HttpServletRequest outer) {
        ServletRequest arrived = outer;
        while (arrived instanceof ServletRequestWrapper wrapper) {
            arrived = wrapper.getRequest();
        }
        return arrived instanceof HttpServletRequest request
                && isLoopback(request.getRemoteAddr())
                && DETOURS.stream().allMatch(header -> request.getHeader(header) == null);
    }

    /**
     * Whether it was also asked by a name of this machine. A proxy that says nothing of itself passes on the name that visitors know,
     * and a site that has its own name lead here is no name of this machine.
     */
    public static boolean asksByItsName(HttpServletRequest request) {
        String name = request.getServerName().toLowerCase(Locale.ROOT);
        return asks(request) && (name.equals("localhost") || name.endsWith(".localhost") || isLoopback(name));
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.ofLiteral(address).isLoopbackAddress();
        } catch (IllegalArgumentException name) {
            return false;
        }
    }
}
