package org.collegium.labs.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What keeps an ordinary user from namespaces on this machine, and the command that mends it. */
final class UserNamespaces {

    /** Ubuntu 24.04 and later ask for a profile of each program that makes a user namespace. */
    private static final String PROFILE = """
            printf 'abi <abi/4.0>,\\ninclude <tunables/global>\\nprofile bwrap /usr/bin/bwrap flags=(unconfined) { userns, }\\n' \
            | sudo tee /etc/apparmor.d/bwrap && sudo apparmor_parser -r /etc/apparmor.d/bwrap""";

    private static final String CLONE = "sudo sysctl -w kernel.unprivileged_userns_clone=1";
    private static final String MOST = "sudo sysctl -w user.max_user_namespaces=15000";
    private static final String CONTAINER =
            "Start the container with --security-opt seccomp=PROFILE --security-opt apparmor=PROFILE, where both profiles"
                    + " allow a user namespace to be made, and to mount inside it.";
    private static final String OTHERWISE =
            "Allow user namespaces to the platform's user: the machine's seccomp, AppArmor or SELinux rules refuse them.";

    private UserNamespaces() {}

    static String remedy() {
        return remedy(Path.of("/"));
    }

    /** @param root of the system's files */
    static String remedy(Path root) {
        if (says(root.resolve("proc/sys/kernel/unprivileged_userns_clone"), "0")) {
            return CLONE;
        }
        if (says(root.resolve("proc/sys/user/max_user_namespaces"), "0")) {
            return MOST;
        }
        if (says(root.resolve("proc/sys/kernel/apparmor_restrict_unprivileged_userns"), "1")) {
            return PROFILE;
        }
        boolean container = Files.exists(root.resolve(".dockerenv")) || Files.exists(root.resolve("run/.containerenv"));
        return container ? CONTAINER : OTHERWISE;
    }

    private static boolean says(Path file, String value) {
        try {
            return Files.exists(file) && Files.readString(file).strip().equals(value);
        } catch (IOException unreadable) {
            return false;
        }
    }
}
