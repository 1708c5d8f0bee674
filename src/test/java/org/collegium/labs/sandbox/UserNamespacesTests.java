package org.collegium.labs.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What refuses namespaces is found, and the command that mends it is named. */
@Tag("unit")
class UserNamespacesTests {

    @TempDir
    private Path root;

    @Test
    void debiansSwitchIsNamed() throws IOException {
        set("proc/sys/kernel/unprivileged_userns_clone", "0\n");

        assertThat(UserNamespaces.remedy(root)).isEqualTo("sudo sysctl -w kernel.unprivileged_userns_clone=1");
    }

    @Test
    void aLimitOfNoneIsRaised() throws IOException {
        set("proc/sys/kernel/unprivileged_userns_clone", "1\n");
        set("proc/sys/user/max_user_namespaces", "0\n");

        assertThat(UserNamespaces.remedy(root)).startsWith("sudo sysctl -w user.max_user_namespaces=");
    }

    @Test
    void whereUbuntuAsksForAProfileItIsGiven() throws IOException {
        set("proc/sys/kernel/apparmor_restrict_unprivileged_userns", "1\n");

        assertThat(UserNamespaces.remedy(root))
                .contains("/etc/apparmor.d/bwrap")
                .contains("userns,");
    }

    @Test
    void aContainerIsToldToAllowThem() throws IOException {
        set(".dockerenv", "");

        assertThat(UserNamespaces.remedy(root)).startsWith("Start the container with --security-opt");
    }

    @Test
    void whatIsNotRecognisedIsDescribed() {
        assertThat(UserNamespaces.remedy(root)).startsWith("Allow user namespaces");
    }

    private void set(String file, String value) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, value);
    }
}
