package org.collegium.partners;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.data.provider.Query;
import org.collegium.shared.PageRequest;

/** A choice among partners, which are looked for by name, short name or key and come page by page. */
public class PartnerField extends ComboBox<Partner> {

    /** Among those for which the current person holds a permission. */
    public PartnerField(String label, OwnPartners own, String permission) {
        this(label);
        setItems(
                query -> own.search(permission, text(query), page(query)).stream(),
                query -> own.count(permission, text(query)));
    }

    /** Among all. */
    public PartnerField(String label, Partners partners) {
        this(label);
        setItems(query -> partners.search(text(query), page(query)).stream(), query -> partners.count(text(query)));
    }

    private PartnerField(String label) {
        super(label);
        setItemLabelGenerator(partner -> partner.data().name());
    }

    private static String text(Query<Partner, String> query) {
        return query.getFilter().orElse("");
    }

    private static PageRequest page(Query<Partner, String> query) {
        return new PageRequest(query.getOffset(), query.getLimit());
    }
}
