package org.collegium.courses.checks;

import static org.collegium.courses.checks.Finding.Kind.ELSEWHERE;
import static org.collegium.courses.checks.Finding.Kind.HEADINGS;
import static org.collegium.courses.checks.Finding.Kind.PICTURES;
import static org.collegium.courses.checks.Finding.Kind.VIDEOS;
import static org.collegium.courses.checks.Finding.Severity.MEND;
import static org.collegium.courses.checks.Finding.Severity.NOTE;

import java.util.List;
import java.util.function.Consumer;
import org.collegium.content.TextParts;
import org.collegium.courses.UnitTexts;
import org.collegium.courses.checks.UnitContent.PlacedText;
import org.springframework.stereotype.Component;

/** Pictures without words, videos and sounds, the order of headings, and addresses elsewhere, in what is read. */
@Component
final class TextCheck implements CourseCheck {

    private static final int LONGEST = 120;

    @Override
    public boolean looksAt(String kind) {
        return UnitTexts.isRead(kind);
    }

    @Override
    public void check(UnitContent content, Consumer<Finding> findings) {
        content.text().ifPresent(text -> {
            pictures(text, findings);
            headings(text, findings);
            videos(text, findings);
            for (TextParts.Link link : text.parts().links()) {
                findings.accept(new Finding(
                        ELSEWHERE,
                        NOTE,
                        "courses.finding.elsewhere",
                        text.line(link.at()),
                        List.of(shortened(link.address()))));
            }
        });
    }

    private static void pictures(PlacedText text, Consumer<Finding> findings) {
        for (TextParts.Picture picture : text.parts().pictures()) {
            if (picture.alternative().isEmpty()) {
                findings.accept(new Finding(
                        PICTURES,
                        MEND,
                        "courses.finding.no-alternative",
                        text.line(picture.at()),
                        List.of(shortened(picture.destination()))));
            }
        }
    }

    /** Readers get levels without gaps, but what the author meant is unclear; an empty heading is heard as nothing. */
    private static void headings(PlacedText text, Consumer<Finding> findings) {
        int above = 0;
        for (TextParts.Written heading : text.parts().headings()) {
            int line = text.line(heading.at());
            if (heading.text().isEmpty()) {
                findings.accept(new Finding(HEADINGS, MEND, "courses.finding.heading-empty", line, List.of()));
            } else if (above > 0 && heading.level() > above + 1) {
                findings.accept(new Finding(
                        HEADINGS,
                        MEND,
                        "courses.finding.heading-skips",
                        line,
                        List.of(
                                shortened(heading.text()),
                                Integer.toString(heading.level()),
                                Integer.toString(above))));
            }
            above = heading.level();
        }
    }

    private static void videos(PlacedText text, Consumer<Finding> findings) {
        for (TextParts.Video video : text.parts().videos()) {
            if (video.told()) {
                continue;
            }
            findings.accept(new Finding(
                    VIDEOS,
                    NOTE,
                    video.elsewhere() ? "courses.finding.video-elsewhere" : "courses.finding.video-own",
                    text.line(video.at()),
                    List.of(shortened(video.source()))));
        }
        for (TextParts.Sound sound : text.parts().sounds()) {
            findings.accept(new Finding(
                    VIDEOS, NOTE, "courses.finding.sound", text.line(sound.at()), List.of(shortened(sound.source()))));
        }
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
