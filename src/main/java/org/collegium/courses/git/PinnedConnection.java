package org.collegium.courses.git;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import org.collegium.courses.git.GitFailure.Reason;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.jspecify.annotations.Nullable;

/**
 * A request to the one address that was looked up and judged. The clients of the JDK look names up by themselves, so that
 * between the judgement and the connection another answer could come. No redirect is followed here, no certificate taken
 * that the JDK does not trust.
 */
final class PinnedConnection implements HttpConnection {

    private static final int MOST_HEADERS = 100;

    private final URL url;
    private final InetAddress address;
    private final GitExchange exchange;
    private final boolean credentials;
    private final Map<String, String> asked = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, List<String>> told = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private String method = "GET";
    private int length = -1;
    private int status;
    private String message = "";
    private @Nullable Socket socket;
    private @Nullable InputStream body;

    PinnedConnection(URL url, InetAddress address, GitExchange exchange, boolean credentials) {
        this.url = url;
        this.address = address;
        this.exchange = exchange;
        this.credentials = credentials;
    }

    @Override
    public void connect() throws IOException {
        if (socket != null) {
            return;
        }
        exchange.checkTime();
        int port = url.getPort() < 0 ? url.getDefaultPort() : url.getPort();
        int silence = Math.toIntExact(exchange.silence().toMillis());
        Socket plain = new Socket();
        try {
            plain.connect(new InetSocketAddress(address, port), silence);
            plain.setSoTimeout(silence);
            socket = url.getProtocol().equals("https") ? secured(plain, port) : plain;
        } catch (SSLException untrusted) {
            plain.close();
            throw exchange.remember(new GitFailure(Reason.CERTIFICATE, url.getHost()));
        } catch (IOException away) {
            plain.close();
            throw exchange.remember(new GitFailure(Reason.UNREACHABLE, url.getHost()));
        }
    }

    private Socket secured(Socket plain, int port) throws IOException {
        SSLSocket secured = (SSLSocket)
                ((SSLSocketFactory) SSLSocketFactory.getDefault()).createSocket(plain, url.getHost(), port, true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    private Socket connected() throws IOException {
        connect();
        if (socket == null) {
            throw new IOException("Not connected");
        }
        return socket;
    }

    private OutputStream ask(String framing) throws IOException {
        StringBuilder head = new StringBuilder();
        String file = url.getFile();
        head.append(method).append(' ').append(file.isEmpty() ? "/" : file).append(" HTTP/1.1\r\n");
        head.append("Host: ").append(url.getAuthority()).append("\r\nConnection: close\r\n");
        asked.forEach((name, value) -> {
            boolean ours = name.equalsIgnoreCase("Host")
                    || name.equalsIgnoreCase("Connection")
                    || name.equalsIgnoreCase("Content-Length")
                    || name.equalsIgnoreCase("Transfer-Encoding")
                    || name.equalsIgnoreCase("Expect");
            boolean secret = name.equalsIgnoreCase("Authorization") || name.equalsIgnoreCase("Cookie");
            if (!ours && (credentials || !secret)) {
                head.append(name).append(": ").append(value).append("\r\n");
            }
        });
        head.append(framing).append("\r\n");
        OutputStream out = connected().getOutputStream();
        out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        return out;
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return length >= 0
                ? new SentBody(ask("Content-Length: " + length + "\r\n"), exchange, false)
                : new SentBody(ask("Transfer-Encoding: chunked\r\n"), exchange, true);
    }

    private InputStream answer() throws IOException {
        if (body != null) {
            return body;
        }
        if (socket == null) {
            ask("").flush();
        }
        InputStream in = new BufferedInputStream(connected().getInputStream(), 64 * 1024);
        try {
            do {
                told.clear();
                head(in);
            } while (status >= 100 && status < 200);
        } catch (SocketTimeoutException silent) {
            throw exchange.remember(new GitFailure(Reason.UNREACHABLE, url.getHost()));
        }
        exchange.answered(status);
        boolean chunked = String.valueOf(getHeaderField("Transfer-Encoding"))
                .toLowerCase(Locale.ROOT)
                .endsWith("chunked");
        body = new HttpBody(in, exchange, chunked, length());
        return body;
    }

    private void head(InputStream in) throws IOException {
        String[] line = HttpBody.line(in).split(" ", 3);
        if (line.length < 2 || !line[0].startsWith("HTTP/1.") || !line[1].matches("[1-5][0-9]{2}")) {
            throw exchange.remember(new GitFailure(Reason.BROKEN));
        }
        status = Integer.parseInt(line[1]);
        message = line.length > 2 ? line[2] : "";
        for (String header = HttpBody.line(in); !header.isEmpty(); header = HttpBody.line(in)) {
            int colon = header.indexOf(':');
            if (colon < 1 || told.size() > MOST_HEADERS) {
                throw exchange.remember(new GitFailure(Reason.BROKEN));
            }
            told.computeIfAbsent(header.substring(0, colon), name -> new ArrayList<>())
                    .add(header.substring(colon + 1).strip());
        }
        exchange.checkTime();
    }

    private long length() {
        if (status == 204 || status == 304) {
            return 0;
        }
        try {
            return Optional.ofNullable(getHeaderField("Content-Length"))
                    .map(Long::parseLong)
                    .orElse(-1L);
        } catch (NumberFormatException malformed) {
            return -1;
        }
    }

    @Override
    public int getResponseCode() throws IOException {
        answer();
        return status;
    }

    @Override
    public String getResponseMessage() throws IOException {
        answer();
        return message;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return answer();
    }

    @Override
    public Map<String, List<String>> getHeaderFields() {
        return told;
    }

    @Override
    public @Nullable String getHeaderField(String name) {
        List<String> values = told.get(name);
        return values == null ? null : values.getFirst();
    }

    @Override
    public List<String> getHeaderFields(String name) {
        return told.getOrDefault(name, List.of());
    }

    @Override
    public @Nullable String getContentType() {
        return getHeaderField("Content-Type");
    }

    @Override
    public int getContentLength() {
        return Math.clamp(length(), -1, Integer.MAX_VALUE);
    }

    @Override
    public URL getURL() {
        return url;
    }

    @Override
    public String getRequestMethod() {
        return method;
    }

    @Override
    public void setRequestMethod(String name) {
        method = name;
    }

    @Override
    public void setRequestProperty(String name, String value) {
        if (!(name + value).chars().allMatch(c -> c >= ' ' && c < 127)) {
            throw new IllegalArgumentException("This cannot be a header");
        }
        asked.put(name, value);
    }

    @Override
    public void setFixedLengthStreamingMode(int bytes) {
        length = bytes;
    }

    @Override
    public void setChunkedStreamingMode(int chunk) {
        length = -1;
    }

    @Override
    public boolean usingProxy() {
        return false;
    }

    @Override
    public void setUseCaches(boolean use) {}

    @Override
    public void setConnectTimeout(int milliseconds) {}

    @Override
    public void setReadTimeout(int milliseconds) {}

    @Override
    public void setInstanceFollowRedirects(boolean follow) {}

    @Override
    public void setDoOutput(boolean output) {}

    /** Called where somebody wants certificates that are not trusted; they are not wanted here. */
    @Override
    public void configure(KeyManager[] keys, TrustManager[] trust, SecureRandom random) {
        throw new IllegalStateException("Certificates are judged as the JDK does");
    }

    @Override
    public void setHostnameVerifier(HostnameVerifier verifier) {
        throw new IllegalStateException("Certificates are judged as the JDK does");
    }
}
