package org.collegium.assessment.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.collegium.assessment.form.FormPart.Choice;
import org.collegium.assessment.form.FormPart.Group;
import org.collegium.assessment.form.FormPart.Reference;
import org.collegium.assessment.form.FormPart.Rows;
import org.collegium.assessment.form.FormPart.Truth;
import org.collegium.shared.messages.Messages;
import org.collegium.source.ImportFault;
import tools.jackson.databind.JsonNode;

/**
 * What is wrong in a question, in the words of its form: fields by their labels and items by their numbers, where those who write text
 * read the names and keys that stand in it.
 */
public final class FormFaults {

    private static final String TEXTS = "assessment.form.";
    private static final String OWN = TEXTS + "fault.";
    private static final String MISSING = "yaml-required";

    /** Those whose first argument is the path of a field. */
    private static final Set<String> OF_FIELDS = Set.of(
            MISSING,
            "yaml-type",
            "yaml-choice",
            "yaml-choice-like",
            "yaml-pattern",
            "yaml-not-here",
            "yaml-minlength",
            "yaml-maxlength",
            "yaml-minitems",
            "yaml-maxitems",
            "yaml-minimum",
            "yaml-maximum",
            "yaml-exclusiveminimum",
            "yaml-uniqueitems");

    /** Those whose first argument is the key of an area. */
    private static final Set<String> OF_AREAS = Set.of("area-unlabelled", "area-numbers", "area-outside");

    /** What a text as a whole is called. */
    private static final Set<String> WHOLE = Set.of("the file", "the question");

    private static final Pattern STEP = Pattern.compile("[^.\\[\\]]++");

    private final Messages messages;
    private final Locale locale;

    public FormFaults(Messages messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    /** What is wrong and what to do. */
    public record Said(String reason, String remedy) {}

    /** A field, or an item of a list as a whole. */
    private record Found(FormPart part, String words) {}

    /**
     * What is said of a question.
     *
     * @param above the path of the question in its text, such as {@code questions[3]}; empty where it is the whole text
     * @return empty where the form has no field for what is wrong
     */
    public Optional<Said> said(ImportFault fault, JsonNode question, String above) {
        List<String> arguments = new ArrayList<>(fault.arguments());
        if (OF_FIELDS.contains(fault.code())) {
            boolean missing = fault.code().equals(MISSING);
            String path = missing ? field(arguments.getLast(), arguments.getFirst()) : arguments.getFirst();
            Optional<Found> found = found(question, path, above);
            found.ifPresent(at -> arguments.set(0, at.words()));
            return found.map(at -> said(fault, missing ? missing(at.part()) : fault.code(), arguments));
        }
        if (OF_AREAS.contains(fault.code())) {
            arguments.set(0, area(question, arguments.getFirst()));
        }
        return Optional.of(said(fault, fault.code(), arguments));
    }

    /** The path of a field in something that has a path, or is the whole text. */
    private static String field(String of, String name) {
        return WHOLE.contains(of) ? name : of + "." + name;
    }

    private static String missing(FormPart part) {
        return switch (part) {
            case Choice _, Reference _, Truth _ -> "unchosen";
            case Rows _, Group _ -> "no-rows";
            default -> "yaml-minlength";
        };
    }

    private Said said(ImportFault fault, String code, List<String> arguments) {
        return new Said(
                text(code, "reason", arguments, fault.reason()), text(code, "remedy", arguments, fault.remedy()));
    }

    private String text(String code, String part, List<String> arguments, String otherwise) {
        return Stream.of(OWN, "import.")
                .map(begin -> begin + code + "." + part)
                .filter(messages::knows)
                .findFirst()
                .map(key -> messages.getMessage(key, arguments.toArray(), otherwise, locale))
                .orElse(otherwise);
    }

    private Optional<Found> found(JsonNode question, String path, String above) {
        if (!path.startsWith(above)) {
            return Optional.empty();
        }
        List<String> steps = STEP.matcher(path.substring(above.length()))
                .results()
                .map(MatchResult::group)
                .toList();
        String kind = question.path(QuestionParts.KIND).asString("");
        List<FormPart> parts = Stream.of(QuestionParts.of(kind), QuestionParts.more(kind), List.of(QuestionParts.NAME))
                .flatMap(List::stream)
                .toList();
        return found(parts, question, steps, "");
    }

    private Optional<Found> found(List<FormPart> parts, JsonNode node, List<String> steps, String above) {
        Optional<FormPart> named = steps.stream()
                .findFirst()
                .flatMap(step ->
                        parts.stream().filter(part -> part.name().equals(step)).findFirst());
        if (named.isEmpty()) {
            return Optional.empty();
        }
        FormPart part = named.get();
        List<String> rest = steps.subList(1, steps.size());
        JsonNode value = node.path(part.name());
        return switch (part) {
            case Rows rows when !rest.isEmpty() && rest.getFirst().matches("\\d{1,4}") -> row(rows, value, rest, above);
            case Group group when !rest.isEmpty() -> found(group.parts(), value, rest, in(above, label(group)));
            default -> Optional.of(new Found(part, in(above, say("fault.field", label(part)))));
        };
    }

    private Optional<Found> row(Rows rows, JsonNode list, List<String> steps, String above) {
        int number = Integer.parseInt(steps.getFirst());
        JsonNode item = list.path(number - 1);
        String words = in(above, row(rows, number, item));
        return steps.size() == 1
                ? Optional.of(new Found(rows, words))
                : found(rows.parts().apply(item), item, steps.subList(1, steps.size()), words);
    }

    private String row(Rows rows, int number, JsonNode item) {
        return say("row." + rows.label(), number, item.path(QuestionParts.KEY).asString(""));
    }

    private String area(JsonNode question, String key) {
        JsonNode areas = question.path(AreaPicture.AREAS);
        return IntStream.range(0, areas.size())
                .filter(i -> areas.path(i).path(QuestionParts.KEY).asString("").equals(key))
                .mapToObj(i -> say("row." + AreaPicture.AREAS, i + 1))
                .findFirst()
                .orElse(key);
    }

    private String label(FormPart part) {
        return say("field." + part.label());
    }

    private String in(String above, String words) {
        return above.isEmpty() ? words : say("fault.in", above, words);
    }

    private String say(String key, Object... arguments) {
        return Objects.requireNonNull(messages.getMessage(TEXTS + key, arguments, "", locale));
    }
}
