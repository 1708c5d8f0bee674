package org.collegium.assessment.ui;

import java.util.Optional;
import org.collegium.activity.ActivityPlace;
import org.collegium.assessment.CodeBench;
import org.collegium.content.BlobId;
import org.collegium.content.LessonRenderer;
import org.collegium.content.Prose;
import org.collegium.content.RenderedContent;
import org.collegium.content.RenderedText;
import org.collegium.shared.ui.HtmlElement;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The Markdown in quizzes, rendered once for all who meet it in the same place. */
@Component
public class QuizTexts {

    private final LessonRenderer renderer;
    private final RenderedContent rendered;
    private final ObjectProvider<CodeBench> bench;

    QuizTexts(LessonRenderer renderer, RenderedContent rendered, ObjectProvider<CodeBench> bench) {
        this.renderer = renderer;
        this.rendered = rendered;
        this.bench = bench;
    }

    /** Where code can be tried; empty where no module offers that. */
    Optional<CodeBench> bench() {
        return Optional.ofNullable(bench.getIfAvailable());
    }

    /**
     * A text of the quiz at a place.
     *
     * @param part names the text within the quiz, such as {@code q-1/stem}
     */
    public Prose prose(ActivityPlace place, String part, String markdown) {
        Prose prose = new Prose(rendered(place, part, markdown));
        prose.setLanguage(place.course().language());
        return prose;
    }

    /** As {@link #prose}, as a part of something else. */
    HtmlElement html(ActivityPlace place, String part, String markdown) {
        return Prose.html(rendered(place, part, markdown), place.course().language());
    }

    private RenderedText rendered(ActivityPlace place, String part, String markdown) {
        return place.preview() ? render(place, markdown) : remembered(place, part, markdown);
    }

    private RenderedText remembered(ActivityPlace place, String part, String markdown) {
        String surroundings = place.version() + "/" + place.unitKey() + "/" + part + "/" + markdown;
        return rendered.get(new BlobId(place.sha256()), surroundings, () -> render(place, markdown));
    }

    private RenderedText render(ActivityPlace place, String markdown) {
        return renderer.render(markdown, place.course().links(), place.course().language());
    }
}
