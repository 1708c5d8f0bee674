package org.collegium.credentials.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import org.collegium.credentials.proof.PrivateKey;
import org.collegium.shared.MasterKey;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.StartFailure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class KeysTests {

    /** Made with {@code openssl genpkey -algorithm ed25519} for this test, and the same as a JSON Web Key. */
    private static final String PEM = """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEIO5TiDPr0f8gkgfbv5gauXO+mXZIsyhHXBBJRB6v97Q4
            -----END PRIVATE KEY-----
            """;

    private static final String JWK = """
            {"kty":"OKP","crv":"Ed25519","d":"7lOIM-vR_yCSB9u_mBq5c76ZdkizKEdcEElEHq_3tDg",
             "x":"c0lULqQ7jHomHw8q796mXLaoUSBPp70vzUIaCAz3IDU"}
            """;

    private static final String MASTER = Base64.getEncoder().encodeToString(new byte[32]);

    @Test
    void aKeyMadeElsewhereIsReadInBothForms() {
        assertThat(BroughtKey.read(PEM).publicKey())
                .isEqualTo(BroughtKey.read(JWK).publicKey())
                .extracting(key -> key.jwk().get("x"))
                .isEqualTo("c0lULqQ7jHomHw8q796mXLaoUSBPp70vzUIaCAz3IDU");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"kty\":\"OKP\",\"crv\":\"X25519\",\"d\":\"AA\",\"x\":\"AA\"}",
                "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"d\":5}",
                "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"d\":\"7lOIM-vR_yCSB9u_mBq5c76ZdkizKEdcEElEHq_3tDg\",\"x\":\"AA\"}",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
                "-----END PRIVATE KEY----------BEGIN PRIVATE KEY-----"
            })
    void anythingElseIsRefusedWithAReason(String text) {
        assertThatThrownBy(() -> BroughtKey.read(text)).isInstanceOf(RuleViolation.class);
    }

    @Test
    void onlyTheSameMasterKeyOpensWhatNobodyChangedForTheSameOwner() {
        MasterKey master = new MasterKey(MASTER, "");
        byte[] other = new byte[32];
        other[0] = 1;
        UUID owner = UUID.randomUUID();
        byte[] seed = PrivateKey.make().seed();
        byte[] encrypted = master.encrypt(owner, seed);

        assertThat(master.decrypt(owner, encrypted, master.name())).isEqualTo(seed);
        assertThat(master.encrypt(owner, seed)).isNotEqualTo(encrypted);
        assertThat(HexFormat.of().formatHex(encrypted))
                .doesNotContain(HexFormat.of().formatHex(seed));
        MasterKey another = new MasterKey(Base64.getEncoder().encodeToString(other), "");
        assertThatThrownBy(() -> another.decrypt(owner, encrypted, master.name()))
                .isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> master.decrypt(UUID.randomUUID(), encrypted, master.name()))
                .isInstanceOf(RuleViolation.class);
        byte[] changed = Arrays.copyOf(encrypted, encrypted.length);
        changed[20] ^= 1;
        assertThatThrownBy(() -> master.decrypt(owner, changed, master.name())).isInstanceOf(RuleViolation.class);
    }

    @Test
    void whileTheMasterKeyIsChangedBothAreUnderstoodAndOneIsWrittenWith() {
        byte[] fresh = new byte[32];
        fresh[0] = 1;
        String next = Base64.getEncoder().encodeToString(fresh);
        MasterKey before = new MasterKey(MASTER, "");
        MasterKey after = new MasterKey(next, MASTER);
        UUID owner = UUID.randomUUID();
        byte[] secret = {1, 2, 3};

        byte[] wrapped = after.wrapAgain(owner, before.encrypt(owner, secret));

        assertThat(after.other()).contains(before.name());
        assertThat(after.decrypt(owner, before.encrypt(owner, secret), before.name()))
                .isEqualTo(secret);
        assertThat(new MasterKey(next, "").decrypt(owner, wrapped, after.name()))
                .isEqualTo(secret);
        assertThat(new MasterKey(MASTER, next).decrypt(owner, wrapped, after.name()))
                .as("a node that does not write with it yet")
                .isEqualTo(secret);
        assertThatThrownBy(() -> before.decrypt(owner, wrapped, after.name())).isInstanceOf(RuleViolation.class);
        assertThat(new MasterKey(MASTER, MASTER).other()).isEmpty();
        assertThatThrownBy(() -> new MasterKey(MASTER, "short"))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("COLLEGIUM_OTHER_MASTER_KEY");
    }

    @Test
    void aMasterKeyIsMadeOnceForItsOwnerAloneWhereTheDatabaseLiesInTheSameFolder(@TempDir Path data)
            throws IOException {
        MasterKey made = new MasterKey("", "", data, false, true);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("master-key"))))
                .isEqualTo("rw-------");
        assertThat(new MasterKey("", "", data, true, false).name()).isEqualTo(made.name());
        try (var files = Files.list(data)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void elsewhereItMustBeGivenAndWellFormed(@TempDir Path data) {
        assertThatThrownBy(() -> new MasterKey("", "", data, false, false))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("COLLEGIUM_MASTER_KEY");
        assertThat(data).isEmptyDirectory();
        for (String wrong : new String[] {"short", "AAAA", "!"}) {
            assertThatThrownBy(() -> new MasterKey(wrong, "", data, true, true)).isInstanceOf(StartFailure.class);
        }
        assertThat(new MasterKey(MASTER, "", data, false, false).name()).hasSize(16);
    }
}
