package org.collegium.assessment.ui;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.collegium.assessment.AskedQuestion;
import org.collegium.assessment.AttemptResult;
import org.collegium.assessment.SavedAnswer;

/** When each answer that counted was saved, and its hash. */
final class ResultReceipts extends NativeDetails {

    private ResultReceipts(OrderedList list) {
        Paragraph what = new Paragraph(getTranslation("assessment.receipts.counted"));
        what.addClassName("c-muted");
        setSummaryText(getTranslation("assessment.receipts"));
        setContent(new Div(what, list));
        addClassNames("quiz-receipts", "c-small");
    }

    /** Those of an attempt; answers from before there was a journal have none. */
    static Optional<ResultReceipts> of(AttemptResult result, Locale language) {
        Scores scores = new Scores(language);
        OrderedList list = new OrderedList();
        List<AskedQuestion> asked = result.asked().questions();
        for (int i = 0; i < asked.size(); i++) {
            SavedAnswer saved = result.saved().get(asked.get(i).key());
            String hash = saved == null ? null : saved.sha256();
            if (saved != null && hash != null) {
                list.add(new ListItem(
                        new Text(list.getTranslation("assessment.receipts.line", i + 1, scores.second(saved.savedAt()))
                                + " "),
                        new Code(hash)));
            }
        }
        return list.getChildren().findAny().map(first -> new ResultReceipts(list));
    }
}
