package org.collegium.assessment.bank.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import org.collegium.assessment.bank.ItemFilter;
import org.collegium.assessment.bank.SharedQuestions;
import org.collegium.partners.PartnerId;
import org.collegium.shared.ui.Toasts;

/** Lets other partners copy the questions that are found, or no longer. */
final class OfferQuestionsDialog extends Dialog {

    /** @param count how many are found */
    OfferQuestionsDialog(SharedQuestions shared, PartnerId partner, ItemFilter filter, int count, Runnable done) {
        addClassName("c-dialog");
        setHeaderTitle(getTranslation("assessment.bank.offer.title", count));
        Select<String> licence = new Select<>();
        licence.setLabel(getTranslation("assessment.bank.offer.licence"));
        licence.setHelperText(getTranslation("assessment.bank.offer.licence.help"));
        licence.setItems(SharedQuestions.LICENCES);
        licence.setValue(SharedQuestions.LICENCES.getFirst());
        Button offer = new Button(getTranslation("assessment.bank.offer.do"), click -> {
            int offered = shared.offer(partner, filter, licence.getValue());
            close();
            Toasts.show(getTranslation("assessment.bank.offer.done", offered));
            done.run();
        });
        offer.addThemeNames("primary");
        Button withdraw = new Button(getTranslation("assessment.bank.offer.withdraw"), click -> {
            int withdrawn = shared.withdraw(partner, filter);
            close();
            Toasts.show(getTranslation("assessment.bank.offer.withdrawn", withdrawn));
            done.run();
        });
        withdraw.setVisible(shared.countOffered(partner, filter) > 0);
        Div fields = new Div(new Paragraph(getTranslation("assessment.bank.offer.text")), licence, withdraw);
        fields.addClassName("c-studio-form");
        add(fields);
        getFooter().add(new Button(getTranslation("shared.cancel"), click -> close()), offer);
    }
}
