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
    private final DraftPictures along;
    private int whole;
    private int withLoss;
    private int leftOut;
    private String key = "";
    private boolean asItIs = true;

    /** @param along pictures that come along with texts */
    Writing(Quiz quiz, DraftPictures along) {
        this.quiz = quiz;
        this.along = along;
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
     * @param cost whether it has one for what a wrong answer to this question costs
     */
    void traitsBut(Question question, boolean cost) {
        lostUnless(cost || cost(question) == 0, "penalty");
    }

    /** What a wrong answer costs, as a share of the points. */
    double cost(Question question) {
        return question.penalty(quiz.rules().penalty());
    }

    void scoredOtherwise() {
        asItIs = false;
        faults.warning(Place.of(key), "exchange-scoring", key);
    }

    /** Files that a text shows or leads to and that stay behind. */
    void pictures(String markdown) {
        String unused = ShownFiles.moved(markdown, pointer -> {
            if (pointer.in(along).isEmpty()) {
                asItIs = false;
                faults.warning(Place.of(key), "exchange-picture", key, pointer.path());
            }
            return pointer;
        });
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
