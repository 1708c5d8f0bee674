package org.collegium.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes down where the running platform is reached, so that commands on the same machine find it. */
@Component
class OperatorAddress {

    static final String FILE = "operator-address";

    private final Path file;
    private boolean written;

    OperatorAddress(@Value("${collegium.data}") Path data) {
        file = data.resolve(FILE);
    }

    @EventListener
    void on(WebServerInitializedEvent event) throws IOException {
        boolean main = !"management".equals(event.getApplicationContext().getServerNamespace());
        if (main && event.getWebServer().getPort() > 0) {
            Files.writeString(file, "http://127.0.0.1:" + event.getWebServer().getPort() + "\n");
            written = true;
        }
    }

    @EventListener
    void on(ContextClosedEvent event) throws IOException {
        if (written) {
            Files.deleteIfExists(file);
            written = false;
        }
    }
}
