package org.collegium.courses.git;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URL;
import java.time.Duration;
import java.util.Locale;
import org.collegium.courses.git.GitFailure.Reason;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;
import org.jspecify.annotations.Nullable;

/** One conversation with a Git server: what may be asked, how long and how much, and why it ended. */
final class GitExchange implements HttpConnectionFactory {

    private final GitHosts hosts;
    private final GitSettings settings;
    private final String origin;
    private final long end;
    private long bytes;
    private int status;
    private @Nullable GitFailure failure;

    GitExchange(GitHosts hosts, GitSettings settings, GitPlace place) {
        this.hosts = hosts;
        this.settings = settings;
        this.origin = place.origin();
        this.end = System.nanoTime() + settings.time().toNanos();
    }

    /** Called again for each address to which the server leads on. */
    @Override
    public HttpConnection create(URL url) throws IOException {
        try {
            if (!isGit(url)) {
                throw new GitFailure(Reason.BROKEN);
            }
            InetAddress address = hosts.resolve(url);
            return new PinnedConnection(url, address, this, isOrigin(url));
        } catch (GitFailure refused) {
            throw remember(refused);
        }
    }

    /** No proxy is asked: it would look up the name by itself. */
    @Override
    public HttpConnection create(URL url, @Nullable Proxy proxy) throws IOException {
        return create(url);
    }

    /** Only the two services, not the files of a repository one by one. */
    private static boolean isGit(URL url) {
        String path = String.valueOf(url.getPath());
        String query = String.valueOf(url.getQuery());
        return (path.endsWith("/info/refs") && query.startsWith("service=git-"))
                || path.endsWith("/git-upload-pack")
                || path.endsWith("/git-receive-pack");
    }

    /** Whether credentials may go there. */
    private boolean isOrigin(URL url) {
        return (url.getProtocol() + "://" + url.getAuthority())
                .toLowerCase(Locale.ROOT)
                .equals(origin);
    }

    /** Counts what goes over the line. */
    synchronized void count(int transferred) throws GitFailure {
        bytes += transferred;
        if (bytes > settings.transfer().toBytes()) {
            throw remember(new GitFailure(Reason.TOO_LARGE, settings.transfer().toMegabytes() + " MB"));
        }
        checkTime();
    }

    void checkTime() throws GitFailure {
        if (late()) {
            throw remember(new GitFailure(
                    Reason.TOO_LONG, Long.toString(settings.time().toSeconds())));
        }
    }

    boolean late() {
        return System.nanoTime() - end > 0;
    }

    Duration silence() {
        return settings.silence();
    }

    synchronized void answered(int code) {
        status = code;
    }

    /** By SSH there are no codes: who is let in gets an answer. */
    void signedIn() {
        answered(HttpConnection.HTTP_OK);
    }

    /** Keeps the first reason, which a library may wrap or swallow. */
    synchronized GitFailure remember(GitFailure reason) {
        if (failure == null) {
            failure = reason;
        }
        return failure;
    }

    /** Why the conversation ended, as far as is known. */
    synchronized GitFailure reason(Exception told, GitFailure otherwise) {
        if (failure != null) {
            return failure;
        }
        for (Throwable cause = told; cause != null; cause = cause.getCause()) {
            if (cause instanceof GitFailure known) {
                return known;
            }
            if (cause instanceof NoRemoteRepositoryException && status == HttpConnection.HTTP_OK) {
                return new GitFailure(Reason.NO_REPOSITORY);
            }
            if (cause instanceof org.eclipse.jgit.errors.TooLargeObjectInPackException
                    || cause instanceof org.eclipse.jgit.errors.LargeObjectException) {
                return new GitFailure(Reason.TOO_LARGE, settings.transfer().toMegabytes() + " MB");
            }
        }
        return switch (status) {
            case 401, 403 -> new GitFailure(Reason.CREDENTIALS);
            case 404, 410 -> new GitFailure(Reason.NO_REPOSITORY);
            case 301, 302, 303, 307, 308 -> new GitFailure(Reason.REDIRECTED);
            case 200 -> otherwise;
            default -> new GitFailure(Reason.UNREACHABLE);
        };
    }
}
