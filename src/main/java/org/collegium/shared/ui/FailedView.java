package org.collegium.shared.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/** Says that something unexpected happened, with the number under which the log tells more. */
@AnonymousAllowed
@ParentLayout(MainLayout.class)
class FailedView extends Div implements HasErrorParameter<Exception>, HasDynamicTitle {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        String id =
                Failure.log(parameter.getException(), "/" + event.getLocation().getPath());
        Anchor again =
                new Anchor(event.getLocation().getPathWithQueryParameters(), getTranslation("shared.error.again"));
        again.addClassNames("c-button", "c-button-primary");
        again.setRouterIgnore(true);
        Paragraph number = new Paragraph(getTranslation("shared.error.id", id));
        number.addClassNames("c-small", "c-number");
        EmptyState failed = EmptyState.ofPage(
                Illustration.WORKSHOP, getPageTitle(), getTranslation("shared.error.500.text"), again);
        failed.addComponentAtIndex(failed.getComponentCount() - 1, number);
        removeAll();
        add(failed);
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shared.error.500.title");
    }
}
