package org.collegium.integrity.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.stream.IntStream;
import org.collegium.integrity.cases.Evidence;
import org.collegium.integrity.similarity.Passage;

/** What a case rests on for one learner: their text, with what the other text says in the passages beside it, or the trace. */
final class EvidenceShown extends Div {

    private static final String OWN = "own-";
    private static final String OTHER = "other-";

    /** @param name of the own text, for the eye and for screen readers */
    EvidenceShown(Evidence evidence, String path, String name) {
        if (!evidence.moments().isEmpty()) {
            add(new MomentList(evidence.moments()));
            return;
        }
        List<Passage> passages = evidence.passages();
        Section own = new Section(
                new H3(name),
                new MarkedText(
                        name,
                        evidence.own(),
                        evidence.code(),
                        OWN,
                        OTHER,
                        path,
                        MarkedText.places(passages.size(), i -> new int[] {
                            passages.get(i).leftStart(), passages.get(i).leftEnd()
                        })));
        own.addClassName("integrity-side");
        Section other = new Section(new H3(getTranslation("integrity.evidence.other")), others(evidence, path));
        other.addClassName("integrity-side");
        addClassName("integrity-beside");
        add(own, other);
    }

    private OrderedList others(Evidence evidence, String path) {
        OrderedList list = new OrderedList();
        list.addClassName("integrity-others");
        list.setClassName("integrity-code", evidence.code());
        IntStream.rangeClosed(1, evidence.others().size()).forEach(number -> {
            Anchor back = new Anchor(path + "#" + OWN + number, String.valueOf(number));
            back.setRouterIgnore(true);
            back.addClassName("integrity-number");
            back.setAriaLabel(getTranslation("integrity.passage.own", number));
            ListItem item = new ListItem(back, new Span(evidence.others().get(number - 1)));
            item.setId(OTHER + number);
            item.getElement().setAttribute("tabindex", "-1");
            list.add(item);
        });
        return list;
    }
}
