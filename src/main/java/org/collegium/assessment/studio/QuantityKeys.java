package org.collegium.assessment.studio;

import com.vaadin.flow.component.textfield.BigDecimalField;
import java.util.Map;
import org.collegium.assessment.Question;
import org.collegium.assessment.Question.Numeric;
import org.collegium.shared.ui.FieldFaults;

/** A number, and how far off one may be. */
final class QuantityKeys extends KeyFields {

    private final transient Numeric question;
    private final BigDecimalField answer = new BigDecimalField();
    private final ToleranceFields tolerance;
    private final transient FieldFaults faults = new FieldFaults(Map.of("answer", answer));

    QuantityKeys(Heading heading, Numeric question, Texts texts) {
        super(heading, question, texts);
        this.question = question;
        tolerance = new ToleranceFields(question.tolerance());
        String unit = question.units().base();
        answer.setLabel(
                unit.isEmpty()
                        ? getTranslation("assessment.keys.number")
                        : getTranslation("assessment.keys.number.in", unit));
        answer.setValue(question.answer());
        answer.setI18n(tolerance.words());
        changes(answer, answer::setValue);
        tolerance.tell(this);
        add(answer, tolerance);
    }

    @Override
    boolean check() {
        boolean readable = faults.readable();
        return tolerance.check() && readable;
    }

    @Override
    Question keyed() {
        return new Numeric(
                question.key(),
                question.stem(),
                question.points(),
                question.traits(),
                question.explanation(),
                answer.getValue(),
                tolerance.value(),
                question.units(),
                question.feedback());
    }
}
