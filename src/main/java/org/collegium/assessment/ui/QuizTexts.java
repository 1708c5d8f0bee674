package org.collegium.assessment.ui;

import java.util.Locale;
import java.util.Optional;
import org.collegium.activity.ActivityPlace;
import org.collegium.activity.DraftSurroundings;
import org.collegium.content.BlobId;
import org.collegium.content.LessonRenderer;
import org.collegium.content.LinkResolver;
import org.collegium.content.Prose;
import org.collegium.content.RenderedContent;
import org.collegium.content.RenderedText;
import org.collegium.courses.CourseLinks;
import org.collegium.courses.CourseManifest;
import org.collegium.courses.CourseVersion;
import org.collegium.courses.CourseVersionId;
import org.collegium.courses.CourseVersions;
import org.springframework.stereotype.Component;

/** The Markdown in quizzes, rendered once for all who meet it in the same place. */
@Component
class QuizTexts {

    private final CourseVersions versions;
    private final LessonRenderer renderer;
    private final RenderedContent rendered;

    QuizTexts(CourseVersions versions, LessonRenderer renderer, RenderedContent rendered) {
        this.versions = versions;
        this.renderer = renderer;
        this.rendered = rendered;
    }

    /**
     * A text of the quiz at a place.
     *
     * @param part names the text within the quiz, such as {@code q-1/stem}
     */
    Prose prose(ActivityPlace place, String part, String markdown) {
        DraftSurroundings draft = place.draft();
        if (draft != null) {
            return prose(renderer.render(markdown, draft.links(), draft.language()), draft.language());
        }
        Optional<CourseManifest> manifest = Optional.ofNullable(place.version())
                .flatMap(version -> versions.find(new CourseVersionId(version)))
                .map(CourseVersion::manifest);
        Locale language = manifest.map(
                        found -> Locale.forLanguageTag(found.metadata().language()))
                .orElse(Locale.ENGLISH);
        String surroundings = place.version() + "/" + place.unitKey() + "/" + part + "/" + markdown.hashCode();
        return prose(
                rendered.get(
                        new BlobId(place.sha256()),
                        surroundings,
                        () -> renderer.render(markdown, links(manifest, place.unitKey()), language)),
                language);
    }

    private static Prose prose(RenderedText text, Locale language) {
        Prose prose = new Prose(text);
        prose.setLanguage(language);
        return prose;
    }

    /** Pictures and downloads lead to the files of the course; other units are reached through the outline beside the quiz. */
    private static LinkResolver links(Optional<CourseManifest> manifest, String unitKey) {
        return manifest.flatMap(found -> found.unit(unitKey)
                        .<LinkResolver>map(unit -> new CourseLinks(found, unit.file(), other -> Optional.empty())))
                .orElseGet(LinkResolver::none);
    }
}
