package org.collegium.courses.importing;

import java.util.UUID;
import org.collegium.courses.EditedThings;
import org.collegium.identity.Access;
import org.collegium.partners.PartnerId;
import org.collegium.shared.Unguarded;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Begins imports by ways that other packages know. */
@Component
@Unguarded("whoever calls it has asked whether the person may")
public class BegunImports {

    private final ImportTask task;
    private final Access access;

    BegunImports(ImportTask task, Access access) {
        this.task = task;
        this.access = access;
    }

    /**
     * Begins an import in the name of the current person; part of the transaction that says where its source is.
     *
     * @param name what the source is called
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID begin(PartnerId partner, String way, String name) {
        return task.begin(partner, access.actor(), way, name, "", EditedThings.KEEP);
    }
}
