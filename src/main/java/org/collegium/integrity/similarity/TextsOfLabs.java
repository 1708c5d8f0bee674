package org.collegium.integrity.similarity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.collegium.courses.CourseRunId;
import org.collegium.labs.marking.HandedInTexts;
import org.collegium.labs.marking.HandedInTexts.Asked;
import org.collegium.labs.marking.HandedInTexts.Written;
import org.springframework.stereotype.Component;

/** What learners write in labs: their code together, and each answer in words by itself. What the lab gave them does not count. */
@Component
class TextsOfLabs implements ComparedTexts {

    private final HandedInTexts labs;

    TextsOfLabs(HandedInTexts labs) {
        this.labs = labs;
    }

    @Override
    public String kind() {
        return "lab";
    }

    @Override
    public List<ComparedPart> parts(CourseRunId run, String unitKey) {
        Asked asked = labs.asked(run, unitKey);
        List<ComparedPart> parts = new ArrayList<>();
        if (!asked.code().isEmpty()) {
            parts.add(new ComparedPart(PartsOfLabs.CODE, "", Wording.CODE, asked.code()));
        }
        asked.answers()
                .forEach(cell -> parts.add(new ComparedPart(
                        PartsOfLabs.answer(cell.cell()),
                        cell.question().isEmpty() ? cell.cell() : cell.question(),
                        Wording.PROSE,
                        List.of(cell.released(), cell.question()))));
        return parts;
    }

    @Override
    public List<ComparedText> texts(CourseRunId run, String unitKey, ComparedPart part) {
        return texts(part.wording() == Wording.CODE ? labs.code(run, unitKey) : labs.answers(run, unitKey, cell(part)));
    }

    @Override
    public List<ComparedText> texts(CourseRunId run, String unitKey, ComparedPart part, Set<UUID> sources) {
        return texts(
                part.wording() == Wording.CODE
                        ? labs.code(run, unitKey, sources)
                        : labs.answers(run, unitKey, cell(part), sources));
    }

    private static String cell(ComparedPart part) {
        return PartsOfLabs.cell(part.key()).orElseThrow();
    }

    private static List<ComparedText> texts(List<Written> written) {
        return written.stream()
                .map(each -> new ComparedText(each.submission(), each.learner(), each.text()))
                .toList();
    }
}
