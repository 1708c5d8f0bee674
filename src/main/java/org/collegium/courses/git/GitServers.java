package org.collegium.courses.git;

import java.io.IOException;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.collegium.courses.git.GitFailure.Reason;
import org.collegium.source.SourceLimits;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ProgressMonitor;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.transport.PushResult;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.URIish;
import org.springframework.stereotype.Component;

/** Asks Git servers: brings the newest commit of a branch, and sends one. Nothing of a repository is ever run. */
@Component
class GitServers {

    private static final String HEADS = "refs/heads/";
    private static final int ONLY_THE_NEWEST = 1;
    private static final int MOST_OBJECTS = 400_000;

    private final GitSettings settings;
    private final GitHosts hosts;

    GitServers(GitSettings settings) {
        this.settings = settings;
        this.hosts = new GitHosts(settings.allowed());
    }

    /**
     * Fetches a branch into a folder of its own.
     *
     * @throws GitFailure with what is to be told
     */
    FetchedBranch fetch(GitPlace place, Optional<? extends GitSignIn> credentials) throws GitFailure {
        return fetch(place, credentials, GitProgress.UNSEEN);
    }

    /** The same, followed by somebody. */
    FetchedBranch fetch(GitPlace place, Optional<? extends GitSignIn> credentials, GitProgress progress)
            throws GitFailure {
        GitExchange exchange = new GitExchange(hosts, settings, place);
        BoundedRepository repository = repository();
        boolean kept = false;
        try (Transport transport = open(repository, place, credentials, exchange)) {
            String ref = HEADS + place.branch();
            transport.setDepth(ONLY_THE_NEWEST);
            transport.setTagOpt(TagOpt.NO_TAGS);
            transport.fetch(new Limit(exchange, progress), List.of(new RefSpec("+" + ref + ":" + ref)));
            Ref fetched = repository.exactRef(ref);
            if (fetched == null) {
                throw new GitFailure(Reason.NO_BRANCH, place.branch());
            }
            FetchedBranch branch = FetchedBranch.of(repository, fetched.getObjectId(), place.folder());
            kept = true;
            return branch;
        } catch (IOException | RuntimeException | OutOfMemoryError failed) {
            throw told(exchange, place, failed);
        } finally {
            if (!kept) {
                repository.discard();
            }
        }
    }

    /** The newest commit of a branch by its name; empty when there is no such branch. */
    Optional<String> head(GitPlace place, Optional<? extends GitSignIn> credentials) throws GitFailure {
        GitExchange exchange = new GitExchange(hosts, settings, place);
        BoundedRepository repository = repository();
        try (Transport transport = open(repository, place, credentials, exchange);
                var connection = transport.openFetch()) {
            Map<String, Ref> refs = connection.getRefsMap();
            return Optional.ofNullable(refs.get(HEADS + place.branch()))
                    .map(Ref::getObjectId)
                    .map(ObjectId::name);
        } catch (IOException | RuntimeException failed) {
            throw told(exchange, place, failed);
        } finally {
            repository.discard();
        }
    }

    /**
     * Sends a commit to a branch, which is made where there is none. It never replaces what others put there.
     *
     * @param expected the commit that the branch has now; empty when there is no such branch
     * @throws GitFailure also when the branch has moved on meanwhile
     */
    void push(
            FetchedBranch from,
            ObjectId commit,
            GitPlace place,
            Optional<ObjectId> expected,
            Optional<? extends GitSignIn> credentials)
            throws GitFailure {
        GitExchange exchange = new GitExchange(hosts, settings, place);
        try (Transport transport = open(from.repository(), place, credentials, exchange)) {
            String ref = HEADS + place.branch();
            RemoteRefUpdate update = new RemoteRefUpdate(
                    from.repository(), (String) null, commit, ref, false, null, expected.orElse(ObjectId.zeroId()));
            PushResult result = transport.push(new Limit(exchange, GitProgress.UNSEEN), List.of(update));
            RemoteRefUpdate.Status status = result.getRemoteUpdate(ref).getStatus();
            switch (status) {
                case OK, UP_TO_DATE -> {}
                case REJECTED_NONFASTFORWARD, REJECTED_REMOTE_CHANGED ->
                    throw exchange.remember(new GitFailure(Reason.MOVED, place.branch()));
                default -> throw exchange.remember(new GitFailure(Reason.REFUSED, place.branch()));
            }
        } catch (IOException | RuntimeException failed) {
            throw told(exchange, place, failed, unsent(place));
        }
    }

