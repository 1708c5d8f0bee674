package org.collegium.labs.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.collegium.labs.notebook.Fingerprint;

/**
 * An interpreter that labs can run in.
 *
 * @param name by which {@code lab.yaml} asks for it
 * @param version as it names itself, such as {@code 3.11.2}
 * @param packages that labs may import, by the names they are imported by, with their versions
 */
public record LabRuntime(String name, String version, Map<String, String> packages, Place place) {

    /** The name of the one that labs get which ask for none. */
    public static final String USUAL = "python";

    /** Where it is. */
    public sealed interface Place {

        /** How operators find it: a path, or the name of an image. */
        String name();
    }

    /**
     * On this machine.
     *
     * @param python the executable
     * @param folders that it needs, shown to it read-only
     * @param search where it looks for modules besides its own library
     * @param environment that it needs beyond what every sandbox has
     */
    public record Installed(Path python, List<Path> folders, List<Path> search, Map<String, String> environment)
            implements Place {
        public Installed {
            folders = List.copyOf(folders);
            search = List.copyOf(search);
            environment = Map.copyOf(environment);
        }

        @Override
        public String name() {
            return python.toString();
        }
    }

    /**
     * In an image that a container is made of.
     *
     * @param reference with the digest that makes it the same everywhere
     * @param python its interpreter: a path, or a name that is looked for in the usual places
     * @param search where its interpreter looks for modules besides its own library
     */
    public record Image(String reference, String python, List<String> search) implements Place {

        /** One of which nothing else is known yet. */
        public static Image unknown(String reference) {
            return new Image(reference, "python3", List.of());
        }

        public Image {
            search = List.copyOf(search);
        }

        @Override
        public String name() {
            return reference;
        }
    }

    public LabRuntime {
        packages = Map.copyOf(packages);
    }

    /** The same under another name. */
    public LabRuntime named(String other) {
        return new LabRuntime(other, version, packages, place);
    }

    /** Names interpreter and packages in evidence, and the image where there is one. */
    public String sha256() {
        String has = new TreeMap<>(packages).toString();
        return switch (place) {
            case Installed _ -> Fingerprint.of(name, version, has);
            case Image image -> Fingerprint.of(name, version, has, image.reference());
        };
    }

    /** Whether its interpreter is at least this version of Python 3. */
    boolean isAtLeast(int minor) {
        String[] numbers = version.split("\\.");
        return numbers.length > 1 && numbers[0].equals("3") && Integer.parseInt(numbers[1]) >= minor;
    }
}
