package org.collegium.assessment.form;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.collegium.assessment.form.FormPart.Amount;
import org.collegium.assessment.form.FormPart.Amounts;
import org.collegium.assessment.form.FormPart.Choice;
import org.collegium.assessment.form.FormPart.Flag;
import org.collegium.assessment.form.FormPart.Group;
import org.collegium.assessment.form.FormPart.Reference;
import org.collegium.assessment.form.FormPart.Rows;
import org.collegium.assessment.form.FormPart.Several;
import org.collegium.assessment.form.FormPart.Size;
import org.collegium.assessment.form.FormPart.Text;
import org.collegium.assessment.form.FormPart.Truth;
import tools.jackson.databind.JsonNode;

/** What each kind of question is asked for in a form. */
final class QuestionParts {

    /** The key of a question, or of an item of a list; answers are kept by it. Those of items are given by the form. */
    static final String KEY = "key";

    static final String STEM = "stem";
    static final String GAPS = "gaps";

    /** The kind of a question, and of a gap. */
    static final String KIND = "type";

    /** What questions of some kinds cannot be without. */
    static final Set<String> NEEDED = Set.of(KEY, STEM, "answer", "image", "description");

    /** What is shown as Markdown where it is a text, so that pictures may be in it. */
    static final Set<String> MARKDOWN = Set.of(STEM, "text", "explanation", "feedback", "correct", "incorrect");

    /** The list whose items may be a text alone. */
    static final String ALONE = "accept";

    /** The key of the question itself, before it is saved for the first time. */
    static final FormPart NAME = new Text(KEY, "key", Size.LINE);

    private static final FormPart POINTS = amount("points");
    private static final FormPart FEEDBACK =
            new Group("feedback", "feedback-of", List.of(prose("correct"), prose("incorrect")));
    private static final List<FormPart> CHOICES = List.of(options("correct"));
    private static final List<FormPart> TYPED = List.of(
            new Rows(
                    ALONE,
                    ALONE,
                    "",
                    item -> List.of(
                            new Text("text", "answer-text", Size.LINE),
                            new Choice("match", "match", List.of("exact", "wildcard", "pattern"), "exact"),
                            amount("share"),
                            prose("feedback")),
                    ""),
            new Flag("caseSensitive", "case-sensitive", false));
    private static final List<FormPart> NUMBER = List.of(
            amount("tolerance"),
            new Amount("tolerancePercent", "tolerance-percent"),
            line("unit"),
            new Rows("units", "units", "", item -> List.of(line("unit"), amount("factor")), ""),
            new Flag("unitRequired", "unit-required", false));
    private static final List<FormPart> RUBRIC = List.of(
            new Rows(
                    "rubric",
                    "rubric",
                    "criterion-",
                    item -> List.of(new Text("text", "criterion", Size.PROSE), levels()),
                    ""),
            new Flag("rubricShown", "rubric-shown", true));

    private static final Map<String, List<FormPart>> KINDS = Map.ofEntries(
            Map.entry("single", CHOICES),
            Map.entry("multiple", List.of(options(""))),
            Map.entry("true-false", List.of(new Truth("answer", "statement"), FEEDBACK)),
            Map.entry("numeric", all(List.of(List.of(amount("answer")), NUMBER, List.of(FEEDBACK)))),
            Map.entry("short-text", all(List.of(TYPED, List.of(FEEDBACK)))),
            Map.entry("matching", List.of(prompts(), offers("options"), FEEDBACK)),
            Map.entry("ordering", List.of(offers("order"), FEEDBACK)),
            Map.entry("cloze", List.of(new Rows(GAPS, GAPS, "gap-", QuestionParts::gap, ""))),
            Map.entry(
                    "formula",
                    all(List.of(
                            List.of(variables(), new Text("answer", "formula", Size.LINE)),
                            NUMBER,
                            List.of(FEEDBACK)))),
            Map.entry("hotspot", hotspot()),
            Map.entry(
                    "essay",
                    all(List.of(List.of(new Group("words", "words", List.of(amount("min"), amount("max")))), RUBRIC))),
            Map.entry("file-upload", all(List.of(List.of(files()), RUBRIC))),
            Map.entry("code", code()));

    /** The kinds in which a wrong answer can cost something. */
    private static final List<String> COST =
            List.of("single", "multiple", "true-false", "numeric", "formula", "hotspot");

    private QuestionParts() {}