    private BoundedRepository repository() throws GitFailure {
        try {
            return BoundedRepository.make(SourceLimits.standard().fileBytes());
        } catch (IOException full) {
            throw new GitFailure(Reason.TOO_LARGE, settings.transfer().toMegabytes() + " MB");
        }
    }

    private Transport open(
            BoundedRepository repository,
            GitPlace place,
            Optional<? extends GitSignIn> credentials,
            GitExchange exchange)
            throws IOException {
        try {
            Transport transport = Transport.open(repository, new URIish(place.address()));
            transport.setCredentialsProvider(null);
            transport.setCheckFetchedObjects(false);
            switch (transport) {
                case TransportHttp http -> byHttp(http, credentials, exchange);
                case SshTransport ssh -> bySsh(ssh, place, credentials, exchange);
                default -> throw new GitFailure(Reason.NO_REPOSITORY);
            }
            return transport;
        } catch (URISyntaxException malformed) {
            throw new GitFailure(Reason.NO_REPOSITORY);
        }
    }

    private static void byHttp(
            TransportHttp transport, Optional<? extends GitSignIn> credentials, GitExchange exchange) {
        transport.setHttpConnectionFactory(exchange);
        if (credentials.orElse(null) instanceof GitCredentials known) {
            transport.setPreemptiveBasicAuthentication(known.user().isEmpty() ? "git" : known.user(), known.token());
        }
    }

    private void bySsh(
            SshTransport transport, GitPlace place, Optional<? extends GitSignIn> credentials, GitExchange exchange)
            throws GitFailure {
        if (!(credentials.orElse(null) instanceof DeployKey key)) {
            throw exchange.remember(new GitFailure(Reason.KEY));
        }
        transport.setSshSessionFactory(new KeyedSessions(place.taken(), key, hosts, exchange));
        transport.setTimeout(Math.toIntExact(Math.max(1, exchange.silence().toSeconds())));
    }

    /** By SSH a server that lets a key in and takes nothing just ends. */
    private static GitFailure unsent(GitPlace place) {
        return place.ssh() ? new GitFailure(Reason.REFUSED, place.branch()) : new GitFailure(Reason.BROKEN);
    }

    private static GitFailure told(GitExchange exchange, GitPlace place, Throwable failed) {
        return told(exchange, place, failed, new GitFailure(Reason.BROKEN));
    }

    private static GitFailure told(GitExchange exchange, GitPlace place, Throwable failed, GitFailure otherwise) {
        if (failed instanceof OutOfMemoryError) {
            return exchange.remember(new GitFailure(Reason.TOO_LARGE, "memory"));
        }
        boolean noBranch = String.valueOf(failed.getMessage()).contains(HEADS + place.branch());
        Exception known = failed instanceof Exception exception ? exception : new JGitInternalException("", failed);
        return exchange.reason(known, noBranch ? new GitFailure(Reason.NO_BRANCH, place.branch()) : otherwise);
    }

    /** Ends what takes too long, or has more objects than a course may. */
    private static final class Limit implements ProgressMonitor {

        private static final String TOLD_BY_THE_SERVER = "remote:";

        private final GitExchange exchange;
        private final GitProgress progress;
        private boolean tooMany;
        private boolean wanted = true;
        private int done;
        private int total;

        Limit(GitExchange exchange, GitProgress progress) {
            this.exchange = exchange;
            this.progress = progress;
        }

        @Override
        public void start(int tasks) {}

        @Override
        public void beginTask(String title, int work) {
            tooMany = tooMany || (work > MOST_OBJECTS && !title.startsWith(TOLD_BY_THE_SERVER));
            done = 0;
            total = Math.max(0, work);
            update(0);
        }

        @Override
        public void update(int more) {
            done += more;
            wanted = wanted && progress.goOn(done, total);
        }

        @Override
        public void endTask() {}

        @Override
        public boolean isCancelled() {
            if (tooMany) {
                exchange.remember(new GitFailure(Reason.TOO_LARGE, Integer.toString(MOST_OBJECTS)));
            }
            return tooMany || !wanted || exchange.late();
        }

        @Override
        public void showDuration(boolean show) {}
    }
}
