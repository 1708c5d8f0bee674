package org.collegium.credentials.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import org.collegium.courses.CourseManifest;
import org.collegium.credentials.rules.Condition;
import org.collegium.credentials.rules.EarningRule;
import org.collegium.credentials.rules.RuleWords;
import org.collegium.credentials.rules.Validity;

/** A rule as people read it. */
class RuleText extends Div {

    RuleText(CourseManifest course, EarningRule rule) {
        addClassName("rule-text");
        RuleWords words = new RuleWords(this::getTranslation, course);
        add(new Paragraph(words.of(rule.conditions())), list(rule.conditions(), words));
        Paragraph terms = new Paragraph(getTranslation("credentials.rule.mode") + ": "
                + getTranslation("credentials.rule.mode." + rule.mode()) + ". " + said(rule.validity()));
        terms.addClassNames("c-muted", "c-small");
        add(terms);
    }

    private static UnorderedList list(Condition.Group group, RuleWords words) {
        UnorderedList list = new UnorderedList();
        group.conditions().forEach(condition -> {
            ListItem item = new ListItem(words.of(condition));
            if (condition instanceof Condition.Group inner) {
                item.add(list(inner, words));
            }
            list.add(item);
        });
        return list;
    }

    private String said(Validity validity) {
        Integer months = validity.months();
        LocalDate until = validity.until();
        return months != null
                ? getTranslation("credentials.rule.validity.says.months", months)
                : until != null
                        ? getTranslation("credentials.rule.validity.says.until", until.toString())
                        : getTranslation("credentials.rule.validity.says.forever");
    }
}
