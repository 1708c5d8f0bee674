package org.collegium.credentials.templates.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import org.collegium.credentials.templates.CertificateTemplates;
import org.collegium.credentials.templates.Template;

/** Says that somebody else saved meanwhile, that nothing is lost, and what can be done. */
final class ConflictNotice extends Div {

    ConflictNotice(CertificateTemplates templates, Template theirs, String when, Runnable load, Runnable copy) {
        addClassNames("c-notice", "c-notice-waiting", "design-conflict");
        getElement().setAttribute("role", "alert");
        String who = Optional.ofNullable(theirs.changedBy())
                .flatMap(person -> Optional.ofNullable(
                        templates.names(theirs.partner(), List.of(person)).get(person)))
                .orElse(BlockWords.text("somebody"));
        add(
                new Span(BlockWords.text("conflict", who, when)),
                new Button(BlockWords.text("conflict.load"), click -> load.run()),
                new Button(BlockWords.text("conflict.copy"), click -> copy.run()));
    }
}
