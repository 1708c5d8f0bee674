package org.collegium.assessment.studio;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.collegium.FullApplicationTest;
import org.collegium.ViewTest;
import org.collegium.activity.ActivityTexts;
import org.collegium.activity.EditedActivity;
import org.collegium.activity.EditedActivity.Onwards;
import org.collegium.assessment.Quiz;
import org.collegium.assessment.QuizReader;
import org.collegium.identity.AccountId;
import org.collegium.identity.IdentityFixtures;
import org.collegium.shared.RuleViolation;
import org.collegium.source.SourceFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;

/** An author has opened a quiz of a draft, of which the draft keeps what it is given unless it refuses. */
@Tag("view")
@FullApplicationTest
abstract class EditedQuizTest extends ViewTest {

    @Autowired
    private QuizKeys keys;

    private final List<SourceFile> brought = new ArrayList<>();
    private String kept = "";
    private boolean refusing;

    @BeforeEach
    void anAuthorIsSignedIn() {
        IdentityFixtures.signIn(IdentityFixtures.authentication(AccountId.next()));
    }

    @AfterEach
    void nobodyIsSignedIn() {
        IdentityFixtures.signIn(null);
    }

    /** Opens a quiz in the place of the one before; its parts are folded as authors find them. */
    final void open(String quiz) {
        kept = quiz;
        UI.getCurrent().removeAll();
        UI.getCurrent()
                .add(keys.open(new EditedActivity(
                        "draft",
                        "quiz",
                        "Quiz",
                        SourceFile.of("quizzes/quiz.yaml", quiz),
                        Locale.ENGLISH,
                        ActivityTexts.ANYWHERE,
                        new Onwards("/studio", "the course", 0, 0),
                        this::keep)));
    }

    final void unfold() {
        find(NativeDetails.class).all().forEach(part -> part.setOpen(true));
    }

    private void keep(byte[] content, List<SourceFile> more) {
        if (refusing) {
            throw new RuleViolation("courses.draft.changed-meanwhile");
        }
        kept = new String(content, StandardCharsets.UTF_8);
        brought.addAll(more);
    }

    /** From now on nothing can be kept. */
    final void refuse() {
        refusing = true;
    }

    final String kept() {
        return kept;
    }

    /** The files that came along. */
    final List<SourceFile> brought() {
        return brought;
    }

    final Quiz quiz() {
        return read(kept);
    }

    static Quiz read(String text) {
        return QuizReader.read(SourceFile.of("quiz.yaml", text), fault -> {})
                .orElseThrow(() -> new AssertionError("Not a quiz: " + text));
    }

    /** Gives the first field of this label a value. */
    @SuppressWarnings("unchecked")
    final void set(String label, Object value) {
        Component field = find(Component.class).all().stream()
                .filter(each ->
                        each instanceof HasValue && each instanceof HasLabel named && label.equals(named.getLabel()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No field " + label + " in: " + page()));
        ((HasValue<?, Object>) field).setValue(value);
    }

    @SuppressWarnings("unchecked")
    final <V> Select<V> select(String label) {
        return field(Select.class, label);
    }

    /** What is said in sentences and in short. */
    final List<String> words() {
        return Stream.concat(
                        find(Paragraph.class).all().stream().map(Paragraph::getText),
                        find(Span.class).all().stream().map(Span::getText))
                .toList();
    }
}
