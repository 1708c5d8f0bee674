package org.collegium.labs.grading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.collegium.labs.GradingPlan;
import org.collegium.labs.PlanCell;
import org.collegium.labs.Submission;
import org.collegium.labs.notebook.CellKind;

/**
 * Puts a submission into the author's notebook. The author's cells are the backbone, in the author's order; from the submission
 * come the cells for solutions, by {@code grade_id}, and cells that the learner added, after the cell that they follow.
 */
final class Steps {

    private final GradingPlan plan;
    private final boolean visible;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, Integer> solutions = new HashMap<>();
    private final Map<Integer, List<Integer>> added = new HashMap<>();
    private final Submission submission;

    /** @param visible whether tests are those that the learner can see */
    Steps(GradingPlan plan, Submission submission, boolean visible) {
        this.plan = plan;
        this.submission = submission;
        this.visible = visible;
        for (int i = 0; i < plan.cells().size(); i++) {
            if (!plan.cells().get(i).gradeId().isEmpty()) {
                places.put(plan.cells().get(i).gradeId(), i);
            }
        }
        sort();
    }

    private void sort() {
        int anchor = -1;
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < submission.cells().size(); i++) {
            Submission.Cell cell = submission.cells().get(i);
            Integer place = places.get(cell.gradeId());
            if (place != null && seen.add(cell.gradeId())) {
                anchor = place;
                if (plan.cells().get(place).kind().isLearners()) {
                    solutions.put(cell.gradeId(), i);
                }
            } else if (cell.code()
                    && (place == null || plan.cells().get(place).kind().isLearners())) {
                added.computeIfAbsent(anchor, none -> new ArrayList<>()).add(i);
            }
        }
    }

    List<Step> all() {
        List<Step> steps = new ArrayList<>();
        added(steps, -1);
        for (int i = 0; i < plan.cells().size(); i++) {
            PlanCell cell = plan.cells().get(i);
            if (cell.code() && cell.kind() != CellKind.PLAIN) {
                step(steps, cell, i);
            }
            if (cell.kind() != CellKind.PLAIN) {
                added(steps, i);
            }
        }
        return steps;
    }

    private void step(List<Step> steps, PlanCell cell, int index) {
        switch (cell.kind()) {
            case READ_ONLY -> steps.add(Step.of(Step.Kind.LOCKED, cell, cell.source(), index, -1));
            case TEST -> steps.add(Step.of(Step.Kind.TEST, cell, visible ? cell.released() : cell.source(), index, -1));
            default -> {
                Integer own = solutions.get(cell.gradeId());
                if (own != null) {
                    String source = submission.cells().get(own).source();
                    steps.add(Step.of(Step.Kind.LEARNERS, cell, source, index, own));
                }
            }
        }
    }

    private void added(List<Step> steps, int after) {
        for (int index : added.getOrDefault(after, List.of())) {
            String source = submission.cells().get(index).source();
            steps.add(new Step(Step.Kind.LEARNERS, "", source, after, index));
        }
    }
}
