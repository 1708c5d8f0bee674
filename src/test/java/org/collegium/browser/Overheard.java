package org.collegium.browser;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/**
 * A wire between a browser and the application on which every byte is kept, of pages, scripts, pictures, saves, uploads and web sockets
 * alike, with all of their headers. It belongs to no browser's view of the network, so nothing goes past it.
 */
final class Overheard implements AutoCloseable {

    /** Between the pieces of an answer whose length nobody knew; a word may be cut by it. */
    private static final Pattern PIECES = Pattern.compile("\r\n[0-9a-fA-F]{1,8}\r\n");

    private static final Pattern PACKED = Pattern.compile(
            "(?i)\r\n(?:content-encoding: *+(?:gzip|br|zstd|deflate)|sec-websocket-extensions: *+permessage)");

    private final ServerSocket door;
    private final URI to;
    private final List<ByteArrayOutputStream> fromServer = new CopyOnWriteArrayList<>();
    private final List<ByteArrayOutputStream> fromBrowser = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    private Overheard(BuiltApplication application) throws IOException {
        this.to = URI.create(application.address());
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::listen);
    }

    static Overheard before(BuiltApplication application) throws IOException {
        return new Overheard(application);
    }

    String address() {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    /** What the server has said so far, one text for each connection. */
    List<String> answers() {
        List<String> said = texts(fromServer);
        if (said.stream().anyMatch(text -> PACKED.matcher(text).find())) {
            throw new AssertionError("Something came packed, in which nothing can be found");
        }
        return said;
    }

    /** What the browser has said so far, one text for each connection. */
    List<String> questions() {
        return texts(fromBrowser);
    }

    /** Whether the server has said a word so far. */
    boolean said(String word) {
        return answers().stream().anyMatch(text -> text.contains(word));
    }

    private static List<String> texts(List<ByteArrayOutputStream> kept) {
        return kept.stream()
                .map(bytes -> PIECES.matcher(bytes.toString(StandardCharsets.ISO_8859_1))
                        .replaceAll(""))
                .toList();
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                Socket browser = door.accept();
                Socket server = new Socket(to.getHost(), to.getPort());
                sockets.addAll(List.of(browser, server));
                pass(browser, server, fromBrowser);
                pass(server, browser, fromServer);
            } catch (IOException closed) {
                if (!door.isClosed()) {
                    throw new UncheckedIOException(closed);
                }
            }
        }
    }

    private static void pass(Socket from, Socket to, List<ByteArrayOutputStream> all) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        all.add(kept);
        Thread.ofVirtual().start(() -> {
            try (from;
                    to;
                    InputStream in = from.getInputStream();
                    OutputStream out = to.getOutputStream()) {
                byte[] buffer = new byte[16_384];
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    kept.write(buffer, 0, read);
                    out.write(buffer, 0, read);
                    out.flush();
                }
            } catch (IOException ended) {
                // One of the two has left; so does the other.
            }
        });
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
