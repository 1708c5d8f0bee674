package org.collegium.courses.git;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.ReceivePack;
import org.eclipse.jgit.transport.UploadPack;
import org.jspecify.annotations.Nullable;

/** An SSH server on this machine that lets keys in and serves the repository of a {@link GitServer}. */
final class GitSshServer implements AutoCloseable {

    private static final String PATH = "'/group/course.git'";

    private final SshServer server = SshServer.setUpDefaultServer();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> letIn = new ArrayList<>();
    private final List<String> commands = new ArrayList<>();
    private final Repository repository;
    private volatile boolean readOnly;
    private volatile boolean silent;

    GitSshServer(Repository repository) throws IOException {
        this.repository = repository;
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(KeyPairProvider.wrap(DeployKey.make()));
        server.setPublickeyAuthenticator((user, key, session) -> "git".equals(user) && isLetIn(key));
        server.setCommandFactory((channel, command) -> new Service(command));
        server.start();
    }

    String address() {
        return host() + "/group/course.git";
    }

    /** What an operator allows. */
    String host() {
        return "ssh://127.0.0.1:" + server.getPort();
    }

    /** Lets whoever has the private part of this key in. */
    synchronized void letIn(String line) {
        letIn.add(line);
    }

    void takeNothing() {
        readOnly = true;
    }

    void sayNothing() {
        silent = true;
    }

    /** Proves itself with another key from now on. */
    void changeItsKey() {
        KeyPair other = DeployKey.make();
        server.setKeyPairProvider(KeyPairProvider.wrap(other));
    }

    String fingerprint() throws IOException, GeneralSecurityException {
        return HostFingerprint.of(
                server.getKeyPairProvider().loadKeys(null).iterator().next().getPublic());
    }

    synchronized List<String> commands() {
        return List.copyOf(commands);
    }

    private synchronized boolean isLetIn(PublicKey key) {
        return letIn.stream().anyMatch(line -> {
            try {
                return KeyUtils.compareKeys(
                        key, PublicKeyEntry.parsePublicKeyEntry(line).resolvePublicKey(null, null, null));
            } catch (IOException | GeneralSecurityException unreadable) {
                throw new IllegalStateException(unreadable);
            }
        });
    }

    private synchronized void note(String command) {
        commands.add(command);
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
        threads.shutdownNow();
    }

    private final class Service implements Command {

        private final String command;
        private @Nullable InputStream in;
        private @Nullable OutputStream out;
        private @Nullable OutputStream err;
        private @Nullable ExitCallback end;

        Service(String command) {
            this.command = command;
        }

        @Override
        public void start(ChannelSession channel, Environment environment) {
            note(command);
            String protocol = environment.getEnv().get("GIT_PROTOCOL");
            threads.submit(() -> serve(protocol == null ? List.of() : List.of(protocol.split(":"))));
        }

        private void serve(List<String> extra) {
            int status = 0;
            try {
                if (silent) {
                    return;
                }
                if (command.equals("git-upload-pack " + PATH)) {
                    UploadPack upload = new UploadPack(repository);
                    upload.setExtraParameters(extra);
                    upload.upload(in, out, err);
                } else if (command.equals("git-receive-pack " + PATH) && !readOnly) {
                    new ReceivePack(repository).receive(in, out, err);
                } else {
                    err.write("ERROR: a secret of the server\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
                    err.flush();
                    status = 1;
                }
            } catch (IOException | RuntimeException broken) {
                status = 128;
            }
            end.onExit(status);
        }

        @Override
        public void destroy(ChannelSession channel) {}

        @Override
        public void setInputStream(InputStream from) {
            in = from;
        }

        @Override
        public void setOutputStream(OutputStream to) {
            out = to;
        }

        @Override
        public void setErrorStream(OutputStream to) {
            err = to;
        }

        @Override
        public void setExitCallback(ExitCallback callback) {
            end = callback;
        }
    }
}
