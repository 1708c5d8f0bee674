package org.collegium.shared;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Encrypts secrets where they are kept: AES with 256 bits in GCM, bound to the thing that they belong to. While the master key is
 * changed for another one (decision 36), what the other one encrypted is understood too.
 */
@Component
public final class MasterKey {

    private static final int BYTES = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Key key;
    private final Optional<Key> other;

    /** Where everything lies in one data folder, the key may lie there too, and is made once; elsewhere it is given. */
    @Autowired
    public MasterKey(
            @Value("${collegium.credentials.master-key}") String given,
            @Value("${collegium.credentials.other-master-key}") String other,
            @Value("${collegium.data}") Path data,
            @Value("${collegium.demonstration}") boolean demonstration,
            @Value("${collegium.database.embedded:false}") boolean embedded) {
        this(given.isBlank() ? kept(data, demonstration || embedded) : given, other);
    }

    /** @param other blank for none */
    public MasterKey(String base64, String other) {
        this.key = Key.read(base64, "collegium.credentials.master-key (COLLEGIUM_MASTER_KEY)");
        this.other = other.isBlank()
                ? Optional.empty()
                : Optional.of(Key.read(other, "collegium.credentials.other-master-key (COLLEGIUM_OTHER_MASTER_KEY)"))
                        .filter(found -> !found.name().equals(key.name()));
    }

    private record Key(String name, SecretKeySpec secret) {

        static Key read(String base64, String setting) {
            byte[] bytes = MasterKey.read(base64, setting);
            return new Key(HexFormat.of().formatHex(sha256(bytes), 0, 8), new SecretKeySpec(bytes, "AES"));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Tells this master key from others, and says nothing of it. */
    public String name() {
        return key.name();
    }

    /** The name of the other master key; empty while none is changed for another. */
    public Optional<String> other() {
        return other.map(Key::name);
    }

    /** What the other master key encrypted, encrypted with this one. */
    public byte[] wrapAgain(UUID owner, byte[] encrypted) {
        return encrypt(owner, decrypt(owner, encrypted, other().orElseThrow()));
    }

    /** @param owner of the secret; for another one it cannot be decrypted */
    public byte[] encrypt(UUID owner, byte[] secret) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, owner).doFinal(secret);
            byte[] whole = Arrays.copyOf(nonce, NONCE + sealed.length);
            System.arraycopy(sealed, 0, whole, NONCE, sealed.length);
            return whole;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java does not know AES-GCM", missing);
        }
    }

    /**
     * @param under the name of the master key that it was encrypted with
     * @throws RuleViolation when that was another one, or the text was changed
     */
    public byte[] decrypt(UUID owner, byte[] encrypted, String under) {
        Key with = Stream.concat(Stream.of(key), other.stream())
                .filter(found -> found.name().equals(under))
                .findFirst()
                .orElseThrow(() -> new RuleViolation("credentials.keys.other-master", under, key.name()));
        try {
            return cipher(Cipher.DECRYPT_MODE, with, Arrays.copyOf(encrypted, NONCE), owner)
                    .doFinal(encrypted, NONCE, encrypted.length - NONCE);
        } catch (GeneralSecurityException changed) {
            throw new RuleViolation("credentials.keys.changed", owner);
        }
    }

    private static Cipher cipher(int mode, Key key, byte[] nonce, UUID owner) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.secret(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(owner.toString().getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }

    private static byte[] read(String base64, String setting) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64.strip());
            if (bytes.length == BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException malformed) {
            throw new StartFailure(wrong(setting), malformed);
        }
        throw new StartFailure(wrong(setting), null);
    }

    private static String wrong(String setting) {
        return setting + " is not 32 bytes in base 64; make one with: openssl rand -base64 32";
    }

    private static String kept(Path data, boolean mayBeMade) {
        Path file = data.resolve("master-key");
        try {
            if (!Files.exists(file)) {
                if (!mayBeMade) {
                    throw new StartFailure(
                            "Certificates cannot be signed without a master key: set COLLEGIUM_MASTER_KEY to the"
                                    + " output of \"openssl rand -base64 32\", the same on every node, and keep a copy.",
                            null);
                }
                make(file);
            }
            return Files.readString(file, StandardCharsets.US_ASCII);
        } catch (IOException failed) {
            throw new StartFailure(
                    "The master key " + file + " cannot be read or made: " + failed.getMessage(), failed);
        }
    }

    private static void make(Path file) throws IOException {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path written = file.resolveSibling("master-key." + UUID.randomUUID());
        Files.createFile(written, ownersOnly(file));
        Files.writeString(
                written,
                Base64.getEncoder().encodeToString(bytes) + "\n",
                StandardCharsets.US_ASCII,
                StandardOpenOption.WRITE,
                StandardOpenOption.SYNC);
        try {
            Files.createLink(file, written);
        } catch (FileAlreadyExistsException another) {
            // Another node of the same folder was first; its key holds.
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private static FileAttribute<?>[] ownersOnly(Path file) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
