package org.collegium.courses.git;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.signature.Signature;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.collegium.courses.git.DeployKey.KnownHost;
import org.collegium.courses.git.GitFailure.Reason;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.RemoteSession;
import org.eclipse.jgit.transport.SshSessionFactory;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.util.FS;
import org.jspecify.annotations.Nullable;

/**
 * Connects by SSH to the one address that was looked up and judged, with the key of the course and with nothing that lies on this machine:
 * no settings, keys, agents or known hosts of whoever runs the platform. No port is forwarded, no channel opened by the server.
 */
final class KeyedSessions extends SshSessionFactory {

    private static final String BEST = "ssh-ed25519";
    private static final Set<String> BROKEN = Set.of("ssh-rsa", "ssh-dss");

    private final GitAddress address;
    private final DeployKey key;
    private final GitHosts hosts;
    private final GitExchange exchange;

    KeyedSessions(GitAddress address, DeployKey key, GitHosts hosts, GitExchange exchange) {
        this.address = address;
        this.key = key;
        this.hosts = hosts;
        this.exchange = exchange;
    }

    @Override
    public RemoteSession getSession(
            URIish repository, @Nullable CredentialsProvider nobody, @Nullable FS files, int milliseconds)
            throws TransportException {
        SshClient client = client();
        try {
            exchange.checkTime();
            InetAddress found = hosts.resolve(address);
            client.start();
            return new KeyedSession(client, signedIn(client, found), exchange);
        } catch (GitFailure known) {
            client.stop();
            throw told(known);
        } catch (IOException | RuntimeException failed) {
            client.stop();
            throw told(new GitFailure(Reason.UNREACHABLE, address.host()));
        }
    }

    private ClientSession signedIn(SshClient client, InetAddress found) throws IOException {
        // By its number alone: the library would look a name up once more.
        InetSocketAddress there =
                new InetSocketAddress(InetAddress.getByAddress(found.getAddress()), address.sshPort());
        ClientSession session;
        try {
            session = client.connect(address.user(), there, null, null)
                    .verify(exchange.silence())
                    .getSession();
        } catch (IOException away) {
            throw exchange.remember(new GitFailure(Reason.UNREACHABLE, address.host()));
        }
        session.addPublicKeyIdentity(key.pair());
        try {
            session.auth().verify(exchange.silence());
        } catch (IOException failed) {
            session.close(true);
            throw exchange.remember(
                    isRefused(failed)
                            ? new GitFailure(Reason.KEY)
                            : new GitFailure(Reason.UNREACHABLE, address.host()));
        }
        exchange.signedIn();
        return session;
    }

    /** Whether the server said that the key opens nothing; one that is slow or goes away says no such thing. */
    private static boolean isRefused(IOException failed) {
        return failed instanceof SshException said
                && said.getDisconnectCode() == SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE;
    }

    private TransportException told(GitFailure failure) {
        GitFailure first = exchange.remember(failure);
        return new TransportException(first.reason().name(), first);
    }

    private SshClient client() {
        SshClient client = SshClient.setUpDefaultClient();
        client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.setFilePasswordProvider(FilePasswordProvider.EMPTY);
        client.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
        client.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
        client.setChannelFactories(List.of());
        client.setSignatureFactories(client.getSignatureFactories().stream()
                .filter(one -> !BROKEN.contains(one.getName()))
                .sorted(Comparator.comparing(
                        (NamedFactory<Signature> one) -> !one.getName().equals(BEST)))
                .toList());
        Duration silence = exchange.silence();
        CoreModuleProperties.IDLE_TIMEOUT.set(client, silence);
        CoreModuleProperties.AUTH_TIMEOUT.set(client, silence);
        client.setServerKeyVerifier((session, from, shown) -> isKnown(key.host(), HostFingerprint.of(shown)));
        return client;
    }

    private boolean isKnown(KnownHost host, String shown) {
        if (host.is(shown)) {
            return true;
        }
        exchange.remember(new GitFailure(Reason.HOST_KEY, shown));
        return false;
    }

    @Override
    public String getType() {
        return "keyed";
    }
}
