package org.collegium.assessment.studio;

import com.vaadin.flow.component.html.Div;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.collegium.activity.EditedActivity;
import org.collegium.assessment.Question;
import org.collegium.assessment.Quiz;
import org.collegium.assessment.QuizReader;
import org.collegium.assessment.QuizWriter;
import org.collegium.assessment.exchange.ReadQuestions;
import org.collegium.content.LessonRenderer;
import org.collegium.source.SourceFile;
import org.collegium.source.SourcePaths;

/** A quiz that an author works on: the fields for its keys, and the way in and out for its questions. */
final class QuizDesk extends Div {

    private final transient EditedActivity activity;
    private final transient LessonRenderer renderer;
    private final Div keys = new Div();
    private byte[] content;

    QuizDesk(Quiz quiz, EditedActivity activity, LessonRenderer renderer) {
        this.activity = activity;
        this.renderer = renderer;
        this.content = activity.file().bytes();
        addClassName("c-studio");
        add(keys, new ExchangePanel(this));
        show(quiz);
    }

    private void show(Quiz quiz) {
        EditedActivity watched = new EditedActivity(
                activity.unitKey(),
                activity.title(),
                activity.file(),
                activity.language(),
                activity.links(),
                activity.onwards(),
                this::keep,
                activity.files());
        keys.removeAll();
        keys.add(new QuizKeysPanel(quiz, watched, renderer));
    }

    private void keep(byte[] changed, List<SourceFile> more) {
        activity.keep().keep(changed, more);
        content = changed.clone();
    }

    /** The quiz as it is kept now. */
    Quiz quiz() {
        return QuizReader.read(SourceFile.of(activity.file().path(), content), fault -> {})
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
     * @return takes the questions back again; their pictures stay in the draft
     * @throws org.collegium.shared.RuleViolation when the quiz cannot be kept so
     */
    Runnable add(ReadQuestions found) {
        byte[] before = content.clone();
        Quiz now = quiz();
        List<Question> all = new ArrayList<>(now.questions());
        all.addAll(found.asked());
        List<SourceFile> pictures = found.files().stream()
                .flatMap(file -> inDraft(file.path()).map(file::at).stream())
                .toList();
        Quiz more = now.with(all);
        keep(QuizWriter.write(more).getBytes(StandardCharsets.UTF_8), pictures);
        show(more);
        return () -> {
            keep(before, List.of());
            show(quiz());
        };
    }
}
