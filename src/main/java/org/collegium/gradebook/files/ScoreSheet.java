package org.collegium.gradebook.files;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.collegium.gradebook.rules.Entry;
import org.collegium.shared.CsvText;
import org.collegium.shared.CsvText.Line;
import org.collegium.shared.RuleViolation;

/**
 * The scores in a file: a line for each learner, known by their address, a column for each entry that is graded by hand, known by its
 * title. An empty cell says nothing. Columns of other things, such as those of an exported file, are left alone.
 *
 * @param scores that were read
 * @param ignored names of columns that were left alone
 */
public record ScoreSheet(List<Score> scores, List<String> ignored, List<SheetFault> faults) {

    /** Stands in an exported file for an entry that does not count for a learner; read again it says nothing. */
    public static final String EXCUSED = "excused";

    private static final List<String> ADDRESS = List.of("email", "e-mail", "address", "mail");
    private static final int MOST_LINES = 20_000;
    private static final int MOST_FAULTS = 200;

    /**
     * A score.
     *
     * @param email in small letters
     * @param points within those of the entry
     */
    public record Score(int line, String email, Entry entry, double points) {}

    public ScoreSheet {
        scores = List.copyOf(scores);
        ignored = List.copyOf(ignored);
        faults = List.copyOf(faults);
    }

    /**
     * Reads a file. All that is wrong in it is told by line, at most two hundred faults.
     *
     * @param entries of the run
     * @throws RuleViolation where it cannot be read at all
     */
    public static ScoreSheet read(String text, List<Entry> entries) {
        List<Line> lines = CsvText.read(text);
        if (lines.size() < 2) {
            throw new RuleViolation("gradebook.file.empty");
        }
        if (lines.size() > MOST_LINES) {
            throw new RuleViolation("gradebook.file.long", lines.size(), MOST_LINES);
        }
        return new Reading(entries, lines).read();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
    }

    private static final class Reading {

        private final List<Line> lines;
        private final Map<Integer, Entry> columns = new LinkedHashMap<>();
        private final List<String> ignored = new ArrayList<>();
        private final List<Score> scores = new ArrayList<>();
        private final List<SheetFault> faults = new ArrayList<>();
        private final Map<String, Integer> people = new HashMap<>();
        private int address = -1;

        Reading(List<Entry> entries, List<Line> lines) {
            this.lines = lines;
            List<String> names = lines.getFirst().cells();
            for (int i = 0; i < names.size(); i++) {
                String name = plain(names.get(i));
                if (ADDRESS.contains(name) && address < 0) {
                    address = i;
                    continue;
                }
                List<Entry> named = entries.stream()
                        .filter(Entry::byHand)
                        .filter(entry -> plain(entry.title()).equals(name))
                        .toList();
                Optional<Entry> next = named.stream()
                        .filter(entry -> !columns.containsValue(entry))
                        .findFirst();
                if (named.isEmpty()) {
                    ignored.add(names.get(i));
                } else if (next.isEmpty()) {
                    fault(lines.getFirst(), names.get(i), "gradebook.file.column.twice");
                } else {
                    columns.put(i, next.get());
                }
            }
        }

        ScoreSheet read() {
            if (address < 0) {
                fault(lines.getFirst(), "", "gradebook.file.address.missing");
            } else if (columns.isEmpty()) {
                fault(lines.getFirst(), "", "gradebook.file.columns.missing");
            } else {
                lines.stream().skip(1).forEach(this::line);
            }
            return new ScoreSheet(scores, ignored, faults);
        }

        private void line(Line line) {
            int expected = lines.getFirst().cells().size();
            if (line.cells().size() != expected) {
                fault(line, "", "gradebook.file.cells", line.cells().size(), expected);
                return;
            }
            String email = plain(line.cells().get(address));
            if (email.isEmpty()) {
                fault(line, lines.getFirst().cells().get(address), "gradebook.file.address.empty");
                return;
            }
            Integer before = people.putIfAbsent(email, line.number());
            if (before != null) {
                fault(line, email, "gradebook.file.person.twice", before);
                return;
            }
            columns.forEach((column, entry) ->
                    score(line, email, entry, line.cells().get(column).strip()));
        }

        private void score(Line line, String email, Entry entry, String text) {
            if (text.isEmpty() || text.equalsIgnoreCase(EXCUSED)) {
                return;
            }
            double most = entry.points() == 0 ? Entry.USUAL_POINTS : entry.points();
            Optional<Double> points = number(text);
            if (points.isEmpty()) {
                fault(line, entry.title(), "gradebook.file.number", text);
            } else if (points.get() < 0 || points.get() > most) {
                fault(line, entry.title(), "gradebook.file.range", text, most);
            } else {
                scores.add(new Score(line.number(), email, entry, points.get()));
            }
        }

        /** With a point or a comma before the decimals, and nothing that stands between thousands. */
        private static Optional<Double> number(String text) {
            return text.matches("-?[0-9]{1,9}+([.,][0-9]{1,9}+)?")
                    ? Optional.of(Double.valueOf(text.replace(',', '.')))
                    : Optional.empty();
        }

        private void fault(Line line, String column, String code, Object... arguments) {
            if (faults.size() < MOST_FAULTS) {
                faults.add(new SheetFault(line.number(), column, code, List.of(arguments)));
            }
        }
    }
}
