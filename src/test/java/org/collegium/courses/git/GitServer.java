package org.collegium.courses.git;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.PacketLineOut;
import org.eclipse.jgit.transport.ReceivePack;
import org.eclipse.jgit.transport.RefAdvertiser.PacketLineOutRefAdvertiser;
import org.eclipse.jgit.transport.UploadPack;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/** A Git server on this machine with one repository, asked by the smart protocol of Git over HTTP. */
public final class GitServer implements AutoCloseable {

    static final String TOKEN = "the-token-of-a-test";

    private final Repository repository;
    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> authorizations = new ArrayList<>();
    private volatile boolean closed;
    private volatile @Nullable String redirect;

    private GitServer(Path folder) throws IOException {
        PlainSystem.use();
        repository = new FileRepository(folder.toFile());
        repository.create(true);
        repository.getConfig().setBoolean("http", null, "receivepack", true);
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(threads);
        http.createContext("/", this::answer);
        http.start();
    }

    /** @param folder that is empty or not there */
    public static GitServer start(Path folder) throws IOException {
        return new GitServer(folder);
    }

    public String address() {
        return host() + "/course.git";
    }

    /** What an operator allows. */
    public String host() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    /** Only with the token from now on. */
    void lock() {
        closed = true;
    }

    void redirectTo(String address) {
        redirect = address;
    }

    List<String> authorizations() {
        return authorizations;
    }

    /** A commit with these files and no others on a branch, which is made where there is none. */
    public String commit(String branch, Map<String, String> files) throws IOException {
        DirCache index = DirCache.newInCore();
        DirCacheBuilder builder = index.builder();
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
                DirCacheEntry entry = new DirCacheEntry(file.getKey());
                entry.setFileMode(FileMode.REGULAR_FILE);
                entry.setObjectId(
                        inserter.insert(Constants.OBJ_BLOB, file.getValue().getBytes(StandardCharsets.UTF_8)));
                builder.add(entry);
            }
            builder.finish();
            ObjectId tree = index.writeTree(inserter);
            inserter.flush();
            return commit(branch, tree);
        }
    }

    /** A commit with a tree that was made by other means. */
    String commit(String branch, ObjectId tree) throws IOException {
        Ref now = repository.exactRef("refs/heads/" + branch);
        CommitBuilder commit = new CommitBuilder();
        commit.setTreeId(tree);
        commit.setAuthor(new PersonIdent("Ada", "ada@example.org"));
        commit.setCommitter(commit.getAuthor());
        commit.setMessage("Change");
        if (now != null) {
            commit.setParentId(now.getObjectId());
        }
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            ObjectId id = inserter.insert(commit);
            inserter.flush();
            RefUpdate update = repository.updateRef("refs/heads/" + branch);
            update.setNewObjectId(id);
            update.forceUpdate();
            return id.name();
        }
    }

    void removeBranch(String branch) throws IOException {
        RefUpdate update = repository.updateRef("refs/heads/" + branch);
        update.setForceUpdate(true);
        update.delete();
    }

    Repository repository() {
        return repository;
    }

    RevCommit head(String branch) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            return walk.parseCommit(repository.resolve("refs/heads/" + branch));
        }
    }

    /** The text of each file of a branch by its path. */
    Map<String, String> files(String branch) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (TreeWalk walk = new TreeWalk(repository)) {
            walk.addTree(head(branch).getTree());
            walk.setRecursive(true);
            while (walk.next()) {
                files.put(
                        walk.getPathString(),
                        new String(repository.open(walk.getObjectId(0)).getBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String given = exchange.getRequestHeaders().getFirst("Authorization");
            authorizations.add(String.valueOf(given));
            String path = exchange.getRequestURI().getPath();
            if (redirect != null) {
                exchange.getResponseHeaders().set("Location", redirect + exchange.getRequestURI());
                exchange.sendResponseHeaders(302, -1);
            } else if (closed
                    && !("Basic "
                                    + Base64.getEncoder()
                                            .encodeToString(("git:" + TOKEN).getBytes(StandardCharsets.UTF_8)))
                            .equals(given)) {
                exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"git\"");
                exchange.sendResponseHeaders(401, -1);
            } else if (!path.startsWith("/course.git/")) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                serve(exchange, path.substring("/course.git".length()));
            }
        }
    }

    private void serve(HttpExchange exchange, String path) throws IOException {
        String protocol = exchange.getRequestHeaders().getFirst("Git-Protocol");
        List<String> extra = protocol == null ? List.of() : List.of(protocol.split(":"));
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String type;
        if (path.equals("/info/refs")) {
            String service = query.substring("service=".length());
            type = "application/x-" + service + "-advertisement";
            PacketLineOut lines = new PacketLineOut(out);
            if (service.equals("git-upload-pack")) {
                UploadPack upload = upload(extra);
                if (!extra.contains("version=2")) {
                    lines.writeString("# service=" + service + "\n");
                    lines.end();
                }
                upload.sendAdvertisedRefs(new PacketLineOutRefAdvertiser(lines));
            } else {
                lines.writeString("# service=" + service + "\n");
                lines.end();
                receive().sendAdvertisedRefs(new PacketLineOutRefAdvertiser(lines));
            }
        } else {
            InputStream body = exchange.getRequestBody();
            InputStream in = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))
                    ? new GZIPInputStream(body)
                    : body;
            type = "application/x-" + path.substring(1) + "-result";
            if (path.equals("/git-upload-pack")) {
                upload(extra).upload(in, out, null);
            } else {
                receive().receive(in, out, null);
            }
        }
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream to = exchange.getResponseBody()) {
            out.writeTo(to);
        }
    }

    private UploadPack upload(List<String> extra) {
        UploadPack upload = new UploadPack(repository);
        upload.setBiDirectionalPipe(false);
        upload.setExtraParameters(extra);
        return upload;
    }

    private ReceivePack receive() {
        ReceivePack receive = new ReceivePack(repository);
        receive.setBiDirectionalPipe(false);
        return receive;
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
        repository.close();
    }
}
