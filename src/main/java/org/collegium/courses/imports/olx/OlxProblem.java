package org.collegium.courses.imports.olx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.collegium.content.MarkdownText;
import org.collegium.courses.imports.HtmlPage;
import org.collegium.courses.imports.LeftOut;
import org.collegium.courses.imports.Prose;
import org.collegium.courses.imports.QuizQuestion;
import org.collegium.courses.imports.QuizQuestion.Choice;
import org.collegium.courses.imports.QuizQuestion.Feedback;
import org.collegium.courses.imports.QuizQuestion.Kind;
import org.collegium.courses.imports.QuizQuestion.Option;
import org.collegium.courses.imports.QuizQuestion.Words;
import org.collegium.source.FaultSink;
import org.collegium.source.XmlNode;
import org.collegium.source.XmlNode.Element;

/** A problem of Open edX: each of its responses is a question, with the text that stands before it. */
final class OlxProblem {

    private static final int MOST_OPTIONS = 12;
    private static final int MOST_WORDS = 50;
    private static final int LONGEST_WORDS = 200;
    private static final int LONGEST_TITLE = 80;
    private static final Set<String> BESIDE =
            Set.of("solution", "demandhint", "script", "responseparam", "label", "description");
    private static final Set<String> HINTS =
            Set.of("compoundhint", "correcthint", "optionhint", "regexphint", "stringequalhint");
    /** What of a response is no text that asks. */
    private static final Set<String> ANSWERS = Set.of(
            "additional_answer",
            "checkboxgroup",
            "choicegroup",
            "compoundhint",
            "correcthint",
            "demandhint",
            "formulaequationinput",
            "optioninput",
            "regexphint",
            "responseparam",
            "script",
            "solution",
            "stringequalhint",
            "textline");

    private static final Pattern RANGE = Pattern.compile("\\[\\s*([-+0-9.eE]{1,30})\\s*,\\s*([-+0-9.eE]{1,30})\\s*]");

    private final Element problem;
    private final String path;
    private final HtmlPage.Targets targets;
    private final FaultSink faults;
    private final List<QuizQuestion> questions = new ArrayList<>();

    OlxProblem(Element problem, String path, HtmlPage.Targets targets, FaultSink faults) {
        this.problem = problem;
        this.path = path;
        this.targets = targets;
        this.faults = faults;
    }

    List<QuizQuestion> questions() {
        List<Element> responses = problem.all().stream()
                .filter(element -> element.name().endsWith("response"))
                .toList();
        if (!problem.all("script").isEmpty()) {
            leftOut(problem, "script", problem.attribute("display_name"));
            return List.of();
        }
        if (responses.isEmpty()) {
            leftOut(problem, "no response", problem.attribute("display_name"));
            return List.of();
        }
        if (!problem.all("demandhint").isEmpty()) {
            faults.note(problem.place(), "olx-hints", problem.attribute("display_name"));
        }
        beside();
        double weight =
                number(problem.attribute("weight")).filter(value -> value > 0).orElse((double) responses.size());
        StringBuilder before = new StringBuilder();
        walk(problem, before, weight / responses.size());
        return questions;
    }

    /** What is said to single answers, and what they earn, beyond what a question here has. */
    private void beside() {
        LeftOut left = new LeftOut();
        for (Element one : problem.all()) {
            if (HINTS.contains(one.name())) {
                left.add(one.name());
            }
            if (!one.attribute("partial_credit").isEmpty()) {
                left.add("partial_credit");
            }
            left.add("choicehint", one.children("choicehint").size() - 1);
        }
        left.tell(faults, problem.place(), "quiz-beside", problem.attribute("display_name"));
    }

    /** Goes through the text in its order and ends a question at each response. */
    private void walk(Element parent, StringBuilder before, double points) {
        for (XmlNode node : parent.content()) {
            if (node instanceof Element element) {
                if (element.name().endsWith("response")) {
                    response(element, before.toString(), points);
                    before.setLength(0);
                } else if (element.all().stream()
                        .anyMatch(inside -> inside.name().endsWith("response"))) {
                    walk(element, before, points);
                } else if (element.name().equals("label")) {
                    before.append("<p>").append(OlxHtml.inside(element)).append("</p>");
                } else if (!BESIDE.contains(element.name())) {
                    OlxHtml.write(element, before);
                }
            } else {
                OlxHtml.write(node, before);
            }
        }
    }

    private void leftOut(Element element, String reason, String words) {
        faults.warning(element.place(), "quiz-question", words, element.name(), reason);
    }

    private String markdown(String html, Element at) {
        return HtmlPage.markdown(OlxHtml.formulas(html), path, targets, _ -> at.place(), faults);
    }

