package org.collegium.identity.ui;

import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;

/** Where people sign in. */
@Route(value = "sign-in", layout = MainLayout.class)
@AnonymousAllowed
class SignInView extends VerticalLayout implements HasDynamicTitle, BeforeEnterObserver {

    private final LoginForm form = new LoginForm();

    SignInView() {
        form.setAction("sign-in");
        add(new PageHeader(getPageTitle()), form);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        form.setError(event.getLocation().getQueryParameters().getParameters().containsKey("error"));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("identity.sign-in.title");
    }
}
