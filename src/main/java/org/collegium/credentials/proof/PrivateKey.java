package org.collegium.credentials.proof;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** A private key of Ed25519 with its public one. Nothing prints it. */
public final class PrivateKey {

    private static final byte[] PKCS8 = HexFormat.of().parseHex("302e020100300506032b657004220420");
    private static final int SEED = 32;

    private final java.security.PrivateKey key;
    private final PublicKey publicKey;

    private PrivateKey(KeyPair pair) {
        this.key = pair.getPrivate();
        this.publicKey = PublicKey.of(pair.getPublic());
    }

    /** A new key. */
    public static PrivateKey make() {
        try {
            return new PrivateKey(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java does not know Ed25519", missing);
        }
    }

    /**
     * The key of a seed of 32 bytes (RFC 8032, 5.1.5).
     *
     * @throws InvalidKeyException when the seed has another length
     */
    public static PrivateKey ofSeed(byte[] seed) throws InvalidKeyException {
        if (seed.length != SEED) {
            throw new InvalidKeyException("a key of Ed25519 has 32 bytes, not " + seed.length);
        }
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new Given(seed));
            PrivateKey made = new PrivateKey(generator.generateKeyPair());
            if (!Arrays.equals(made.seed(), seed)) {
                throw new InvalidKeyException("the public key cannot be told from the private one");
            }
            return made;
        } catch (InvalidKeyException invalid) {
            throw invalid;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java does not know Ed25519", missing);
        }
    }

    /**
     * The key in the form of PKCS#8 (RFC 8410).
     *
     * @throws InvalidKeyException when it is something else
     */
    public static PrivateKey ofPkcs8(byte[] encoded) throws InvalidKeyException {
        try {
            byte[] plain = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(encoded))
                    .getEncoded();
            return ofSeed(Arrays.copyOfRange(plain, PKCS8.length, PKCS8.length + SEED));
        } catch (InvalidKeyException invalid) {
            throw invalid;
        } catch (GeneralSecurityException | RuntimeException other) {
            throw new InvalidKeyException("no PKCS#8 of Ed25519", other);
        }
    }

    /** What signatures of this key are checked with. */
    public PublicKey publicKey() {
        return publicKey;
    }

    /** The 32 bytes from which the key is made anew; to be encrypted at once. */
    public byte[] seed() {
        byte[] encoded = key.getEncoded();
        return Arrays.copyOfRange(encoded, PKCS8.length, PKCS8.length + SEED);
    }

    /** Signs; 64 bytes. */
    public byte[] sign(byte[] message) {
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(key);
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("The key cannot sign", broken);
        }
    }

    /** Gives the generator the seed, from which it makes both keys. */
    private static final class Given extends SecureRandom {

        private static final long serialVersionUID = 1L;
        private final byte[] seed;

        Given(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
