package org.collegium.assessment.exchange;

import java.util.ArrayList;
import java.util.List;
import org.collegium.assessment.Question.Gap;
import org.collegium.assessment.Question.SingleChoice;
import org.collegium.assessment.exchange.MoodleReader.MoodleQuestion;
import org.collegium.content.MarkdownText;
import org.collegium.source.XmlNode.Element;

/** Texts whose gaps {@code [[2]]} are filled from a list: by choosing, or by dragging, which is choosing here. */
final class MoodleGaps {

    private MoodleGaps() {}

    private record Word(String text, String group) {}

    static void read(MoodleQuestion question, String type) throws LeftOut {
        Element element = question.xml().child("questiontext").orElse(question.xml());
        List<Word> words = new ArrayList<>();
        for (Element word : question.xml().children(type.equals("ddwtos") ? "dragbox" : "selectoption")) {
            words.add(new Word(MarkdownText.ofLines(word.textOf("text")), word.textOf("group")));
        }
        if (type.equals("ddwtos")) {
            question.item().changed(question.item().place(), "dragbox", "options");
        }
        String text = Sealed.without(element.textOf("text"));
        Sealed sealed = new Sealed();
        List<Gap> gaps = new ArrayList<>();
        StringBuilder marked = new StringBuilder(text.length());
        int at = 0;
        for (int open = text.indexOf("[["); open >= 0; open = text.indexOf("[[", at)) {
            int close = text.indexOf("]]", open);
            int number = close < 0 || close - open > 6
                    ? -1
                    : Numbers.of(text.substring(open + 2, close))
                            .map(Number::intValue)
                            .orElse(-1);
            marked.append(text, at, open);
            if (number < 1 || number > words.size()) {
                marked.append("[[");
                at = open + 2;
                continue;
            }
            if (gaps.size() == MoodleCloze.MOST_GAPS) {
                throw new LeftOut(element.place(), "exchange-gap-many", MoodleCloze.MOST_GAPS);
            }
            String key = "gap-" + (gaps.size() + 1);
            gaps.add(gap(key, words, number - 1));
            marked.append(sealed.put("{{" + key + "}}"));
            at = close + 2;
        }
        marked.append(text, at, text.length());
        if (gaps.isEmpty()) {
            throw new LeftOut(element.place(), "exchange-gap", "[[1]]");
        }
        Choices.Common common = question.common(
                sealed.open(question.form(element).markdown(marked.toString(), question.texts(element))));
        question.feedback(false);
        question.item().keep(Made.cloze(question.item().key(), common, gaps));
    }

    private static SingleChoice gap(String key, List<Word> words, int right) {
        List<Choices.Answer> answers = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).group().equals(words.get(right).group())) {
                answers.add(new Choices.Answer(words.get(i).text(), i == right ? 1 : 0, ""));
            }
        }
        return Made.single(key, Choices.Common.gap(1), Choices.options(answers, 1));
    }
}
