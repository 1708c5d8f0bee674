package org.collegium.assessment.exchange;

import java.util.ArrayList;
import java.util.List;
import org.collegium.assessment.Question.Gap;
import org.collegium.assessment.exchange.MoodleReader.MoodleQuestion;
import org.collegium.source.XmlNode.Element;

/** A text with gaps in the syntax of Moodle: <code>{2:SHORTANSWER:=right~%50%nearly#why}</code>. */
final class MoodleCloze {

    private static final int LONGEST_GAP = 10_000;

    /** As many as a question of our own may have. */
    static final int MOST_GAPS = 20;

    private MoodleCloze() {}

    static void read(MoodleQuestion question) throws LeftOut {
        Element element = question.xml().child("questiontext").orElse(question.xml());
        String text = Sealed.without(element.textOf("text"));
        TextForm form = question.form(element);
        Sealed sealed = new Sealed();
        List<Gap> gaps = new ArrayList<>();
        StringBuilder marked = new StringBuilder(text.length());
        int at = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', at)) {
            marked.append(text, at, open);
            int kind = kind(text, open + 1);
            if (kind < 0) {
                marked.append('{');
                at = open + 1;
                continue;
            }
            int close = closing(text, kind);
            if (close < 0) {
                throw new LeftOut(
                        element.place(), "exchange-gap", text.substring(open, Math.min(text.length(), open + 40)));
            }
            if (gaps.size() == MOST_GAPS) {
                throw new LeftOut(element.place(), "exchange-gap-many", MOST_GAPS);
            }
            String key = "gap-" + (gaps.size() + 1);
            gaps.add(new MoodleGap(question, element, form).read(key, text.substring(open + 1, close)));
            marked.append(sealed.put("{{" + key + "}}"));
            at = close + 1;
        }
        marked.append(text, at, text.length());
        if (gaps.isEmpty()) {
            throw new LeftOut(element.place(), "exchange-gap", "{1:…}");
        }
        String stem = sealed.open(form.markdown(marked.toString(), question.texts(element)));
        Choices.Common common = question.common(stem);
        // Moodle gives a question as many points as its gaps weigh together.
        double points = question.xml().textOf("defaultgrade").isEmpty()
                ? gaps.stream().mapToDouble(Gap::points).sum()
                : common.points();
        question.item()
                .keep(Made.cloze(
                        question.item().key(),
                        new Choices.Common(stem, points, common.explanation(), common.traits()),
                        gaps));
    }

    /** Where the kind of a gap begins, behind its weight; -1 where there is no gap. */
    private static int kind(String text, int from) {
        int at = from;
        while (at < Math.min(text.length(), from + 6) && Character.isDigit(text.charAt(at))) {
            at++;
        }
        if (at >= text.length() || text.charAt(at) != ':') {
            return -1;
        }
        int end = at + 1;
        while (end < Math.min(text.length(), at + 30)
                && ((text.charAt(end) >= 'A' && text.charAt(end) <= 'Z') || text.charAt(end) == '_')) {
            end++;
        }
        return end > at + 1 && end < text.length() && text.charAt(end) == ':' ? at + 1 : -1;
    }

    private static int closing(String text, int from) {
        for (int i = from; i < Math.min(text.length(), from + LONGEST_GAP); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == '}') {
                return i;
            }
        }
        return -1;
    }
}
