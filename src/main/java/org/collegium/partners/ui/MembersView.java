package org.collegium.partners.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.collegium.partners.Partner;
import org.collegium.partners.Partners;
import org.collegium.shared.ui.MainLayout;
import org.collegium.shared.ui.PageHeader;

/** The members' directory. */
@Route(value = "members", layout = MainLayout.class)
@AnonymousAllowed
class MembersView extends VerticalLayout implements HasDynamicTitle {

    MembersView(Partners partners) {
        UnorderedList list = new UnorderedList();
        for (Partner partner : partners.list()) {
            list.add(new ListItem(partner.data().name()));
        }
        add(new PageHeader(getTranslation("partners.members.title")), list);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("partners.members.title");
    }
}
