package org.collegium.assessment.studio;

import java.util.List;
import org.collegium.assessment.Question;
import org.collegium.assessment.Question.Cloze;
import org.collegium.assessment.Question.Gap;

/** What is right in each gap of a text. */
final class ClozeKeys extends KeyFields {

    private final transient Cloze question;
    private final List<KeyFields> gaps;

    ClozeKeys(Heading heading, Cloze question, Texts texts) {
        super(heading, question, texts);
        this.question = question;
        gaps = question.gaps().stream()
                .map(gap -> of(
                        new Heading(
                                heading.id() + "-" + gap.key(), getTranslation("assessment.keys.gap", gap.key()), true),
                        gap,
                        texts))
                .toList();
        gaps.forEach(this::add);
    }

    @Override
    boolean whole() {
        return false;
    }

    @Override
    void tell(Changes listener) {
        gaps.forEach(gap -> gap.tell((fields, back) -> {
            show(keyed().keyed());
            listener.changed(fields, back);
        }));
    }

    @Override
    boolean check() {
        return gaps.stream().map(KeyFields::check).reduce(true, Boolean::logicalAnd);
    }

    @Override
    Question keyed() {
        return new Cloze(
                question.key(),
                question.stem(),
                question.points(),
                question.traits(),
                question.explanation(),
                gaps.stream().map(gap -> (Gap) gap.keyed()).toList());
    }
}
