package org.collegium.assessment.studio;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.collegium.assessment.Expression;
import org.collegium.assessment.Question;
import org.collegium.assessment.Question.Formula;
import org.collegium.assessment.Variable;

/** A formula in the variables of the question. */
final class FormulaKeys extends KeyFields {

    private final transient Formula question;
    private final TextField answer = new TextField();
    private final ToleranceFields tolerance;

    FormulaKeys(Heading heading, Formula question, Texts texts) {
        super(heading, question, texts);
        this.question = question;
        tolerance = new ToleranceFields(question.tolerance());
        answer.setLabel(getTranslation("assessment.keys.formula"));
        answer.setHelperText(getTranslation("assessment.keys.formula.help", String.join(", ", names())));
        answer.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        answer.setWidthFull();
        answer.setManualValidation(true);
        answer.setValue(question.answer());
        changes(answer, answer::setValue);
        tolerance.tell(this);
        add(answer, tolerance);
    }

    private Set<String> names() {
        return question.variables().stream().map(Variable::name).collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    boolean check() {
        String typed = answer.getValue().strip();
        boolean wrong = !typed.isEmpty() && !Expression.usable(typed, names());
        answer.setInvalid(wrong);
        answer.setErrorMessage(getTranslation("assessment.keys.formula.wrong", String.join(", ", names())));
        return tolerance.check() && !wrong;
    }

    @Override
    Question keyed() {
        return new Formula(
                question.key(),
                question.stem(),
                question.points(),
                question.traits(),
                question.explanation(),
                question.variables(),
                answer.getValue().strip(),
                tolerance.value(),
                question.units(),
                question.feedback());
    }
}
