package org.collegium.assessment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Python that is written as the answer, and graded by tests in a sandbox after the attempt has ended.
 *
 * @param starter what learners begin with
 * @param solution of the author, which passes every test
 * @param packages beyond the standard library, by the names they are imported by
 */
public record CodeQuestion(
        String key,
        String stem,
        double points,
        Traits traits,
        String explanation,
        String starter,
        String solution,
        List<CodeTest> tests,
        CodeLimits limits,
        List<String> packages)
        implements Question {

    public CodeQuestion {
        tests = List.copyOf(tests);
        packages = List.copyOf(packages);
    }

    @Override
    public boolean keyed() {
        return !solution.isBlank() && !tests.isEmpty();
    }

    /** Names by what an answer is graded: another name, another grading. What is said beside the tests does not count. */
    public String plan() {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
        add(digest, starter, solution, limits.toString(), packages.toString());
        for (CodeTest test : tests) {
            add(digest, test.key(), test.code(), Double.toString(test.points()), Boolean.toString(test.hidden()));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, String... parts) {
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
            digest.update((byte) ' ');
            digest.update(bytes);
        }
    }

    /** By what the share that an answer earned is found among what was given for the answers of an attempt. */
    public String given() {
        return given(key, plan());
    }

    static String given(String question, String plan) {
        return question + "@" + plan;
    }
}
