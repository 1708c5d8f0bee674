package org.collegium.courses.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.collegium.courses.git.GitFailure.Reason;
import org.collegium.shared.RuleViolation;
import org.collegium.source.FaultList;
import org.collegium.source.ImportFault;
import org.collegium.source.SourceLimits;
import org.collegium.source.SourceTree;
import org.collegium.source.Unpacking;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.TreeFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/** Fetching from servers that are asked, are not to be asked, or mean harm; all on this machine. */
@Tag("attack")
class GitServersTest {

    private static final Optional<GitCredentials> NONE = Optional.empty();

    @TempDir
    Path folder;

    private GitServer server;

    @BeforeEach
    void thereIsAServer() throws IOException {
        server = GitServer.start(folder.resolve("served"));
    }

    @AfterEach
    void thereIsNone() {
        server.close();
    }

    private GitServers asking(String... allowed) {
        return asking(DataSize.ofMegabytes(64), Duration.ofSeconds(60), allowed);
    }

    private static GitServers asking(DataSize transfer, Duration time, String... allowed) {
        return new GitServers(new GitSettings(List.of(allowed), transfer, time, Duration.ofSeconds(3)));
    }

    private GitPlace place(String branch, String inside) {
        return new GitPlace(server.address(), branch, inside);
    }

    private static void assertRefused(
            GitServers servers, GitPlace place, Optional<GitCredentials> with, Reason reason) {
        assertThatThrownBy(() -> servers.fetch(place, with).close())
                .isInstanceOfSatisfying(
                        GitFailure.class,
                        failure -> assertThat(failure.reason()).isEqualTo(reason));
    }

    private List<String> read(String branch) throws IOException {
        FaultList faults = new FaultList();
        try (FetchedBranch fetched = asking(server.host()).fetch(place(branch, ""), NONE)) {
            Optional<SourceTree> tree = fetched.files().open(SourceLimits.standard(), faults, Unpacking.UNSEEN);
            tree.ifPresent(SourceTree::close);
            assertThat(tree.isEmpty()).isEqualTo(faults.hasErrors());
        }
        return faults.faults().stream().map(ImportFault::code).toList();
    }

    @Test
    void theFilesOfAFolderAreThoseOfTheNewestCommit() throws IOException {
        server.commit("main", Map.of("course/a.md", "old", "b.md", "x"));
        String newest = server.commit("main", Map.of("course/a.md", "new", "course/ä/c.md", "y", "b.md", "x"));
        FaultList faults = new FaultList();
        try (FetchedBranch fetched = asking(server.host()).fetch(place("main", "course"), NONE);
                SourceTree tree = fetched.files()
                        .open(SourceLimits.standard(), faults, Unpacking.UNSEEN)
                        .orElseThrow()) {
            assertThat(fetched.commit()).isEqualTo(newest);
            assertThat(tree.files()).containsOnlyKeys("a.md", "ä/c.md");
            assertThat(tree.file("a.md").orElseThrow().text(faults)).contains("new");
        }
        assertThat(faults.faults()).isEmpty();
    }

    @Test
    void whatIsNotThereIsNamed() throws IOException {
        server.commit("main", Map.of("a.md", "x"));
        GitServers servers = asking(server.host());
        assertRefused(servers, place("gone", ""), NONE, Reason.NO_BRANCH);
        assertThatThrownBy(() -> {
                    try (FetchedBranch fetched = servers.fetch(place("main", "a.md"), NONE)) {
                        fetched.files();
                    }
                })
                .isInstanceOfSatisfying(
                        GitFailure.class,
                        failure -> assertThat(failure.reason()).isEqualTo(Reason.NO_FOLDER));
        assertRefused(servers, new GitPlace(server.host() + "/other.git", "main", ""), NONE, Reason.NO_REPOSITORY);
        server.removeBranch("main");
        assertRefused(servers, place("main", ""), NONE, Reason.NO_BRANCH);
    }

