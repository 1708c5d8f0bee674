package org.collegium.labs.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.collegium.labs.notebook.Fingerprint;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The platform's own programs that run inside sandboxes. */
public final class Scripts {

    static final String STARTER = "starter.py";

    private static final List<String> NAMES = List.of("codec.py", "runner.py", "tester.py", "probe.py", "inventory.py");
    private static final Map<String, byte[]> CONTENTS = read();
    private static final String SHA256 = Fingerprint.of(
            NAMES.stream().map(name -> Fingerprint.of(content(name))).toArray(String[]::new));

    private Scripts() {}

    private static Map<String, byte[]> read() {
        Map<String, byte[]> contents = new TreeMap<>();
        NAMES.forEach(name -> contents.put(name, read(name)));
        return Collections.unmodifiableMap(contents);
    }

    private static byte[] read(String name) {
        try (InputStream in = Scripts.class.getResourceAsStream("/labs/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The script that starts sandboxes; it runs outside of them. */
    static byte[] starter() {
        return read(STARTER);
    }

    /** All of them, by the names of their files. */
    public static Map<String, byte[]> contents() {
        return CONTENTS;
    }

    static byte[] content(String name) {
        return Objects.requireNonNull(CONTENTS.get(name), name);
    }

    /** Names in evidence what a grade was made with. */
    public static String sha256() {
        return SHA256;
    }

    /** What an interpreter is given to run a script as it is. */
    static List<String> program(Role role) {
        return List.of("/lab/" + role.script());
    }

    /**
     * How an interpreter is told to run one: alone, without what its user, the folder or files beside its packages would add, each stream at once, and writing nothing.
     *
     * @param program what it is given to run
     * @param bounds resources that the script gives up before anything else, by the names that Python has for them
     */
    public static List<String> arguments(LabRuntime runtime, List<String> program, Map<String, Long> bounds) {
        List<String> arguments = new ArrayList<>();
        // Isolated mode, but with the one variable that makes hashes the same in every replay; older versions lack the
        // switch.
        arguments.addAll(
                runtime.isAtLeast(11) ? List.of("-s", "-S", "-P", "-u", "-B") : List.of("-I", "-S", "-u", "-B"));
        arguments.addAll(program);
        ObjectNode given = JsonMapper.shared().createObjectNode();
        ObjectNode limits = given.putObject("limits");
        new TreeMap<>(bounds).forEach(limits::put);
        var search = given.putArray("search");
        switch (runtime.place()) {
            case LabRuntime.Installed here -> here.search().forEach(path -> search.add(path.toString()));
            case LabRuntime.Image image -> image.search().forEach(search::add);
        }
        arguments.add(given.toString());
        return arguments;
    }
}
