package org.collegium.labs.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the code in a sandbox finds in its environment: one thread, since a lab has one core; the same order of hashes each time. */
final class Environment {

    private static final Map<String, String> USUAL = Map.of(
            "PYTHONHASHSEED", "0",
            "OPENBLAS_NUM_THREADS", "1",
            "OMP_NUM_THREADS", "1",
            "MKL_NUM_THREADS", "1",
            "JOBLIB_MULTIPROCESSING", "0",
            "MPLBACKEND", "Agg",
            "HOME", "/files",
            "LC_ALL", "C.UTF-8");

    private Environment() {}

    public static Map<String, String> of(LabRuntime runtime) {
        Map<String, String> all = new TreeMap<>(USUAL);
        if (runtime.place() instanceof LabRuntime.Installed here) {
            all.putAll(here.environment());
        }
        return all;
    }

    /**
     * What {@code env} is told so that the interpreter of an image has this environment and nothing of the image's. Where the interpreter is, the
     * image said when it was first asked; only for that question a path is needed.
     */
    public static List<String> alone(LabRuntime runtime, LabRuntime.Image image) {
        List<String> told = new ArrayList<>(List.of("-i"));
        if (!image.python().startsWith("/")) {
            told.add("PATH=/usr/local/bin:/usr/bin:/bin");
        }
        of(runtime).forEach((key, value) -> told.add(key + "=" + value));
        told.add(image.python());
        return told;
    }
}