    private void response(Element response, String before, double points) {
        StringBuilder html = new StringBuilder(before);
        for (Element child : response.children().toList()) {
            if (child.name().matches("label|description")) {
                html.append("<p>").append(OlxHtml.inside(child)).append("</p>");
            } else if (!ANSWERS.contains(child.name())) {
                OlxHtml.write(child, html);
            }
        }
        String own = markdown(html.toString(), response);
        String stem = own.isBlank() ? MarkdownText.tidied(MarkdownText.of(problem.attribute("display_name"))) : own;
        String plain = Prose.plain(stem);
        String words = Prose.shortened(plain, LONGEST_TITLE);
        Optional<Kind> kind = kind(response);
        if (kind.isEmpty() || stem.isBlank()) {
            leftOut(response, stem.isBlank() ? "text" : "kind", words);
            return;
        }
        String solution = problem.all("solution").stream()
                .map(found -> markdown(OlxHtml.inside(found), found))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
        questions.add(new QuizQuestion(
                response.place(),
                words,
                stem,
                Math.round(points * 1000) / 1000.0,
                solution,
                Feedback.NONE,
                kind.get()));
    }

    private Optional<Kind> kind(Element response) {
        return switch (response.name()) {
            case "multiplechoiceresponse" -> choice(response, false);
            case "choiceresponse" -> choice(response, true);
            case "optionresponse" -> dropdown(response);
            case "numericalresponse" -> numeric(response);
            case "stringresponse" -> words(response);
            default -> Optional.empty();
        };
    }

    private Optional<Kind> choice(Element response, boolean several) {
        List<Option> options = response.all("choice").stream()
                .map(choice -> {
                    List<Element> hints = choice.children("choicehint");
                    String hint = hints.isEmpty() ? "" : markdown(OlxHtml.inside(hints.getFirst()), choice);
                    Element text = new Element(
                            "choice",
                            choice.attributes(),
                            choice.content().stream()
                                    .filter(node -> !(node instanceof Element inside
                                            && inside.name().equals("choicehint")))
                                    .toList(),
                            choice.place());
                    return new Option(
                            markdown(OlxHtml.inside(text), choice),
                            choice.attribute("correct").equalsIgnoreCase("true"),
                            hint);
                })
                .toList();
        return fits(options) ? Optional.of(new Choice(several, options)) : Optional.empty();
    }

    private static boolean fits(List<Option> options) {
        return options.size() >= 2
                && options.size() <= MOST_OPTIONS
                && options.stream().noneMatch(option -> option.text().isBlank());
    }

    private Optional<Kind> dropdown(Element response) {
        List<Element> inputs = response.all("optioninput");
        if (inputs.size() != 1) {
            return Optional.empty();
        }
        Element input = inputs.getFirst();
        List<Option> options = new ArrayList<>();
        for (Element option : input.children("option")) {
            options.add(new Option(
                    MarkdownText.ofLines(option.text()),
                    option.attribute("correct").equalsIgnoreCase("true"),
                    ""));
        }
        String right = input.attribute("correct");
        Matcher listed = Pattern.compile("'([^']{1,500})'|\"([^\"]{1,500})\"").matcher(input.attribute("options"));
        while (options.size() <= MOST_OPTIONS && listed.find()) {
            String text = listed.group(1) == null ? listed.group(2) : listed.group(1);
            options.add(new Option(MarkdownText.ofLines(text), text.equals(right), ""));
        }
        return fits(options) ? Optional.of(new Choice(false, options)) : Optional.empty();
    }

    private Optional<Kind> numeric(Element response) {
        Matcher range = RANGE.matcher(response.attribute("answer"));
        if (range.matches()) {
            Optional<Double> low = number(range.group(1));
            Optional<Double> high = number(range.group(2));
            return low.flatMap(from -> high.filter(to -> to >= from)
                    .map(to -> new QuizQuestion.Numeric(Optional.of((from + to) / 2), (to - from) / 2)));
        }
        Optional<Double> answer = number(response.attribute("answer"));
        String tolerance = response.all("responseparam").stream()
                .filter(param -> param.attribute("type").equals("tolerance"))
                .map(param -> param.attribute("default"))
                .findFirst()
                .orElse("0");
        boolean percent = tolerance.endsWith("%");
        Optional<Double> far = number(percent ? tolerance.substring(0, tolerance.length() - 1) : tolerance);
        return answer.flatMap(value -> far.filter(found -> found >= 0)
                .map(found ->
                        new QuizQuestion.Numeric(Optional.of(value), percent ? Math.abs(value) * found / 100 : found)));
    }

    private static Optional<Double> number(String text) {
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) && Math.abs(value) < 1e15 ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private Optional<Kind> words(Element response) {
        String type = response.attribute("type");
        if (type.contains("regexp")) {
            return Optional.empty();
        }
        List<String> accepted = Stream.concat(
                        Stream.of(response.attribute("answer")),
                        response.children("additional_answer").stream()
                                .map(other ->
                                        other.attribute("answer").isEmpty() ? other.text() : other.attribute("answer")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
        boolean fits =
                accepted.size() <= MOST_WORDS && accepted.stream().allMatch(text -> text.length() <= LONGEST_WORDS);
        return fits ? Optional.of(new Words(accepted, type.contains("cs") || !type.contains("ci"))) : Optional.empty();
    }
}
