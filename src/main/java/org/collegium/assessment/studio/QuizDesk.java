package org.collegium.assessment.studio;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.collegium.activity.ActivityCourse;
import org.collegium.activity.ActivityPlace;
import org.collegium.activity.EditedActivity;
import org.collegium.assessment.Question;
import org.collegium.assessment.Quiz;
import org.collegium.assessment.QuizReader;
import org.collegium.assessment.SectionPlace;
import org.collegium.assessment.bank.KeptLines;
import org.collegium.assessment.exchange.ReadQuestions;
import org.collegium.content.LessonRenderer;
import org.collegium.content.LinkResolver;
import org.collegium.identity.AccountId;
import org.collegium.shared.ui.FileReceiver;
import org.collegium.source.SourceFile;
import org.collegium.source.SourcePaths;

/**
 * A quiz that an author works on: its rules, its sections, its text, the fields for its keys, and the way in and out for its questions.
 * What is kept in one of them is in the others at once.
 */
@StyleSheet("styles/bank.css")
final class QuizDesk extends Div {

    private final transient EditedActivity activity;
    private final transient LessonRenderer renderer;
    private final QuizRulesForm rules;
    private final SectionsForm sections;
    private final QuizTextPanel text;
    private final LostComments lost = new LostComments();
    private final Div keys = new Div();
    private byte[] content;

    QuizDesk(
            Quiz quiz,
            EditedActivity activity,
            LessonRenderer renderer,
            QuizTextPanel.Parts parts,
            Supplier<AccountId> author) {
        this.activity = activity;
        this.renderer = renderer;
        this.content = activity.file().bytes();
        addClassName("c-studio");
        rules = new QuizRulesForm(this);
        text = new QuizTextPanel(parts, this, () -> place(author.get()));
        sections = new SectionsForm(this, parts.drafting(), parts.messages());
        add(lost, rules, sections, text, keys, new ExchangePanel(this));
        show(quiz);
    }

    private ActivityPlace place(AccountId author) {
        return new ActivityPlace(author, null, null, activity.unitKey(), activity.title(), "", new Around(activity));
    }

    /** The draft, as far as a question needs it. */
    private record Around(EditedActivity activity) implements ActivityCourse {

        @Override
        public Locale language() {
            return activity.language();
        }

        @Override
        public SourceFile own() {
            return activity.file();
        }

        @Override
        public Optional<SourceFile> file(String path) {
            return activity.files().apply(path);
        }

        @Override
        public LinkResolver links() {
            return activity.links();
        }
    }

    private void show(Quiz quiz) {
        rules.show(quiz);
        sections.show(quiz);
        keys.removeAll();
        keys.add(new QuizKeysPanel(quiz, activity.keptBy(this::keepChanged), renderer));
    }

    private void keep(byte[] changed, List<SourceFile> more) {
        String before = text();
        activity.keep().keep(changed, more);
        content = changed.clone();
        text.follow(before);
    }

    /** Of a quiz that fields have changed, the lines that stay the same are kept as they were written. */
    private void keepChanged(byte[] changed, List<SourceFile> more) {
        Quiz quiz = read(changed);
        keep(changed(quiz).getBytes(StandardCharsets.UTF_8), more);
    }

    private String changed(Quiz quiz) {
        String before = text();
        String changed = KeptLines.changed(before, quiz);
        if (KeptLines.lost(before, changed)) {
            lost.tell(() -> keep(before));
        }
        return changed;
    }

    /**
     * Keeps the whole quiz as it was written.
     *
     * @throws org.collegium.shared.RuleViolation when it cannot be kept
     */
    void keep(String written) {
        keep(written.getBytes(StandardCharsets.UTF_8), List.of());
        show(quiz());
    }

    /**
     * Makes another quiz of the one that is kept now.
     *
     * @throws org.collegium.shared.RuleViolation when it cannot be kept
     */
    void change(UnaryOperator<Quiz> change) {
        keep(changed(change.apply(quiz())));
    }

    /** The text that a change would make of the one that is kept now. */
    SourceFile changing(UnaryOperator<Quiz> change) {
        return SourceFile.of(file(), KeptLines.changed(text(), change.apply(quiz())));
    }

    /** The file of the quiz as it is kept now. */
    String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    /** Takes pictures into the draft; empty where none are taken. */
    Optional<FileReceiver> pictures() {
        return Optional.ofNullable(activity.pictures());
    }

    /** Where its file lies in the draft. */
    String file() {
        return activity.file().path();
    }

    /** Names this quiz among all of all drafts. */
    String place() {
        return activity.draft() + "/" + activity.unitKey();
    }

    /** The quiz as it is kept now. */
    Quiz quiz() {
        return read(content);
    }

    private Quiz read(byte[] bytes) {
        return QuizReader.read(SourceFile.of(activity.file().path(), bytes), fault -> {})
                .orElseThrow(() -> new IllegalStateException("The quiz that was kept is none"));
    }

    /** A file that the quiz points at, by the path that it has for it. */
    Optional<SourceFile> picture(String path) {
        return inDraft(path).flatMap(activity.files());
    }

    private Optional<String> inDraft(String path) {
        return SourcePaths.resolve(SourcePaths.folder(activity.file().path()), path);
    }

    /** The keys of its questions. */
    Set<String> taken() {
        return quiz().questions().stream().map(Question::key).collect(Collectors.toSet());
    }

    /** What the file of the quiz is called, without its ending. */
    String name() {
        return activity.unitKey();
    }

    /**
     * Adds questions behind those that there are, with their pictures, all of them or none.
     *
     * @return takes the questions back again, and nothing that was changed since; their pictures stay in the draft
     * @throws org.collegium.shared.RuleViolation when the quiz cannot be kept so
     */
    Runnable add(ReadQuestions found) {
        byte[] before = content.clone();
        List<SourceFile> pictures = found.files().stream()
                .flatMap(file -> inDraft(file.path()).map(file::at).stream())
                .toList();
        Quiz more = SectionPlace.more(quiz(), found.asked());
        keep(changed(more).getBytes(StandardCharsets.UTF_8), pictures);
        show(more);
        byte[] after = content.clone();
        Set<String> keys = found.asked().stream().map(Question::key).collect(Collectors.toSet());
        return () -> {
            if (Arrays.equals(content, after)) {
                keep(before, List.of());
                show(quiz());
            } else {
                change(quiz -> quiz.without(keys));
            }
        };
    }
}
