package org.collegium.labs.work;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What this node calls itself among those that grade; the same after a restart. */
@Component
public class ThisNode {

    static final int LONGEST = 100;

    private final String name;

    /** @param name empty for host and port, which two nodes of one machine do not share */
    ThisNode(@Value("${collegium.node:}") String name, @Value("${server.port:0}") int port) {
        String chosen = name.isBlank() ? host() + ":" + port : name.strip();
        this.name = chosen.substring(0, Math.min(chosen.length(), LONGEST));
    }

    public String name() {
        return name;
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }
}