    @Test
    void aTokenIsNeededAndNeverTold() throws IOException {
        server.commit("main", Map.of("a.md", "x"));
        server.lock();
        GitServers servers = asking(server.host());
        assertRefused(servers, place("main", ""), NONE, Reason.CREDENTIALS);
        GitCredentials wrong = new GitCredentials("git", "a-token-that-nobody-knows");
        assertThatThrownBy(() -> servers.fetch(place("main", ""), Optional.of(wrong)))
                .isInstanceOfSatisfying(GitFailure.class, failure -> {
                    assertThat(failure.reason()).isEqualTo(Reason.CREDENTIALS);
                    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                        assertThat(cause.toString()).doesNotContain(wrong.token());
                    }
                });
        assertThat(wrong.toString()).doesNotContain(wrong.token());
        try (FetchedBranch fetched =
                servers.fetch(place("main", ""), Optional.of(new GitCredentials("", GitServer.TOKEN)))) {
            assertThat(fetched.commit()).hasSize(40);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/a.git",
                "https://localhost/a.git",
                "https://[::1]/a.git",
                "https://10.1.2.3/a.git",
                "https://172.20.0.1/a.git",
                "https://192.168.1.1/a.git",
                "https://169.254.169.254/latest",
                "https://100.64.0.1/a.git",
                "https://0.0.0.0/a.git",
                "https://[fe80::1]/a.git",
                "https://[fd00::1]/a.git",
                "https://[64:ff9b::7f00:1]/a.git",
                "https://[2002:7f00:1::]/a.git",
                "https://2130706433/a.git",
                "http://example.org/a.git"
            })
    void anAddressThatOutsidersCannotReachIsNotAsked(String address) {
        assertRefused(asking(), new GitPlace(address, "main", ""), NONE, Reason.PRIVATE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc",
                "/etc",
                "git://example.org/a.git",
                "ext::sh -c x",
                "https://user:secret@example.org/a.git",
                "https://example.org/a.git?x=y",
                "https://example.org/a.git#x",
                "https:///a.git",
                "https://example.org",
                "https://exa mple.org/a.git",
                "https://example.org/a.git\r\nX: y"
            })
    void whatIsNoAddressByHttpsIsRefused(String address) {
        assertThatThrownBy(() -> new GitPlace(address, "main", "")).isInstanceOf(RuleViolation.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-x", "a..b", "a b", "a:b", "a~1", "@{", "a.lock", "a\\b", "/a", "a/"})
    void whatIsNoBranchIsRefused(String branch) {
        assertThatThrownBy(() -> new GitPlace("https://example.org/a.git", branch, ""))
                .isInstanceOf(RuleViolation.class);
    }

    @Test
    void publicAddressesAreThoseThatAreGivenOut() throws UnknownHostException {
        for (String address : List.of("93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "8.8.8.8", "2a00::1")) {
            assertThat(GitHosts.isPublic(InetAddress.getByName(address)))
                    .as(address)
                    .isTrue();
        }
        for (String address : List.of(
                "255.255.255.255",
                "224.0.0.1",
                "240.0.0.1",
                "198.18.0.1",
                "192.0.2.1",
                "::",
                "ff02::1",
                "2001:db8::1",
                "2001::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "2001:20::1",
                "2001:1ff::1",
                "100::1",
                "::127.0.0.1",
                "fec0::1")) {
            assertThat(GitHosts.isPublic(InetAddress.getByName(address)))
                    .as(address)
                    .isFalse();
        }
    }

    @Test
    void aRedirectIsJudgedLikeAnAddressAndGetsNoToken() throws IOException {
        server.commit("main", Map.of("a.md", "x"));
        try (GitServer other = GitServer.start(folder.resolve("other"))) {
            other.redirectTo(server.host());
            GitPlace place = new GitPlace(other.address(), "main", "");
            GitCredentials secret = new GitCredentials("git", GitServer.TOKEN);
            assertRefused(asking(other.host()), place, Optional.of(secret), Reason.PRIVATE);
            asking(other.host(), server.host())
                    .fetch(place, Optional.of(secret))
                    .close();
            assertThat(server.authorizations()).isNotEmpty().containsOnly("null");
        }
    }

    @Test
    void whatIsTooMuchOrTakesTooLongEnds() throws IOException {
        byte[] noise = new byte[3 << 20];
        new Random(1).nextBytes(noise);
        server.commit("main", Map.of("a.bin", new String(noise, StandardCharsets.ISO_8859_1)));
        assertRefused(
                asking(DataSize.ofMegabytes(1), Duration.ofSeconds(60), server.host()),
                place("main", ""),
                NONE,
                Reason.TOO_LARGE);
        assertRefused(
                asking(DataSize.ofMegabytes(64), Duration.ofNanos(1), server.host()),
                place("main", ""),
                NONE,
                Reason.TOO_LONG);
    }

    @Test
    void aServerThatSaysNothingOrNonsenseIsLeft() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String host = "http://127.0.0.1:" + silent.getLocalPort();
            GitServers servers = new GitServers(new GitSettings(
                    List.of(host), DataSize.ofMegabytes(1), Duration.ofSeconds(5), Duration.ofMillis(200)));
            assertRefused(servers, new GitPlace(host + "/a.git", "main", ""), NONE, Reason.UNREACHABLE);
        }
        assertRefused(
                asking("http://127.0.0.1:1"),
                new GitPlace("http://127.0.0.1:1/a.git", "main", ""),
                NONE,
                Reason.UNREACHABLE);
    }

    @Test
    void twoHundredThousandFilesAreRefused() throws IOException {
        try (ObjectInserter inserter = server.repository().newObjectInserter()) {
            ObjectId blob = inserter.insert(Constants.OBJ_BLOB, new byte[] {'x'});
            TreeFormatter tree = new TreeFormatter();
            for (int i = 0; i < 200_000; i++) {
                tree.append("f%06d".formatted(i), FileMode.REGULAR_FILE, blob);
            }
            ObjectId many = inserter.insert(tree);
            inserter.flush();
            server.commit("main", many);
        }
        assertThat(read("main")).containsExactly("too-many-files");
    }

    @Test
    void aTreeThatUnfoldsWithoutEndIsRefused() throws IOException {
        try (ObjectInserter inserter = server.repository().newObjectInserter()) {
            ObjectId inner = inserter.insert(new TreeFormatter());
            for (int level = 0; level < 12; level++) {
                TreeFormatter tree = new TreeFormatter();
                for (int i = 0; i < 10; i++) {
                    tree.append("d" + i, FileMode.TREE, inner);
                }
                inner = inserter.insert(tree);
            }
            inserter.flush();
            server.commit("main", inner);
        }
        assertThat(read("main")).containsExactly("too-many-files");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", ".", "a/../../x", "../x", "/etc", "a\\..\\b", "con", "a:b", "C:x"})
    void aNameThatLeadsElsewhereIsRefused(String name) throws IOException {
        try (ObjectInserter inserter = server.repository().newObjectInserter()) {
            ObjectId blob = inserter.insert(Constants.OBJ_BLOB, new byte[] {'x'});
            TreeFormatter tree = new TreeFormatter();
            byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
            tree.append(bytes, 0, bytes.length, FileMode.REGULAR_FILE, blob, true);
            ObjectId evil = inserter.insert(tree);
            inserter.flush();
            server.commit("main", evil);
        }
        assertThat(read("main")).hasSize(1).allMatch(code -> code.startsWith("name-"));
    }

    @Test
    void whatIsNoFileIsReportedAndLeftOut() throws IOException {
        try (ObjectInserter inserter = server.repository().newObjectInserter()) {
            ObjectId blob = inserter.insert(Constants.OBJ_BLOB, "../../etc/passwd".getBytes(StandardCharsets.UTF_8));
            ObjectId large = inserter.insert(
                    Constants.OBJ_BLOB,
                    "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 9\n"
                            .getBytes(StandardCharsets.UTF_8));
            ObjectId hook =
                    inserter.insert(Constants.OBJ_BLOB, "#!/bin/sh\ntouch ran\n".getBytes(StandardCharsets.UTF_8));
            TreeFormatter git = new TreeFormatter();
            git.append("post-checkout", FileMode.EXECUTABLE_FILE, hook);
            ObjectId inside = inserter.insert(git);
            TreeFormatter tree = new TreeFormatter();
            tree.append(".git", FileMode.TREE, inside);
            tree.append("a.md", FileMode.REGULAR_FILE, hook);
            tree.append("large.mp4", FileMode.REGULAR_FILE, large);
            tree.append("link", FileMode.SYMLINK, blob);
            tree.append("other", FileMode.GITLINK, blob);
            ObjectId root = inserter.insert(tree);
            inserter.flush();
            server.commit("main", root);
        }
        assertThat(read("main")).containsExactlyInAnyOrder("git-large-file", "git-link", "git-submodule");
    }

    @Test
    void namesThatDifferInCaseOnlyAreRefused() throws IOException {
        server.commit("main", Map.of("a/Intro.md", "1", "A/intro.md", "2"));
        assertThat(read("main")).containsExactly("name-case");
    }

    @Test
    void noFolderOfAnExchangeStays() throws IOException {
        server.commit("main", Map.of("a.md", "x"));
        int before = folders();
        assertThatCode(() ->
                        asking(server.host()).fetch(place("main", ""), NONE).close())
                .doesNotThrowAnyException();
        assertRefused(asking(server.host()), place("gone", ""), NONE, Reason.NO_BRANCH);
        assertThat(folders()).isEqualTo(before);
    }

    private static int folders() {
        String[] found = Path.of(System.getProperty("java.io.tmpdir")).toFile().list();
        return (int) Arrays.stream(found == null ? new String[0] : found)
                .filter(name -> name.startsWith("collegium-git-"))
                .count();
    }
}
