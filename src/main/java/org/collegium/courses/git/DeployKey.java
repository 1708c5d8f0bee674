package org.collegium.courses.git;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.util.security.SecurityUtils;

/**
 * With which the platform signs in to a Git server by SSH: a key of its own for each course, and what is known of the server.
 *
 * @param pair of Ed25519
 */
record DeployKey(KeyPair pair, KnownHost host) implements GitSignIn {

    private static final String KIND = "Ed25519";

    static {
        // The library shall use Bouncy Castle, which the platform has anyway, without putting it among the providers of
        // all.
        System.setProperty("org.apache.sshd.security.provider.BC.useNamed", "false");
    }

    /** What is known of the key by which a server proves who it is. */
    @FunctionalInterface
    interface KnownHost {

        /**
         * Whether this is the server's key. The first that a server shows is taken for it, unless another is known.
         *
         * @param shown kind and fingerprint, as {@code ssh-ed25519 SHA256:…}
         */
        boolean is(String shown);
    }

    /** One that nobody had before. */
    static KeyPair make() {
        try {
            return SecurityUtils.getKeyPairGenerator(KIND).generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("No " + KIND, missing);
        }
    }

    /** The public part in the line that Git servers take. */
    static String line(PublicKey key) {
        return PublicKeyEntry.toString(key);
    }

    /**
     * From how it is kept.
     *
     * @param secret as PKCS #8
     * @param line the public part
     */
    static KeyPair read(byte[] secret, String line) {
        try {
            PublicKey open = PublicKeyEntry.parsePublicKeyEntry(line).resolvePublicKey(null, null, null);
            return new KeyPair(
                    open, SecurityUtils.getKeyFactory(KIND).generatePrivate(new PKCS8EncodedKeySpec(secret)));
        } catch (GeneralSecurityException | IOException unreadable) {
            throw new IllegalStateException("A deploy key cannot be read", unreadable);
        }
    }

    /** Without the key, so that none gets into a log. */
    @Override
    public String toString() {
        return "DeployKey[" + line(pair.getPublic()) + "]";
    }
}
