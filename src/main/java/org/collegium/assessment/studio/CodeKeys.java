package org.collegium.assessment.studio;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import java.util.List;
import org.collegium.assessment.CodeQuestion;
import org.collegium.assessment.CodeTest;
import org.collegium.assessment.Question;

/** By what code is graded: the author's solution, and the tests with what they are worth. */
final class CodeKeys extends KeyFields {

    private final transient CodeQuestion question;
    private final TextArea solution = new TextArea();
    private final List<TestFields> tests = new ArrayList<>();

    /** The fields of one test. */
    private record TestFields(CodeTest test, TextArea code, NumberField points, Checkbox hidden) {}

    CodeKeys(Heading heading, CodeQuestion question, Texts texts) {
        super(heading, question, texts);
        this.question = question;
        Paragraph help = new Paragraph(getTranslation("assessment.keys.code"));
        help.addClassNames("c-muted", "c-small");
        solution.setLabel(getTranslation("assessment.keys.code.solution"));
        solution.addClassName("c-key-code");
        solution.setValue(question.solution());
        add(help, solution);
        question.tests().forEach(this::add);
        changes(solution, solution::setValue);
    }

    private void add(CodeTest test) {
        TextArea code = new TextArea(getTranslation("assessment.keys.code.test", test.key()));
        code.addClassName("c-key-code");
        code.setValue(test.code());
        code.setHelperText(test.text());
        NumberField points = new NumberField(getTranslation("assessment.keys.code.points"));
        points.setValue(test.points());
        points.setMin(0);
        Checkbox hidden = new Checkbox(getTranslation("assessment.keys.code.hidden"), test.hidden());
        tests.add(new TestFields(test, code, points, hidden));
        changes(code, code::setValue);
        changes(points, points::setValue);
        changes(hidden, hidden::setValue);
        Div foot = new Div(points, hidden);
        foot.addClassName("c-studio-actions");
        add(code, foot);
    }

    /** A test is worth something. */
    @Override
    boolean check() {
        boolean sound = true;
        for (TestFields fields : tests) {
            Double points = fields.points().getValue();
            boolean wrong = points == null || points <= 0;
            fields.points().setInvalid(wrong);
            fields.points().setErrorMessage(wrong ? getTranslation("assessment.keys.code.points.wrong") : "");
            sound &= !wrong;
        }
        return sound;
    }

    @Override
    Question keyed() {
        return new CodeQuestion(
                question.key(),
                question.stem(),
                question.points(),
                question.traits(),
                question.explanation(),
                question.starter(),
                solution.getValue().stripTrailing(),
                tests.stream()
                        .map(fields -> new CodeTest(
                                fields.test().key(),
                                fields.test().text(),
                                fields.code().getValue().stripTrailing(),
                                fields.points().getValue() == null
                                        ? fields.test().points()
                                        : fields.points().getValue(),
                                fields.hidden().getValue(),
                                fields.test().message()))
                        .toList(),
                question.limits(),
                question.packages());
    }
}
