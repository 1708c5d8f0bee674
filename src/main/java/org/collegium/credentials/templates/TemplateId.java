package org.collegium.credentials.templates;

import java.util.UUID;
import org.collegium.shared.Uuids;

/** Names a template of certificates. */
public record TemplateId(UUID value) {

    public static TemplateId next() {
        return new TemplateId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
