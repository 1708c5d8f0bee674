package org.collegium.assessment.bank;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a new question begins with, one text for each kind of question. */
public final class ItemTemplates {

    private static final Map<String, String> TEXTS = texts();

    private ItemTemplates() {}

    /** The kinds of questions, as the course format names them. */
    public static List<String> kinds() {
        return List.copyOf(TEXTS.keySet());
    }

    /** A question of a kind to be written over; one of single choice where there is no such kind. */
    public static String of(String kind) {
        return TEXTS.getOrDefault(kind, TEXTS.getOrDefault("single", ""));
    }

    private static Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("single", """
                key: q-new-choice
                type: single
                stem: |
                  What describes a model that underfits?
                tags: []
                difficulty: easy
                options:
                  - key: a
                    text: It is too simple for the data.
                    correct: true
                    feedback: Yes; it has too little freedom.
                  - key: b
                    text: It has learned the noise, too.
                    feedback: That is overfitting.
                explanation: |
                  Shown after grading. Markdown, $formulas$ and `code` are welcome.
                """);
        texts.put("multiple", """
                key: q-new-choices
                type: multiple
                stem: Which of these are supervised learning?
                tags: []
                difficulty: medium
                options:
                  - { key: a, text: regression, correct: true }
                  - { key: b, text: classification, correct: true }
                  - { key: c, text: clustering }
                explanation: Clustering has no labels.
                """);
        texts.put("true-false", """
                key: q-new-statement
                type: true-false
                stem: More data always help.
                tags: []
                difficulty: easy
                answer: false
                feedback:
                  correct: Right.
                  incorrect: Not when they are of the wrong kind.
                """);
        texts.put("numeric", """
                key: q-new-number
                type: numeric
                stem: A classifier is right in 45 of 60 cases. What is its accuracy?
                tags: []
                difficulty: easy
                answer: 0.75
                tolerance: 0.005
                """);
        texts.put("short-text", """
                key: q-new-words
                type: short-text
                stem: What is the opposite of underfitting?
                tags: []
                difficulty: easy
                accept:
                  - overfitting
                  - { text: "over*fit*", match: wildcard, share: 0.5, feedback: Nearly. }
                """);
        texts.put("matching", """
                key: q-new-matching
                type: matching
                stem: Which value makes each error smallest?
                tags: []
                difficulty: medium
                prompts:
                  - { key: absolute, text: mean absolute error, answer: median }
                  - { key: squared, text: mean squared error, answer: mean }
                options:
                  - { key: mean, text: the mean }
                  - { key: median, text: the median }
                """);
        texts.put("ordering", """
                key: q-new-order
                type: ordering
                stem: Put the steps into order.
                tags: []
                difficulty: easy
                options:
                  - { key: split, text: Set the test rows aside }
                  - { key: train, text: Fit the model }
                  - { key: judge, text: Judge it on the test rows }
                """);
        texts.put("cloze", """
                key: q-new-gaps
                type: cloze
                stem: A model that {{word}} has learned the noise; with k nearest neighbours that is k = {{number}}.
                tags: []
                difficulty: medium
                gaps:
                  - { key: word, type: short-text, accept: [overfits] }
                  - { key: number, type: numeric, answer: 1 }
                """);
        texts.put("formula", """
                key: q-new-formula
                type: formula
                stem: Descent stands at $w = {{w}}$, the slope is 4, the rate {{eta}}. Where is it after one step?
                tags: []
                difficulty: medium
                variables:
                  - { name: w, from: 1, to: 9, step: 1 }
                  - { name: eta, values: [0.1, 0.25, 0.5] }
                answer: w - eta*4
                tolerance: 0.001
                explanation: It is {{= w - eta*4}}.
                """);
        texts.put("hotspot", """
                key: q-new-place
                type: hotspot
                stem: Where does the model overfit?
                tags: []
                difficulty: medium
                image: assets/curve.png
                description: Two curves of error over complexity; they part on the right.
                choose: area
                areas:
                  - { key: a, shape: rectangle, at: [0, 0, 0.3, 1], label: on the left }
                  - { key: b, shape: rectangle, at: [0.35, 0, 0.3, 1], label: in the middle }
                  - { key: c, shape: rectangle, at: [0.7, 0, 0.3, 1], label: on the right, correct: true }
                """);
        texts.put("essay", """
                key: q-new-essay
                type: essay
                stem: Explain to somebody who has never heard of it why a model is judged on rows that it has not seen.
                points: 6
                tags: []
                difficulty: medium
                words: { min: 100, max: 300 }
                rubric:
                  - key: reason
                    text: Says what goes wrong otherwise
                    levels:
                      - { key: none, text: Not said, points: 0 }
                      - { key: part, text: Named, points: 2, description: Overfitting is named and not explained. }
                      - { key: full, text: Explained, points: 4 }
                  - key: clear
                    text: Is understood by somebody who has never heard of it
                    levels:
                      - { key: no, text: "No", points: 0 }
                      - { key: partly, text: In parts, points: 1 }
                      - { key: whole, text: Throughout, points: 2 }
                explanation: Shown with the marks.
                """);
        texts.put("file-upload", """
                key: q-new-files
                type: file-upload
                stem: Hand in your notebook, and one page on what it shows.
                points: 4
                tags: []
                difficulty: medium
                files: { max: 2, megabytes: 10, types: [notebook, pdf] }
                rubric:
                  - key: runs
                    text: The notebook runs from top to bottom
                    levels:
                      - { key: no, text: It stops, points: 0 }
                      - { key: yes, text: It runs, points: 2 }
                  - key: clear
                    text: The page says what the figures show
                    levels:
                      - { key: no, text: Hardly, points: 0 }
                      - { key: partly, text: In parts, points: 1 }
                      - { key: whole, text: Throughout, points: 2 }
                explanation: Shown with the marks.
                """);
        texts.put("code", """
                key: q-new-code
                type: code
                stem: Write `mean(values)`, which is the mean of a list of numbers, and 0 for an empty one.
                points: 4
                tags: []
                difficulty: medium
                starter: |
                  def mean(values):
                      ...
                solution: |
                  def mean(values):
                      return sum(values) / len(values) if values else 0
                tests:
                  - key: simple
                    text: The mean of 1, 2 and 6 is 3.
                    code: assert mean([1, 2, 6]) == 3
                  - key: empty
                    text: The mean of nothing is 0.
                    code: assert mean([]) == 0
                    message: What is the length of an empty list?
                  - key: many
                    hidden: true
                    points: 2
                    code: |
                      for n in range(1, 50):
                          assert mean(list(range(n))) == ref.mean(list(range(n)))
                """);
        return texts;
    }
}
