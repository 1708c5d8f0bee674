package org.collegium.courses.imports.carpentries;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.collegium.courses.imports.Prose;
import org.collegium.source.FaultSink;
import org.collegium.source.Place;
import org.collegium.source.SourceFile;
import org.collegium.source.SourcePaths;

/**
 * A page of a lesson: what learners get of it, its objectives, and its challenges with a solution, each as an exercise of
 * its own with a solution that stays closed until the exercise was tried. Lines keep their numbers.
 */
final class EpisodePage {

    private static final Pattern HEADING = Pattern.compile("^ {0,3}#{1,6}[ \\t]++(.*+)$");
    private static final Pattern KRAMDOWN = Pattern.compile("^[ \\t>]*+(\\{:[^}]{0,200}\\})[ \\t]*+$");
    private static final Pattern ITEM = Pattern.compile("^ {0,3}[-*+][ \\t]++(.*)$");
    private static final Pattern MINUTES = Pattern.compile("^(teaching|exercises):[ \\t]*+([0-9]{1,4})[ \\t]*+$");

    private final SourceFile file;
    private final List<String> lines;
    private final List<Division> divisions;
    private final FaultSink faults;
    private final List<Exercise> exercises = new ArrayList<>();

    /** A challenge and its solution, as pages of their own. */
    record Exercise(String title, SourceFile page, String solutionTitle, SourceFile solution, Place at) {}

    EpisodePage(SourceFile file, String text, FaultSink faults) {
        this.file = file;
        this.lines = new ArrayList<>(text.lines().toList());
        this.divisions = Division.of(lines);
        this.faults = faults;
    }

    /** How long it takes by its front matter; 0 where it does not say. */
    int minutes() {
        int minutes = 0;
        for (int i = 1; i < lines.size() && !lines.get(i).startsWith("---"); i++) {
            Matcher found = MINUTES.matcher(lines.get(i));
            minutes += found.matches() ? Integer.parseInt(found.group(2)) : 0;
        }
        return lines.isEmpty() || !lines.getFirst().startsWith("---") ? 0 : minutes;
    }

    /** What learners will be able to do. */
    List<String> objectives() {
        List<String> objectives = new ArrayList<>();
        divisions.stream()
                .flatMap(Division::all)
                .filter(division -> division.name().equals("objectives"))
                .forEach(division -> objectives.addAll(items(division)));
        return objectives;
    }

    private List<String> items(Division division) {
        List<String> items = new ArrayList<>();
        for (String line : lines.subList(Math.min(division.open() + 1, division.close()), division.close())) {
            Matcher item = ITEM.matcher(line);
            if (item.matches()) {
                items.add(item.group(1));
            } else if (!items.isEmpty() && !line.isBlank()) {
                items.add(items.removeLast() + " " + line.strip());
            }
        }
        return items.stream().map(Prose::plain).filter(item -> !item.isEmpty()).toList();
    }

    /** Whether there is nothing to read: only headings, or the words that a new lesson comes with. */
    static boolean isPlaceholder(String text) {
        String body = text.replaceFirst("(?s)\\A---\\n.*?\\n---\\n?", "");
        return body.contains("This is a placeholder file. Please add content here.")
                || body.lines()
                        .allMatch(
                                line -> line.isBlank() || HEADING.matcher(line).matches());
    }

    /** The page for learners; its exercises are made along with it. */
    SourceFile page() {
        List<String> kept = new ArrayList<>(lines);
        for (Division division : divisions) {
            division.all()
                    .filter(inside -> inside.name().equals("instructor"))
                    .forEach(inside -> withoutInstructors(kept, inside));
            if (division.name().equals("challenge")) {
                challenge(kept, division);
            }
        }
        for (int i = 0; i < kept.size(); i++) {
            Matcher kramdown = KRAMDOWN.matcher(kept.get(i));
            if (kramdown.matches()) {
                faults.note(file.place(i + 1, 1), "carpentries-kramdown", kramdown.group(1));
                kept.set(i, kept.get(i).substring(0, kramdown.start(1)).stripTrailing());
            }
        }
        return kept.equals(lines)
                ? file
                : SourceFile.of(file.path(), String.join("\n", kept) + "\n")
                        .madeFrom(place -> file.place(place.line(), place.column()));
    }

