package org.collegium.assessment.studio;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.NumberField.NumberFieldI18n;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Locale;
import java.util.Map;
import org.collegium.assessment.Award;
import org.collegium.assessment.Question;
import org.collegium.assessment.Revision;
import org.collegium.assessment.studio.KeyFields.Heading;
import org.collegium.assessment.studio.KeyFields.Texts;
import org.collegium.content.LessonRenderer;
import org.collegium.content.LinkResolver;
import org.collegium.shared.ui.FieldFaults;

/** A question that was answered already, with the fields for what it is graded by: the key, its points, and who gets them. */
public final class QuestionKeyForm extends Div {

    private final transient Question question;
    private final KeyFields keys;
    private final NumberField points = new NumberField();
    private final RadioButtonGroup<Award> award = new RadioButtonGroup<>();
    private final TextArea explanation = new TextArea();
    private final transient FieldFaults faults = new FieldFaults(Map.of("points", points));

    /** @param number of the question in the quiz, from 1 */
    public QuestionKeyForm(int number, Question question, Locale language, LessonRenderer renderer) {
        this.question = question;
        Revision now = Revision.of(question);
        keys = KeyFields.of(
                new Heading("question-" + number, getTranslation("assessment.keys.question", number), false),
                question,
                new Texts(language, LinkResolver.none(), renderer),
                true);
        points.setLabel(getTranslation("assessment.regrade.points.field"));
        points.setI18n(new NumberFieldI18n().setBadInputErrorMessage(getTranslation("shared.field.unreadable")));
        points.setValue(now.points());
        if (question.marked()) {
            points.setReadOnly(true);
            points.setHelperText(getTranslation("assessment.regrade.points.held"));
        }
        award.setLabel(getTranslation("assessment.regrade.award"));
        award.addThemeNames("vertical");
        award.setItems(Award.values());
        award.setItemLabelGenerator(one -> getTranslation("assessment.regrade.award." + one.name()));
        award.setValue(now.award());
        explanation.setLabel(getTranslation("assessment.regrade.explanation"));
        explanation.setHelperText(getTranslation("assessment.regrade.explanation.help"));
        explanation.setValue(now.explanation());
        explanation.setWidthFull();
        Div more = new Div(award, points, explanation);
        more.addClassName("c-studio-form");
        keys.add(more);
        add(keys);
    }

    /** Whether what was typed can be read; what cannot is told at its field. */
    public boolean check() {
        boolean readable = faults.readable();
        return keys.check() && readable;
    }

    /** The question with what it is graded by now. */
    public Question corrected() {
        Double worth = points.getValue();
        return new Revision(
                        worth == null ? 0 : worth,
                        award.getValue(),
                        explanation.getValue().strip())
                .apply(keys.keyed());
    }

    /** Whether something is corrected. */
    public boolean changed() {
        return !corrected().equals(question);
    }
}
