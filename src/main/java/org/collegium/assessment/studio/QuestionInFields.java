package org.collegium.assessment.studio;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.collegium.assessment.Picture;
import org.collegium.assessment.bank.ui.YamlEditor;
import org.collegium.assessment.form.FieldEnd;
import org.collegium.assessment.form.FormFaults;
import org.collegium.assessment.form.FormFaults.Said;
import org.collegium.assessment.form.QuestionForm;
import org.collegium.shared.messages.Messages;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Toasts;
import org.collegium.source.FaultSeverity;
import org.collegium.source.ImportFault;
import org.collegium.source.KeptYaml;
import org.collegium.source.SourceFile;
import org.collegium.source.YamlDocument;
import org.collegium.source.YamlSource;
import org.collegium.source.YamlWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** One question of a quiz in fields; they change the text of the quiz, of which all else stays. */
final class QuestionInFields extends Div {

    private static final String FILE = "quiz.yaml";
    private static final String QUESTIONS = "/questions";
    private static final String KEY = "key";

    private final transient Messages messages;
    private final QuestionForm form;
    private final Button up;
    private final Button down;
    private final transient Supplier<String> text;
    private final transient Consumer<String> changed;
    private final transient Consumer<String> choose;
    private transient List<ImportFault> found = List.of();
    private transient Function<ImportFault, String> reason = ImportFault::reason;
    private transient Optional<YamlDocument> read = Optional.empty();
    private @Nullable String readFrom;
    private @Nullable String key;

    /**
     * @param yaml the text of the quiz
     * @param changed is told the text after each change
     * @param choose is told the key of another question to be shown
     * @param pictures shows the picture of a question
     */
    QuestionInFields(
            Messages messages,
            YamlEditor yaml,
            Consumer<String> changed,
            Consumer<String> choose,
            Function<Picture, Component> pictures) {
        this.messages = messages;
        this.text = yaml::getValue;
        this.changed = changed;
        this.choose = choose;
        form = new QuestionForm(messages, false, this::typed, field -> enter(field, yaml), pictures);
        yaml.onPicture(form::bring);
        up = act("up", Glyph.ARROW_UP, () -> move(-1));
        down = act("down", Glyph.ARROW_DOWN, () -> move(1));
        Div acts = new Div(up, down, act("remove", Glyph.X, this::remove));
        acts.addClassName("c-studio-actions");
        addClassName("c-question-form");
        add(acts, form);
    }

    private Button act(String name, Glyph glyph, Runnable act) {
        Button button =
                new Button(getTranslation("assessment.text.question." + name), glyph.create(), click -> act.run());
        button.addThemeNames("tertiary", "small");
        return button;
    }

    void onSave(Runnable save) {
        form.onSave(save);
    }

    /** Shows a question; false where there is none of this key that can be read. */
    boolean show(@Nullable String question) {
        key = question;
        Optional<YamlDocument> quiz = quiz();
        int at = quiz.map(this::place).orElse(-1);
        up.setEnabled(at > 0);
        down.setEnabled(at >= 0
                && at < quiz.map(yaml -> yaml.at(QUESTIONS).size()).orElse(0) - 1);
        boolean shown = at >= 0
                && form.show(new YamlWriter()
                        .tree(quiz.orElseThrow().at(QUESTIONS + "/" + at))
                        .text());
        if (shown) {
            mark(quiz.orElseThrow(), at);
        }
        return shown;
    }

    /** What is wrong in the quiz; that of a question is said at its fields when it is shown. */
    void say(List<ImportFault> faults, Function<ImportFault, String> reasons) {
        found = faults;
        reason = reasons;
    }

    private void mark(YamlDocument quiz, int at) {
        form.clear();
        found.stream()
                .filter(fault -> fault.severity() == FaultSeverity.ERROR && asked(quiz, fault.line()) == at)
                .forEach(fault -> form.mark(fault.line(), lines(quiz, at), reason.apply(fault)));
    }

    /** Leads to the field that is about a line of the quiz; false where no fields are shown, or none of a question is about it. */
    boolean goTo(int line) {
        Optional<YamlDocument> quiz = quiz().filter(yaml -> isVisible() && asked(yaml, line) >= 0);
        quiz.ifPresent(yaml -> {
            int at = asked(yaml, line);
            choose.accept(yaml.at(QUESTIONS + "/" + at + "/" + KEY).asString(""));
            form.goTo(line, lines(yaml, at));
        });
        return quiz.isPresent();
    }

