package org.collegium.learning.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.collegium.content.LessonRenderer;
import org.collegium.courses.Retirement;
import org.collegium.courses.Retirements;
import org.collegium.courses.VersionRetirements;
import org.collegium.learning.rollout.VersionNotices;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.Moments;

/** What a learner is told above a unit: that the course has another version, or will be retired. */
@org.springframework.stereotype.Component
class PlayerNotices {

    private final VersionNotices versions;
    private final Retirements retirements;
    private final VersionRetirements versionRetirements;
    private final LessonRenderer renderer;

    PlayerNotices(
            VersionNotices versions,
            Retirements retirements,
            VersionRetirements versionRetirements,
            LessonRenderer renderer) {
        this.versions = versions;
        this.retirements = retirements;
        this.versionRetirements = versionRetirements;
        this.renderer = renderer;
    }

    List<Component> of(Seat at) {
        Stream<Component> version = versions.unread(at.learner(), at.run()).stream()
                .map(notice -> new VersionPanel(notice, renderer, () -> versions.putAway(at.learner(), at.run())));
        Stream<Component> retirement =
                retirements.of(at.in().run().course()).stream().map(PlayerNotices::retirement);
        Stream<Component> ofVersion = versionRetirements.of(at.in().run().version()).stream()
                .map(said -> panel(
                        said.done() ? "learning.version-retired" : "learning.version-retirement",
                        said.at(),
                        said.message(),
                        Optional.empty()));
        return Stream.of(version, retirement, ofVersion)
                .flatMap(panels -> panels)
                .toList();
    }

    private static Component retirement(Retirement said) {
        return panel(
                said.done() ? "learning.retired" : "learning.retirement", said.at(), said.message(), said.successor());
    }

    private static Component panel(String key, Instant at, String message, Optional<Retirement.Successor> successor) {
        Section panel = new Section();
        panel.addClassNames("c-notice", "lrn-version");
        H2 title = new H2(panel.getTranslation(key + ".title", Moments.here().day(at)));
        panel.setAriaLabel(title.getText());
        Div words = new Div(title, new Paragraph(panel.getTranslation(key + ".text")));
        if (!message.isEmpty()) {
            words.add(new Paragraph(message));
        }
        successor.ifPresent(next -> {
            Anchor link =
                    new Anchor(next.address(), panel.getTranslation("learning.retirement.successor", next.title()));
            link.setRouterIgnore(true);
            words.add(link);
        });
        panel.add(Glyph.INFO.create(), words);
        return panel;
    }
}