    List<Exercise> exercises() {
        return exercises;
    }

    private void withoutInstructors(List<String> kept, Division notes) {
        faults.note(file.place(notes.open() + 1, 1), "carpentries-instructor-note");
        clear(kept, notes.open(), notes.close());
    }

    private static void clear(List<String> kept, int from, int to) {
        for (int i = from; i <= to; i++) {
            kept.set(i, "");
        }
    }

    private void challenge(List<String> kept, Division challenge) {
        List<Division> solutions = challenge.inside().stream()
                .filter(inside -> inside.name().equals("solution"))
                .toList();
        if (solutions.isEmpty()) {
            return;
        }
        int number = exercises.size() + 1;
        Optional<Integer> heading = heading(kept, challenge.open() + 1, challenge.close());
        String title = heading.map(line -> words(kept.get(line))).orElse("Exercise " + number);
        Place at = file.place(challenge.open() + 1, 1);
        String stem = SourcePaths.stem(file.path());
        String folder = SourcePaths.folder(file.path());
        String name = stem + "-exercise-" + number;
        List<Integer> task = new ArrayList<>();
        for (int i = challenge.open() + 1; i < challenge.close(); i++) {
            int line = i;
            if (solutions.stream().noneMatch(solution -> solution.contains(line))
                    && heading.filter(found -> found == line).isEmpty()) {
                task.add(i);
            }
        }
        List<Integer> solved = new ArrayList<>();
        Optional<Integer> solutionHeading = heading(
                kept, solutions.getFirst().open() + 1, solutions.getFirst().close());
        for (Division solution : solutions) {
            for (int i = solution.open() + 1; i < solution.close(); i++) {
                int line = i;
                if (solutionHeading.filter(found -> found == line).isEmpty()) {
                    solved.add(i);
                }
            }
        }
        String solutionTitle =
                solutionHeading.map(line -> words(kept.get(line))).orElse("Solution");
        exercises.add(new Exercise(
                title,
                part(SourcePaths.join(folder, name + ".md"), title, kept, task, challenge.open()),
                solutionTitle.equals(title) ? solutionTitle : solutionTitle + " – " + title,
                part(
                        SourcePaths.join(folder, name + "-solution.md"),
                        solutionTitle,
                        kept,
                        solved,
                        solutions.getFirst().open()),
                at));
        faults.note(at, "carpentries-exercise", title);
        linkFrom(kept, challenge, heading.orElse(challenge.open()), "[" + title + "](" + name + ".md)");
    }

    /** The box stays where it was, with its heading and a link to the exercise. */
    private static void linkFrom(List<String> kept, Division challenge, int heading, String link) {
        for (int i = challenge.open() + 1; i < challenge.close(); i++) {
            if (i != heading) {
                kept.set(i, "");
            }
        }
        int line = heading + 1 < challenge.close() - 1 ? heading + 2 : heading + 1;
        if (line < challenge.close()) {
            kept.set(line, link);
        }
    }

    private static Optional<Integer> heading(List<String> lines, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!lines.get(i).isBlank()) {
                return HEADING.matcher(lines.get(i)).matches() ? Optional.of(i) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static String words(String heading) {
        Matcher words = HEADING.matcher(heading);
        String plain = words.matches() ? Prose.plain(Prose.heading(words.group(1))) : "";
        return plain.isEmpty() ? "Exercise" : plain;
    }

    /** A page of some lines of this one. */
    private SourceFile part(String path, String title, List<String> kept, List<Integer> wanted, int opening) {
        List<Integer> origins = new ArrayList<>(List.of(opening + 1, opening + 1));
        StringBuilder text = new StringBuilder("# " + title + "\n\n");
        for (int line : wanted) {
            text.append(kept.get(line)).append('\n');
            origins.add(line + 1);
        }
        return SourceFile.of(path, text.toString())
                .madeFrom(place -> place.line() < 1 || place.line() > origins.size()
                        ? file.place(opening + 1, 1)
                        : file.place(origins.get(place.line() - 1), place.column()));
    }
}