    private static ToIntFunction<String> lines(YamlDocument quiz, int at) {
        return pointer -> quiz.keyPlace(QUESTIONS + "/" + at + pointer).line();
    }

    /** The number of the question in which a line is, from 0; -1 where it is in none. */
    private static int asked(YamlDocument quiz, int line) {
        boolean among = quiz.root().propertyNames().stream()
                .filter(name -> quiz.keyPlace("/" + name).line() <= line)
                .max(Comparator.comparingInt(name -> quiz.keyPlace("/" + name).line()))
                .filter(name -> QUESTIONS.equals("/" + name))
                .isPresent();
        return among
                ? (int) IntStream.range(0, quiz.at(QUESTIONS).size())
                                .filter(at ->
                                        quiz.keyPlace(QUESTIONS + "/" + at).line() <= line)
                                .count()
                        - 1
                : -1;
    }

    /** The keys of the questions, also of those that cannot be saved as they are; empty where the text cannot be read. */
    Optional<List<String>> keys() {
        return quiz().map(yaml -> yaml.at(QUESTIONS)
                .valueStream()
                .map(question -> question.path(KEY).asString(""))
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList());
    }

    /** Read once, however much is said of it. */
    private Optional<YamlDocument> quiz() {
        String now = text.get();
        if (!now.equals(readFrom)) {
            read = YamlSource.read(SourceFile.of(FILE, now), fault -> {});
            readFrom = now;
        }
        return read;
    }

    private int place(YamlDocument quiz) {
        JsonNode questions = quiz.at(QUESTIONS);
        return IntStream.range(0, questions.size())
                .filter(at -> questions.path(at).path(KEY).asString("").equals(key))
                .findFirst()
                .orElse(-1);
    }

    private void enter(String field, YamlEditor yaml) {
        if (form.waits(field)) {
            yaml.beside();
            return;
        }
        quiz().map(this::place)
                .filter(at -> at >= 0)
                .flatMap(at -> FieldEnd.of(text.get(), QUESTIONS + "/" + at + field))
                .ifPresent(yaml::place);
    }

    /** Where a button leads that is about something in a question; empty where that is shown as text. */
    Optional<String> lead(ImportFault fault) {
        return asked(fault).map(at -> getTranslation("assessment.form.go.question", at + 1));
    }

    /** What is wrong in a question, in the words of its fields. */
    Optional<Said> said(ImportFault fault) {
        return asked(fault)
                .flatMap(at -> quiz().flatMap(quiz -> new FormFaults(messages, getLocale())
                        .said(fault, quiz.at(QUESTIONS + "/" + at), "questions[" + (at + 1) + "]")));
    }

    private Optional<Integer> asked(ImportFault fault) {
        return isVisible() ? quiz().map(quiz -> asked(quiz, fault.line())).filter(at -> at >= 0) : Optional.empty();
    }

    private void typed(String question) {
        YamlSource.read(SourceFile.of(FILE, question), fault -> {})
                .ifPresent(said -> change((questions, at) -> questions.set(at, said.root())));
    }

    private void move(int by) {
        change((questions, at) -> questions.insert(at + by, questions.remove(at)));
        (by < 0 ? up : down).focus();
    }

    /** The next question comes into the fields, or the last one. */
    private void remove() {
        String before = text.get();
        String removed = String.valueOf(key);
        int at = quiz().map(this::place).orElse(-1);
        change(ArrayNode::remove);
        quiz().map(left -> left.at(QUESTIONS))
                .filter(left -> !left.isEmpty())
                .map(left ->
                        left.path(Math.clamp(at, 0, left.size() - 1)).path(KEY).asString(""))
                .ifPresent(choose);
        Toasts.withUndoOn(this, getTranslation("assessment.text.question.removed", removed), () -> {
            changed.accept(before);
            choose.accept(removed);
            form.enter();
        });
    }

    private void change(Change change) {
        quiz().ifPresent(quiz -> {
            int at = place(quiz);
            JsonNode now = quiz.root().deepCopy();
            if (at >= 0 && now.at(QUESTIONS) instanceof ArrayNode questions) {
                change.of(questions, at);
                changed.accept(KeptYaml.changed(text.get(), now));
            }
        });
    }

    /** What becomes of the questions and of one of them. */
    @FunctionalInterface
    private interface Change {

        void of(ArrayNode questions, int at);
    }
}
