package org.collegium.assessment.exchange;

import java.math.BigDecimal;
import org.collegium.assessment.Question.Feedback;
import org.collegium.assessment.Question.Numeric;

/** Writes rules by which an item is scored where no template says them. */
final class QtiRules {

    private final QtiXml xml;

    QtiRules(QtiXml xml) {
        this.xml = xml;
    }

    /** Adds to the score what the mapping has for an answer. */
    void addMapped(String response) {
        xml.open("setOutcomeValue", "identifier", "SCORE").open("sum");
        xml.empty("variable", "identifier", "SCORE").empty("mapResponse", "identifier", response);
        xml.close().close();
    }

    /** Sets what is said to what was chosen. */
    void chosen(String response) {
        xml.open("setOutcomeValue", "identifier", "FEEDBACK")
                .empty("variable", "identifier", response)
                .close();
    }

    /** Says one thing to those who were right in every way and another to the others. */
    void judged(String response, Feedback feedback) {
        if (feedback.equals(Feedback.NONE)) {
            return;
        }
        xml.open("responseCondition").open("responseIf");
        xml.open("match")
                .empty("variable", "identifier", response)
                .empty("correct", "identifier", response)
                .close();
        say("correct");
        xml.close().open("responseElse");
        say("incorrect");
        xml.close().close();
    }

    private void say(String what) {
        xml.open("setOutcomeValue", "identifier", "FEEDBACK")
                .leaf("baseValue", what, "baseType", "identifier")
                .close();
    }

    /** Gives points for a number that is near enough. */
    void near(String response, Numeric numeric, String points, Feedback feedback) {
        xml.open("responseCondition").open("responseIf");
        equal(response, numeric);
        xml.open("setOutcomeValue", "identifier", "SCORE").open("sum");
        xml.empty("variable", "identifier", "SCORE").leaf("baseValue", points, "baseType", "float");
        xml.close().close();
        boolean said = !feedback.equals(Feedback.NONE);
        if (said) {
            say("correct");
        }
        xml.close();
        if (said) {
            xml.open("responseElse");
            say("incorrect");
            xml.close();
        }
        xml.close();
    }

    private void equal(String response, Numeric numeric) {
        BigDecimal absolute = numeric.tolerance().absolute();
        BigDecimal percent = numeric.tolerance().percent();
        if (absolute.signum() == 0 && percent.signum() == 0) {
            xml.open("equal", "toleranceMode", "exact");
        } else if (absolute.signum() == 0) {
            String both = percent.toPlainString() + " " + percent.toPlainString();
            xml.open("equal", "toleranceMode", "relative", "tolerance", both);
        } else {
            BigDecimal answer = numeric.answer() == null ? BigDecimal.ZERO : numeric.answer();
            String off = Numbers.plainly(numeric.tolerance().margin(answer)).toPlainString();
            xml.open("equal", "toleranceMode", "absolute", "tolerance", off + " " + off);
        }
        xml.empty("variable", "identifier", response)
                .empty("correct", "identifier", response)
                .close();
    }

    /** Gives points for exactly the right answer. */
    void exact(String response, String points) {
        xml.open("responseCondition").open("responseIf");
        xml.open("match")
                .empty("variable", "identifier", response)
                .empty("correct", "identifier", response)
                .close();
        xml.open("setOutcomeValue", "identifier", "SCORE")
                .leaf("baseValue", points, "baseType", "float")
                .close();
        xml.close().close();
    }
}
