package org.collegium.shared;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/** Finds out that the port is taken before anything else is started, and not half a minute later. */
public final class FreePort implements EnvironmentPostProcessor, Ordered {

    /** The property that asks for it; tests start without a port. */
    public static final String WANTED = "collegium.start.free-port";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        int port = environment.getProperty("server.port", Integer.class, 0);
        if (!environment.getProperty(WANTED, Boolean.class, false) || port <= 0) {
            return;
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(
                    InetAddress.getByName(environment.getProperty("server.address", "127.0.0.1")), port));
        } catch (BindException taken) {
            throw new StartFailure(
                    "port " + port + " is taken; set COLLEGIUM_PORT to another, or stop what uses it.", taken);
        } catch (IOException unknown) {
            // The web server will find out, and say more.
            return;
        }
    }

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 5;
    }
}
