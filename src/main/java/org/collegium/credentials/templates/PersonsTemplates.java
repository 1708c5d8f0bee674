package org.collegium.credentials.templates;

import java.util.Set;
import org.collegium.identity.AccountErased;
import org.collegium.identity.AccountId;
import org.collegium.identity.PersonalDataExport;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a person published of templates; with the account it is forgotten that it was them. */
@Component
class PersonsTemplates implements PersonalDataExport {

    private final TemplateRows templates;

    PersonsTemplates(TemplateRows templates) {
        this.templates = templates;
    }

    @Override
    public String name() {
        return "certificate-templates";
    }

    @Override
    public Set<String> tables() {
        return Set.of("certificate_template", "certificate_template_version");
    }

    @Override
    @Transactional(readOnly = true)
    public Object dataOf(AccountId account) {
        return templates.publishedBy(account);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AccountErased erased) {
        templates.forget(erased.account());
    }
}