    static boolean knows(String kind) {
        return KINDS.containsKey(kind);
    }

    /** What is asked first, and by what it is graded. */
    static List<FormPart> of(String kind) {
        return all(List.of(
                List.of(new Text(STEM, STEM, Size.LINES)),
                KINDS.getOrDefault(kind, List.of()),
                List.of(new Text("explanation", "explanation", Size.LINES))));
    }

    /** What says more about a question. */
    static List<FormPart> more(String kind) {
        return all(List.of(
                List.of(
                        POINTS,
                        new Choice("difficulty", "difficulty", List.of("easy", "medium", "hard"), ""),
                        new Several("tags", "tags"),
                        new Several("skills", "skills")),
                COST.contains(kind) ? List.of(amount("penalty")) : List.of()));
    }

    private static List<FormPart> all(List<List<FormPart>> lists) {
        return lists.stream().flatMap(List::stream).toList();
    }

    private static Text line(String name) {
        return new Text(name, name, Size.LINE);
    }

    private static Text prose(String name) {
        return new Text(name, name, Size.PROSE);
    }

    private static Amount amount(String name) {
        return new Amount(name, name);
    }

    private static Rows options(String one) {
        return new Rows(
                "options",
                "options",
                FormPart.LETTER,
                item -> List.of(
                        new Text("text", "option", Size.PROSE), new Flag("correct", "right", false), prose("feedback")),
                one);
    }

    private static Rows offers(String label) {
        return new Rows("options", label, FormPart.LETTER, item -> List.of(new Text("text", "option", Size.PROSE)), "");
    }

    private static Rows prompts() {
        return new Rows(
                "prompts",
                "prompts",
                "prompt-",
                item -> List.of(
                        new Text("text", "prompt", Size.PROSE), new Reference("answer", "belongs-to", "options")),
                "");
    }

    /** A gap is asked for what a question of its kind is. */
    private static List<FormPart> gap(JsonNode gap) {
        List<FormPart> kind = switch (gap.path(KIND).asString("")) {
            case "single" -> CHOICES;
            case "numeric" -> all(List.of(List.of(amount("answer")), NUMBER));
            default -> TYPED;
        };
        return all(List.of(
                List.of(
                        new Choice(KIND, "gap-kind", List.of("short-text", "numeric", "single"), ""),
                        new Amount("points", "weight")),
                kind));
    }

    private static Rows variables() {
        return new Rows(
                "variables",
                "variables",
                "",
                item -> List.of(
                        line("name"), amount("from"), amount("to"), amount("step"), new Amounts("values", "values")),
                "");
    }

    private static List<FormPart> hotspot() {
        return List.of(
                line("image"),
                prose("description"),
                new Choice("choose", "choose", List.of("point", "area"), "point"),
                amount("marks"),
                new Rows(
                        "areas",
                        "areas",
                        "area-",
                        item -> List.of(
                                line("label"),
                                new Choice("shape", "shape", List.of("rectangle", "ellipse", "polygon"), ""),
                                new Amounts("at", "at"),
                                new Flag("correct", "right", false),
                                prose("feedback")),
                        ""),
                FEEDBACK);
    }

    private static FormPart levels() {
        return new Rows(
                "levels",
                "levels",
                "level-",
                item -> List.of(
                        new Text("text", "level", Size.LINE),
                        new Amount("points", "level-points"),
                        new Text("description", "level-description", Size.PROSE)),
                "");
    }

    private static FormPart files() {
        return new Group(
                "files",
                "files",
                List.of(new Amount("max", "files-most"), amount("megabytes"), new Several("types", "types")));
    }

    private static List<FormPart> code() {
        return List.of(
                new Text("starter", "starter", Size.CODE),
                new Text("solution", "solution", Size.CODE),
                new Rows(
                        "tests",
                        "tests",
                        "test-",
                        item -> List.of(
                                new Text("text", "test-text", Size.PROSE),
                                new Text("code", "test-code", Size.CODE),
                                new Text("message", "test-message", Size.PROSE),
                                new Amount("points", "weight"),
                                new Flag("hidden", "hidden", false)),
                        ""),
                new Several("packages", "packages"),
                new Group(
                        "limits",
                        "limits",
                        List.of(
                                new Amount("cellSeconds", "cell-seconds"),
                                new Amount("totalSeconds", "total-seconds"),
                                new Amount("memoryMegabytes", "memory"))));
    }
}
