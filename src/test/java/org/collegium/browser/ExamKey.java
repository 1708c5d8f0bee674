package org.collegium.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What is right in a quiz of the demonstration course, as far as it is one value, read from its file line by line: another reader than
 * that of the platform. Whatever else is answered here is wrong.
 */
final class ExamKey {

    private static final Path QUIZZES = Path.of("demo/courses/first-course-in-machine-learning/quizzes");

    private final Map<String, String> right = new HashMap<>();
    private final Map<String, Double> points = new HashMap<>();

    private ExamKey() {}

    /** @param file of the quiz */
    static ExamKey of(String file) throws IOException {
        ExamKey key = new ExamKey();
        String question = "";
        String type = "";
        String option = "";
        for (String line : Files.readAllLines(QUIZZES.resolve(file))) {
            String value = line.substring(line.indexOf(':') + 1).strip();
            if (line.startsWith("  - key:")) {
                question = value;
                key.points.put(question, 1.0);
            } else if (line.startsWith("    type:")) {
                type = value;
            } else if (line.startsWith("    points:")) {
                key.points.put(question, Double.valueOf(value));
            } else if (line.startsWith("      - key:")) {
                option = value;
            } else if (line.startsWith("        correct: true") && type.equals("single")) {
                key.right.put(question, option);
            } else if (line.startsWith("    answer:") && type.equals("true-false")) {
                key.right.put(question, value);
            }
        }
        return key;
    }

    /** By question, of those that are right with one value. */
    Map<String, String> right() {
        return right;
    }

    /**
     * What answers earn together.
     *
     * @param answers JSON lists by question
     */
    double points(Map<String, String> answers) {
        return right.entrySet().stream()
                .filter(known -> ("[\"" + known.getValue() + "\"]").equals(answers.get(known.getKey())))
                .mapToDouble(known -> points.getOrDefault(known.getKey(), 0.0))
                .sum();
    }
}
