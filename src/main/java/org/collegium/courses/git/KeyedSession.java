package org.collegium.courses.git;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;
import org.eclipse.jgit.transport.RemoteSession2;

/** A connection by SSH over which the two services of Git are asked. */
final class KeyedSession implements RemoteSession2 {

    private final SshClient client;
    private final ClientSession session;
    private final GitExchange exchange;

    KeyedSession(SshClient client, ClientSession session, GitExchange exchange) {
        this.client = client;
        this.session = session;
        this.exchange = exchange;
    }

    @Override
    public Process exec(String command, int seconds) throws IOException {
        return exec(command, Map.of(), seconds);
    }

    @Override
    public Process exec(String command, Map<String, String> environment, int seconds) throws IOException {
        ChannelExec channel = session.createExecChannel(command);
        environment.forEach(channel::setEnv);
        channel.setErr(new Counted(OutputStream.nullOutputStream(), exchange));
        channel.open().verify(exchange.silence());
        return new Service(channel, exchange);
    }

    @Override
    public void disconnect() {
        session.close(true);
        client.stop();
    }

    /** A service that runs over there. What it says of itself is not kept: nothing that a server says is shown. */
    private static final class Service extends Process {

        private static final int UNKNOWN = -1;

        private final ChannelExec channel;
        private final GitExchange exchange;

        Service(ChannelExec channel, GitExchange exchange) {
            this.channel = channel;
            this.exchange = exchange;
        }

        @Override
        public OutputStream getOutputStream() {
            return new Counted(channel.getInvertedIn(), exchange);
        }

        @Override
        public InputStream getInputStream() {
            return new Counting(channel.getInvertedOut(), exchange);
        }

        @Override
        public InputStream getErrorStream() {
            return InputStream.nullInputStream();
        }

        @Override
        public int waitFor() {
            return exitValue();
        }

        @Override
        public boolean waitFor(long timeout, TimeUnit unit) {
            return channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), unit.toMillis(timeout))
                    .contains(ClientChannelEvent.CLOSED);
        }

        @Override
        public int exitValue() {
            waitFor(exchange.silence().toMillis(), TimeUnit.MILLISECONDS);
            Integer status = channel.getExitStatus();
            return status == null ? UNKNOWN : status;
        }

        @Override
        public void destroy() {
            channel.close(true);
        }
    }

    private static final class Counting extends FilterInputStream {

        private final GitExchange exchange;

        Counting(InputStream from, GitExchange exchange) {
            super(from);
            this.exchange = exchange;
        }

        @Override
        public int read() throws IOException {
            int read = in.read();
            exchange.count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = in.read(bytes, from, length);
            exchange.count(Math.max(0, read));
            return read;
        }
    }

    private static final class Counted extends FilterOutputStream {

        private final GitExchange exchange;

        Counted(OutputStream to, GitExchange exchange) {
            super(to);
            this.exchange = exchange;
        }

        @Override
        public void write(int one) throws IOException {
            exchange.count(1);
            out.write(one);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            exchange.count(length);
            out.write(bytes, from, length);
        }
    }
}
