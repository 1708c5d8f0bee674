package org.collegium.labs.work;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.collegium.labs.Lab;
import org.collegium.labs.notebook.CellKind;
import org.collegium.labs.notebook.NotebookCell;

/** The learner's version of a lab, cell by cell, each with a key that stays when an author moves it. */
public final class NotebookView {

    private static final int DIGITS = 12;

    private NotebookView() {}

    /**
     * A cell as learners get it.
     *
     * @param key {@code grade_id}, else made of the text, so that work finds its cell again in a new version
     */
    public record Cell(String key, NotebookCell cell, String source) {

        /** Whether the learner may change it. */
        public boolean learners() {
            return cell.kind().isLearners() || (cell.kind() == CellKind.PLAIN && cell.isCode());
        }
    }

    /** The cells in the author's order; those without text are left out unless they are the learner's to fill. */
    public static List<Cell> of(Lab lab) {
        List<NotebookCell> cells = lab.notebook().cells();
        List<String> sources = lab.notebook().learnersSources();
        Map<String, Integer> seen = new HashMap<>();
        List<Cell> view = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            NotebookCell cell = cells.get(i);
            String source = sources.get(i);
            view.add(new Cell(cell.gradeId().isEmpty() ? key(source, seen) : cell.gradeId(), cell, source));
        }
        return view;
    }

    private static String key(String source, Map<String, Integer> seen) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(source.getBytes(StandardCharsets.UTF_8));
            String key = "c-" + HexFormat.of().formatHex(hash).substring(0, DIGITS);
            int earlier = seen.merge(key, 1, Integer::sum) - 1;
            return earlier == 0 ? key : key + "-" + earlier;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
