package org.collegium.courses.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.Security;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.collegium.courses.git.GitFailure.Reason;
import org.collegium.shared.RuleViolation;
import org.collegium.source.FaultList;
import org.collegium.source.SourceLimits;
import org.collegium.source.SourceTree;
import org.collegium.source.Unpacking;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/** Fetching and sending by SSH, with a real server of Apache MINA on this machine. */
@Tag("attack")
class GitSshTest {

    @TempDir
    Path folder;

    private final KeyPair pair = DeployKey.make();
    private final List<String> shown = new ArrayList<>();
    private GitServer repository;
    private GitSshServer server;

    @BeforeEach
    void thereIsAServer() throws IOException {
        repository = GitServer.start(folder.resolve("served"));
        server = new GitSshServer(repository.repository());
        server.letIn(DeployKey.line(pair.getPublic()));
        repository.commit("main", Map.of("course/a.md", "text", "b.md", "x"));
    }

    @AfterEach
    void thereIsNone() throws IOException {
        server.close();
        repository.close();
    }

    private static GitServers asking(String... allowed) {
        return asking(DataSize.ofMegabytes(64), allowed);
    }

    private static GitServers asking(DataSize transfer, String... allowed) {
        return new GitServers(
                new GitSettings(List.of(allowed), transfer, Duration.ofSeconds(60), Duration.ofSeconds(30)));
    }

    private GitPlace place(String branch) {
        return new GitPlace(server.address(), branch, "");
    }

    private Optional<DeployKey> key() {
        return Optional.of(new DeployKey(pair, one -> {
            shown.add(one);
            return shown.stream().distinct().count() == 1;
        }));
    }

    private static void assertRefused(GitServers servers, GitPlace place, Optional<DeployKey> with, Reason reason) {
        assertThatThrownBy(() -> servers.fetch(place, with).close())
                .isInstanceOfSatisfying(
                        GitFailure.class,
                        failure -> assertThat(failure.reason()).isEqualTo(reason));
    }

    @Test
    void aBranchIsFetchedAndOneCommitGoesBack() throws Exception {
        GitServers servers = asking(server.host());
        assertThat(servers.head(place("main"), key()))
                .contains(repository.head("main").name());
        try (FetchedBranch fetched = servers.fetch(place("main"), key())) {
            FaultList faults = new FaultList();
            try (SourceTree tree = fetched.files()
                    .open(SourceLimits.standard(), faults, Unpacking.UNSEEN)
                    .orElseThrow()) {
                assertThat(tree.files()).containsOnlyKeys("course/a.md", "b.md");
            }
            ObjectId commit = commit(fetched);
            servers.push(fetched, commit, place("main"), Optional.of(fetched.head()), key());
            assertThat(repository.head("main").name()).isEqualTo(commit.name());
        }
        assertThat(shown).containsOnly(server.fingerprint());
        assertThat(server.commands())
                .containsOnly("git-upload-pack '/group/course.git'", "git-receive-pack '/group/course.git'");
        assertThat(Security.getProvider("BC")).isNull();
    }

    private static ObjectId commit(FetchedBranch onto) throws IOException {
        CommitBuilder commit = new CommitBuilder();
        commit.setTreeId(onto.head().getTree());
        commit.setParentId(onto.head());
        commit.setAuthor(new PersonIdent("Ada", "ada@example.org"));
        commit.setCommitter(commit.getAuthor());
        commit.setMessage("Sent");
        try (ObjectInserter inserter = onto.repository().newObjectInserter()) {
            ObjectId made = inserter.insert(commit);
            inserter.flush();
            return made;
        }
    }

    @Test
    void whoIsNotLetInIsToldSo() {
        Optional<DeployKey> other = Optional.of(new DeployKey(DeployKey.make(), one -> true));
        assertRefused(asking(server.host()), place("main"), other, Reason.KEY);
        assertRefused(asking(server.host()), place("main"), Optional.empty(), Reason.KEY);
        assertThat(other.orElseThrow().toString())
                .startsWith("DeployKey[ssh-ed25519 ")
                .doesNotContain("rivate");
    }

    @Test
    void aServerWithAnotherKeyGetsNothing() throws Exception {
        GitServers servers = asking(server.host());
        servers.fetch(place("main"), key()).close();
        int before = server.commands().size();
        server.changeItsKey();
        String now = server.fingerprint();
        assertThatThrownBy(() -> servers.fetch(place("main"), key()))
                .isInstanceOfSatisfying(GitFailure.class, failure -> {
                    assertThat(failure.reason()).isEqualTo(Reason.HOST_KEY);
                    assertThat(failure.arguments()).containsExactly(now);
                });
        assertThat(server.commands()).hasSize(before);
    }

