package org.collegium.labs.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.collegium.labs.sandbox.LabRuntime.Image;
import org.jspecify.annotations.Nullable;

/** The runtimes that come as images: each is asked once what it has, by running it. */
abstract class ImageRuntimes {

    private static final Duration ANSWER = Duration.ofSeconds(60);

    private final Map<String, String> images;
    private final String setting;
    private @Nullable List<LabRuntime> known;

    /**
     * Asks nothing yet.
     *
     * @param images by the names of runtimes
     * @param setting which names an image, for whoever has set none
     */
    ImageRuntimes(Map<String, String> images, String setting) {
        this.images = new TreeMap<>(images);
        this.setting = setting;
    }

    /** What is to be done once before the first is asked. */
    abstract void prepare();

    /** Runs an image of which nothing is known yet. */
    abstract Box open(LabRuntime unknown);

    /** An image that gives no answer. */
    abstract SandboxUnavailable silent(String runtime);

    synchronized List<LabRuntime> all() {
        List<LabRuntime> found = known;
        if (found == null) {
            if (images.isEmpty()) {
                throw new SandboxUnavailable("No image for labs is set.", setting + ".python=NAME@sha256:…");
            }
            prepare();
            found = new ArrayList<>();
            for (Map.Entry<String, String> image : images.entrySet()) {
                found.add(asked(image.getKey(), image.getValue()));
            }
            found = List.copyOf(found);
            known = found;
        }
        return found;
    }

    private LabRuntime asked(String name, String image) {
        LabRuntime unknown = new LabRuntime(name, "", Map.of(), Image.unknown(image));
        try (Box box = open(unknown)) {
            Instant deadline = Instant.now().plus(ANSWER);
            box.send(Probing.question(), deadline);
            return PythonRuntimes.inImage(name, image, box.receive(deadline));
        } catch (BoxFault unheard) {
            throw silent(name);
        }
    }
}
