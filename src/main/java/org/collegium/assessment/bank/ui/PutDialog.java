package org.collegium.assessment.bank.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.List;
import org.collegium.assessment.SectionPlace;
import org.collegium.assessment.bank.BankedQuizzes;
import org.collegium.assessment.bank.PutPlaces;
import org.collegium.assessment.bank.PutResult;
import org.collegium.courses.UnitOfPartner;
import org.collegium.partners.PartnerId;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.ui.Toasts;

/** Puts a version of a question into a quiz of a draft. */
final class PutDialog extends Dialog {

    private final ComboBox<UnitOfPartner> quiz = new ComboBox<>();
    private final IntegerField version = new IntegerField();
    private final Select<SectionPlace> section = new Select<>();
    private final Paragraph none = new Paragraph();
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
        section.setLabel(getTranslation("assessment.bank.put.section"));
        section.setHelperText(getTranslation("assessment.bank.put.section.help"));
        section.setItemLabelGenerator(place -> getTranslation(
                place.drawn() ? "assessment.bank.put.section.drawn" : "assessment.bank.put.section.named",
                place.title()));
        none.setText(getTranslation("assessment.bank.put.section.none"));
        none.getElement().setAttribute("role", "status");
        offer(PutPlaces.WITHOUT_SECTIONS);
        quiz.addValueChangeListener(change -> look(quizzes, partner, key));
        version.addValueChangeListener(change -> look(quizzes, partner, key));
        trouble.getElement().setAttribute("role", "alert");
        trouble.addClassName("c-bank-trouble");
        Div fields = new Div(
                drafts.isEmpty() ? new Paragraph(getTranslation("assessment.bank.put.none")) : quiz,
                version,
                section,
                none,
                trouble);
        fields.addClassName("c-studio-form");
        add(fields);
        Button put = new Button(getTranslation("assessment.bank.put.do"), click -> put(quizzes, partner, key));
        put.addThemeNames("primary");
        put.setEnabled(!drafts.isEmpty());
        getFooter().add(new Button(getTranslation("shared.cancel"), click -> close()), put);
    }

    /** Which sections can ask it is another question for each quiz and version. */
    private void look(BankedQuizzes quizzes, PartnerId partner, String key) {
        UnitOfPartner into = quiz.getValue();
        Integer which = version.getValue();
        trouble.setText("");
        offer(PutPlaces.WITHOUT_SECTIONS);
        if (into != null && which != null && !version.isInvalid()) {
            try {
                offer(quizzes.places(partner, key, which, into.course(), into.unitKey()));
            } catch (RuleViolation violation) {
                refuse(violation);
            }
        }
    }

    private void offer(PutPlaces found) {
        section.setItems(found.places());
        section.setVisible(!found.places().isEmpty());
        if (!found.places().isEmpty()) {
            section.setValue(found.places().getLast());
        }
        none.setVisible(found.sections() && found.places().isEmpty());
    }

    private void refuse(RuleViolation violation) {
        trouble.setText(getTranslation(violation.code(), violation.arguments().toArray()));
    }

    private void put(BankedQuizzes quizzes, PartnerId partner, String key) {
        UnitOfPartner into = quiz.getValue();
        Integer which = version.getValue();
        if (into == null || which == null || version.isInvalid()) {
            trouble.setText(getTranslation("assessment.bank.put.choose"));
            return;
        }
        try {
            PutResult result = quizzes.put(partner, key, which, into.course(), into.unitKey(), section.getValue());
            close();
            Toasts.show(getTranslation(
                    result.asked() ? "assessment.bank.put.done" : "assessment.bank.put.done.unasked",
                    result.title(),
                    result.key()));
        } catch (RuleViolation violation) {
            refuse(violation);
        }
    }
}
