package org.collegium.partners.ui;

import org.collegium.identity.AccountReference;
import org.collegium.identity.PersonSection;
import org.collegium.partners.Partners;
import org.springframework.stereotype.Component;

/** Adds the roles at partners to the operators' page about a person. */
@Component("staffOfPerson")
class StaffOfPerson implements PersonSection {

    private final Partners partners;

    StaffOfPerson(Partners partners) {
        this.partners = partners;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public com.vaadin.flow.component.Component create(AccountReference person) {
        return new StaffSection(partners, person);
    }
}
