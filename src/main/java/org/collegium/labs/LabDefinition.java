package org.collegium.labs;

import java.util.List;
import java.util.Map;
import org.collegium.labs.sandbox.Limits;

/**
 * What {@code lab.yaml} says of a lab.
 *
 * @param intro Markdown; may be empty
 * @param notebook path of the author's notebook, relative to the file
 * @param packages that the lab needs beyond the standard library, by the names they are imported by
 * @param minutes that it takes; 0 when the author does not say
 * @param passMark share of the points from which it counts as passed, 0 to 1
 * @param attemptsPerDay how often a learner may have work graded in 24 hours
 * @param files data that the notebook reads, relative to the file
 * @param hints by {@code grade_id}, in the order in which they are given
 * @param runsOn where learners run cells when Python in the browser has the packages; on the server where it has not
 */
public record LabDefinition(
        String title,
        String intro,
        String notebook,
        String runtime,
        List<String> packages,
        int minutes,
        double passMark,
        int attemptsPerDay,
        List<String> skills,
        Limits limits,
        List<String> files,
        Map<String, List<String>> hints,
        Hardware hardware,
        RunsOn runsOn) {

    public static final double USUAL_PASS_MARK = 0.7;
    public static final int USUAL_ATTEMPTS_PER_DAY = 20;

    public LabDefinition {
        packages = List.copyOf(packages);
        skills = List.copyOf(skills);
        files = List.copyOf(files);
        hints = Map.copyOf(hints);
    }

    /** Where learners run cells. */
    public enum RunsOn {
        BROWSER,
        SERVER,
        /** In the browser at first; learners may choose. */
        EITHER
    }

    /** The hardware that a lab wants; a runner that has less does not take it. */
    public record Hardware(int cores, int memoryGigabytes, boolean accelerator) {
        public static final Hardware ANY = new Hardware(1, 1, false);
    }
}
