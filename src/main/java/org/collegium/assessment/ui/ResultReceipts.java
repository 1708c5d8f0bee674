package org.collegium.assessment.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.collegium.assessment.AskedQuestion;
import org.collegium.assessment.AttemptResult;
import org.collegium.assessment.SavedAnswer;
import org.collegium.shared.ui.HtmlElement;

/** When each answer that counted was saved, and its hash. */
@Tag("details")
final class ResultReceipts extends HtmlComponent {

    private ResultReceipts(HtmlElement list) {
        addClassNames("quiz-receipts", "c-small");
        HtmlElement what = HtmlElement.of("p", "c-muted").text(translate("assessment.receipts.counted"));
        getElement()
                .setProperty(
                        "innerHTML",
                        HtmlElement.of("summary")
                                        .text(translate("assessment.receipts"))
                                        .toString()
                                + HtmlElement.of("div").add(what).add(list));
    }

    /** Those of an attempt; answers from before there was a journal have none. */
    static Optional<ResultReceipts> of(AttemptResult result, Locale language) {
        Scores scores = new Scores(language);
        HtmlElement list = HtmlElement.of("ol");
        List<AskedQuestion> asked = result.asked().questions();
        for (int i = 0; i < asked.size(); i++) {
            SavedAnswer saved = result.saved().get(asked.get(i).key());
            String hash = saved == null ? null : saved.sha256();
            if (saved != null && hash != null) {
                list.add(HtmlElement.of("li")
                        .text(translate("assessment.receipts.line", i + 1, scores.second(saved.savedAt())) + " ")
                        .add(HtmlElement.of("code").text(hash)));
            }
        }
        return list.content().isEmpty() ? Optional.empty() : Optional.of(new ResultReceipts(list));
    }
}
