package org.collegium.assessment.bank;

import java.util.Optional;
import org.collegium.content.BlobGrant;
import org.collegium.content.BlobId;
import org.collegium.courses.CoursesPermissions;
import org.collegium.identity.Access;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files of a bank for those who may see it, and those of questions that are offered for authors of all partners. */
@Component
class ServedBankFiles implements BlobGrant {

    private final BankFileRows rows;
    private final Access access;

    ServedBankFiles(BankFileRows rows, Access access) {
        this.rows = rows;
        this.access = access;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Granted> of(BlobId blob) {
        if (!access.mayAnywhere(CoursesPermissions.VIEW_DRAFT)) {
            return Optional.empty();
        }
        return rows.owners(blob.sha256()).stream()
                .filter(file -> access.mayFor(CoursesPermissions.VIEW_DRAFT, file.partner()))
                .map(BankFileRows.Owned::mediaType)
                .findFirst()
                .or(() -> access.mayAnywhere(CoursesPermissions.EDIT) ? rows.offered(blob.sha256()) : Optional.empty())
                .map(type -> new Granted(type, false));
    }
}
