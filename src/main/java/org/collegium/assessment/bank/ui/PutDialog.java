package org.collegium.assessment.bank.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.List;
import org.collegium.assessment.bank.BankedQuizzes;
import org.collegium.assessment.bank.PutResult;
import org.collegium.courses.UnitOfPartner;
import org.collegium.partners.PartnerId;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.Toasts;

/** Puts a version of a question into a quiz of a draft. */
final class PutDialog extends Dialog {

    private final ComboBox<UnitOfPartner> quiz = new ComboBox<>();
    private final IntegerField version = new IntegerField();
    private final Paragraph trouble = new Paragraph();

    PutDialog(BankedQuizzes quizzes, PartnerId partner, String key, int newest) {
        setHeaderTitle(getTranslation("assessment.bank.put"));
        addClassName("c-dialog");
        List<UnitOfPartner> drafts = quizzes.drafts(partner);
        quiz.setLabel(getTranslation("assessment.bank.put.quiz"));
        quiz.setItems(drafts);
        quiz.setItemLabelGenerator(
                unit -> getTranslation("assessment.bank.put.quiz.of", unit.unitTitle(), unit.courseTitle()));
        version.setLabel(getTranslation("assessment.bank.put.version"));
        version.setHelperText(getTranslation("assessment.bank.put.version.help", newest));
        version.setMin(1);
        version.setMax(newest);
        version.setStepButtonsVisible(true);
        version.setValue(newest);
        trouble.getElement().setAttribute("role", "alert");
        trouble.addClassName("c-bank-trouble");
        Div fields = new Div(
                drafts.isEmpty() ? new Paragraph(getTranslation("assessment.bank.put.none")) : quiz, version, trouble);
        fields.addClassName("c-studio-form");
        add(fields);
        Button put = new Button(getTranslation("assessment.bank.put.do"), click -> put(quizzes, partner, key));
        put.addThemeNames("primary");
        put.setEnabled(!drafts.isEmpty());
        getFooter().add(new Button(getTranslation("shared.cancel"), click -> close()), put);
    }

    private void put(BankedQuizzes quizzes, PartnerId partner, String key) {
        UnitOfPartner into = quiz.getValue();
        Integer which = version.getValue();
        if (into == null || which == null || version.isInvalid()) {
            trouble.setText(getTranslation("assessment.bank.put.choose"));
            return;
        }
        try {
            PutResult result = quizzes.put(partner, key, which, into.course(), into.unitKey());
            close();
            Toasts.show(getTranslation("assessment.bank.put.done", result.title(), result.key()));
        } catch (RuleViolation violation) {
            trouble.setText(
                    getTranslation(violation.code(), violation.arguments().toArray()));
        }
    }
}