    @Test
    void whatIsNotThereOrMayNotBeWrittenIsNamed() throws IOException {
        GitServers servers = asking(server.host());
        assertRefused(servers, place("gone"), key(), Reason.NO_BRANCH);
        assertRefused(
                servers, new GitPlace(server.host() + "/group/other.git", "main", ""), key(), Reason.NO_REPOSITORY);
        server.takeNothing();
        try (FetchedBranch fetched = servers.fetch(place("main"), key())) {
            ObjectId commit = commit(fetched);
            assertThatThrownBy(() -> servers.push(fetched, commit, place("main"), Optional.of(fetched.head()), key()))
                    .isInstanceOfSatisfying(GitFailure.class, failure -> {
                        assertThat(failure.reason()).isEqualTo(Reason.REFUSED);
                        assertThat(failure.arguments()).containsExactly("main");
                    });
        }
    }

    @Test
    void whatIsTooMuchOrSaysNothingEnds() throws IOException {
        byte[] noise = new byte[3 << 20];
        new Random(1).nextBytes(noise);
        repository.commit("large", Map.of("a.bin", new String(noise, StandardCharsets.ISO_8859_1)));
        assertRefused(asking(DataSize.ofMegabytes(1), server.host()), place("large"), key(), Reason.TOO_LARGE);
        server.sayNothing();
        GitServers hasty = new GitServers(new GitSettings(
                List.of(server.host()), DataSize.ofMegabytes(1), Duration.ofSeconds(30), Duration.ofSeconds(1)));
        assertThatThrownBy(() -> hasty.fetch(place("main"), key())).isInstanceOf(GitFailure.class);
        try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String host = "ssh://127.0.0.1:" + mute.getLocalPort();
            GitServers patient = new GitServers(new GitSettings(
                    List.of(host), DataSize.ofMegabytes(1), Duration.ofSeconds(30), Duration.ofMillis(500)));
            assertRefused(patient, new GitPlace(host + "/a.git", "main", ""), key(), Reason.UNREACHABLE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ssh://git@127.0.0.1/a.git",
                "ssh://localhost:2222/a.git",
                "git@localhost:a.git",
                "git@10.1.2.3:a.git",
                "ssh://[::1]/a.git",
                "ssh://git@169.254.169.254/latest",
                "ssh://2130706433/a.git"
            })
    void anAddressThatOutsidersCannotReachIsNotAsked(String address) {
        assertRefused(asking("127.0.0.1", "localhost:*"), new GitPlace(address, "main", ""), key(), Reason.PRIVATE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ssh://git:secret@example.org/a.git",
                "ssh://-oProxyCommand=x@example.org/a.git",
                "git@-oProxyCommand=x:a.git",
                "git@example.org:-a.git",
                "git@example.org:",
                "@example.org:a.git",
                "ssh://example.org",
                "ssh://example.org/a.git?x",
                "git+ssh://example.org/a.git",
                "git@example.org:a b.git"
            })
    void whatIsNoAddressIsRefused(String address) {
        assertThatThrownBy(() -> new GitPlace(address, "main", "")).isInstanceOf(RuleViolation.class);
    }

    @Test
    void addressesAreTakenApart() {
        GitPlace brief = new GitPlace("git@Example.org:group/course.git", "main", "");
        assertThat(brief.ssh()).isTrue();
        assertThat(brief.origin()).isEqualTo("ssh://git@example.org");
        assertThat(brief.shown()).isEqualTo("example.org/group/course");
        assertThat(new GitPlace("ssh://example.org:2222/group/course.git", "main", "").origin())
                .isEqualTo("ssh://git@example.org:2222");
    }

    @Test
    void aFingerprintIsTypedInEitherForm() {
        String line = DeployKey.line(pair.getPublic());
        String print = HostFingerprint.of(pair.getPublic());
        assertThat(print).startsWith("ssh-ed25519 SHA256:");
        assertThat(HostFingerprint.read(line + " root@server")).isEqualTo(print);
        assertThat(HostFingerprint.read(" " + print + " ")).isEqualTo(print);
        String bare = HostFingerprint.read(print.substring(print.indexOf(' ') + 1) + "=");
        assertThat(HostFingerprint.same(bare, print)).isTrue();
        assertThat(HostFingerprint.same(
                        bare, HostFingerprint.of(DeployKey.make().getPublic())))
                .isFalse();
        for (String wrong : List.of("", "SHA256:short", "MD5:aa:bb", "ssh-ed25519 nonsense", "x".repeat(5000), "a b")) {
            assertThatThrownBy(() -> HostFingerprint.read(wrong)).as(wrong).isInstanceOf(RuleViolation.class);
        }
    }

    @Test
    void aKeyIsReadAsItWasKept() {
        KeyPair read = DeployKey.read(pair.getPrivate().getEncoded(), DeployKey.line(pair.getPublic()));
        GitServers servers = asking(server.host());
        assertThatCode(() -> servers.fetch(place("main"), Optional.of(new DeployKey(read, one -> true)))
                        .close())
                .doesNotThrowAnyException();
    }
}
