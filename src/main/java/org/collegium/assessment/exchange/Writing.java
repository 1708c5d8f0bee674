package org.collegium.assessment.exchange;

import java.util.List;
import org.collegium.assessment.Question;
import org.collegium.assessment.Quiz;
import org.collegium.source.FaultList;
import org.collegium.source.Place;
import org.collegium.source.SourceFile;

/** What has been written so far of a quiz, and what the other format cannot say; places are the keys of questions. */
final class Writing {

    private final FaultList faults = new FaultList();
    private final Quiz quiz;
    private int whole;
    private int withLoss;
    private int leftOut;
    private String key = "";
    private boolean asItIs = true;

    Writing(Quiz quiz) {
        this.quiz = quiz;
    }

    /** Writes one question; false, after saying why, when it cannot be. */
    @FunctionalInterface
    interface Writer {
        boolean write(Question question);
    }

    void each(Writer writer) {
        for (Question question : quiz.questions()) {
            key = question.key();
            asItIs = true;
            if (!question.keyed()) {
                faults.warning(Place.of(key), "exchange-unkeyed", key);
                leftOut++;
            } else if (!writer.write(question)) {
                leftOut++;
            } else if (asItIs) {
                whole++;
            } else {
                withLoss++;
            }
        }
    }

    /** Something that the format has no word for. */
    void lost(String part) {
        asItIs = false;
        faults.warning(Place.of(key), "exchange-part", key, part);
    }

    void lostUnless(boolean said, String part) {
        if (!said) {
            lost(part);
        }
    }

    /**
     * What is said of a question and the format has no word for.
     *
     * @param tags whether it has one for tags
     */
    void traitsBut(Question question, boolean tags) {
        lostUnless(question.skills().isEmpty(), "skills");
        lostUnless(tags || question.traits().tags().isEmpty(), "tags");
        lostUnless(question.traits().difficulty() == null, "difficulty");
        lostUnless(question.traits().penalty() == null, "penalty");
    }

    void scoredOtherwise() {
        asItIs = false;
        faults.warning(Place.of(key), "exchange-scoring", key);
    }

    /** Pictures that a text shows: they stay behind. */
    void pictures(String markdown) {
        int at = markdown.indexOf("](");
        while (at >= 0) {
            int end = markdown.indexOf(')', at);
            String target = end < 0 ? "" : markdown.substring(at + 2, end).strip();
            if (!target.isEmpty() && !target.startsWith("#") && target.indexOf(':') < 0) {
                asItIs = false;
                faults.warning(Place.of(key), "exchange-picture", key, target);
            }
            at = markdown.indexOf("](", at + 2);
        }
    }

    /** A picture that a question cannot do without, and that is not there or has no size. */
    void pictureMissing(String path) {
        faults.warning(Place.of(key), "exchange-picture-missing", key, path);
    }

    /** A kind of question that the format lacks. */
    boolean unknown(String kind) {
        faults.warning(Place.of(key), "exchange-kind", key, kind);
        return false;
    }

    WrittenQuestions done(String path, byte[] content) {
        faults.note(Place.EVERYWHERE, "exchange-settings");
        ExchangeCounts counts = new ExchangeCounts(quiz.questions().size(), whole, withLoss, leftOut);
        return new WrittenQuestions(SourceFile.of(path, content), counts, List.copyOf(faults.faults()));
    }
}
