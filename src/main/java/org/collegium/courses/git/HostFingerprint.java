package org.collegium.courses.git;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.regex.Pattern;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.collegium.shared.RuleViolation;

/** The key of a server in few letters: its kind, where that is known, and its SHA-256 as OpenSSH writes it. */
final class HostFingerprint {

    private static final int LONGEST = 2000;
    private static final Pattern WRITTEN =
            Pattern.compile("(?:(?:ssh|ecdsa)-[a-z0-9-]{1,40} )?SHA256:[A-Za-z0-9+/]{43}");

    private HostFingerprint() {}

    static String of(PublicKey key) {
        return KeyUtils.getKeyType(key) + " " + KeyUtils.getFingerPrint(key);
    }

    /**
     * What somebody typed: a fingerprint, or a line with a public key.
     *
     * @throws RuleViolation when it is neither
     */
    static String read(String typed) {
        String text = typed.strip().replaceAll("=+$", "");
        if (WRITTEN.matcher(text).matches()) {
            return text;
        }
        try {
            if (typed.length() <= LONGEST && typed.contains(" ")) {
                return of(PublicKeyEntry.parsePublicKeyEntry(typed.strip()).resolvePublicKey(null, null, null));
            }
        } catch (GeneralSecurityException | IOException | RuntimeException unreadable) {
            throw new RuleViolation("courses.git.host-key.wrong");
        }
        throw new RuleViolation("courses.git.host-key.wrong");
    }

    /** Whether two are of one key; one may lack the kind. */
    static boolean same(String one, String other) {
        return one.substring(one.lastIndexOf(' ') + 1).equals(other.substring(other.lastIndexOf(' ') + 1));
    }
}
