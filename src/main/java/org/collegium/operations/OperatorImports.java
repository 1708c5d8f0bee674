package org.collegium.operations;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.collegium.courses.EditedThings;
import org.collegium.courses.importing.CommandedImports;
import org.collegium.partners.Partner;
import org.collegium.partners.Partners;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.Slug;
import org.springframework.stereotype.Component;

/** Imports a course as an operator's command asks for it; whoever calls it has shown that they are the operator. */
@Component
class OperatorImports {

    private final CommandedImports imports;
    private final Partners partners;

    OperatorImports(CommandedImports imports, Partners partners) {
        this.imports = imports;
        this.partners = partners;
    }

    /**
     * Imports a folder or zip.
     *
     * @return empty when there is no partner with this slug
     */
    Optional<ImportAnswer> run(String slug, Path source, EditedThings edits) {
        return partner(slug)
                .map(partner ->
                        imports.path(partner.id(), source.toAbsolutePath().toString(), edits))
                .map(ImportAnswer::of);
    }

    /** Imports an archive that is sent; empty when there is no partner with this slug; with nothing in it when it is too large. */
    Optional<Optional<ImportAnswer>> run(String slug, String name, InputStream archive, EditedThings edits)
            throws IOException {
        Optional<Partner> partner = partner(slug);
        return partner.isEmpty()
                ? Optional.empty()
                : Optional.of(imports.archive(partner.get().id(), name, archive, edits)
                        .map(ImportAnswer::of));
    }

    private Optional<Partner> partner(String slug) {
        try {
            return partners.find(new Slug(slug));
        } catch (RuleViolation notASlug) {
            return Optional.empty();
        }
    }
}
