package org.collegium.assessment.form;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.collegium.assessment.form.FormPart.Group;

/** Fields that say one thing together. */
final class FormGroup extends Div {

    FormGroup(QuestionForm form, FormTree tree, Group group, String pointer) {
        Span title = new Span(getTranslation("assessment.form.field." + group.label()));
        title.setId("form" + pointer.replace('/', '-'));
        title.addClassName("c-question-title");
        add(title);
        addClassName("c-question-parts");
        getElement()
                .setAttribute("role", "group")
                .setAttribute("aria-labelledby", title.getId().orElse(""));
        group.parts().forEach(part -> add(form.component(tree, part, pointer)));
    }
}
