package org.collegium.assessment.bank;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.collegium.content.Blobs;
import org.collegium.courses.CourseFile;
import org.collegium.courses.CoursesPermissions;
import org.collegium.partners.PartnerId;
import org.collegium.shared.RetriedTransactions;
import org.collegium.shared.RuleViolation;
import org.collegium.source.PictureContent;
import org.collegium.source.PlainNames;
import org.collegium.source.SourceFile;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The pictures of the questions of a bank. What no version of a question shows goes after some days. */
@Service
public class BankFiles {

    /** Bytes of one picture, as in lessons. */
    public static final long LARGEST = 20L << 20;

    private static final String VIEW = "@access.mayFor('" + CoursesPermissions.VIEW_DRAFT + "', #partner.value())";
    private static final String EDIT = "@access.mayFor('" + CoursesPermissions.EDIT + "', #partner.value())";

    private final BankFileRows rows;
    private final CarriedFiles carried;
    private final Blobs blobs;
    private final RetriedTransactions transactions;

    BankFiles(BankFileRows rows, CarriedFiles carried, Blobs blobs, RetriedTransactions transactions) {
        this.rows = rows;
        this.carried = carried;
        this.blobs = blobs;
        this.transactions = transactions;
    }

    /**
     * Brings a picture into a bank. The same content under the same name is there once; another content gets a number behind the name. About
     * two queries.
     *
     * @param name as its owner calls it; folders in it are left out
     * @throws RuleViolation when it is empty, too large, or no picture by its name or its content
     */
    @PreAuthorize(EDIT)
    public BankFile add(PartnerId partner, String name, byte[] content) {
        String plain = PlainNames.of(name);
        String type = CourseFile.named(plain, "", 0).mediaType();
        if (content.length == 0) {
            throw new RuleViolation("assessment.bank.file.empty", name);
        }
        if (!type.startsWith("image/")) {
            throw new RuleViolation("assessment.bank.file.kind", name);
        }
        if (content.length > LARGEST) {
            throw new RuleViolation("assessment.bank.file.size", name, LARGEST >> 20);
        }
        if (!PictureContent.isPicture(plain, content)) {
            throw new RuleViolation("assessment.bank.file.broken", name);
        }
        String sha256 = kept(content);
        return transactions.run(() -> rows.place(partner, plain, sha256, content.length));
    }

    private String kept(byte[] content) {
        try {
            return blobs.put(new ByteArrayInputStream(content)).sha256();
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    /** The file that a question of the partner points at, empty when there is none; one query. */
    @PreAuthorize(VIEW)
    @Transactional(readOnly = true)
    public Optional<BankFile> find(PartnerId partner, String pointer) {
        return CarriedFiles.path(pointer).flatMap(path -> rows.find(partner, path));
    }

    /** The same with its content, which is read when it is asked for. */
    @PreAuthorize(VIEW)
    @Transactional(readOnly = true)
    public Optional<SourceFile> open(PartnerId partner, String pointer) {
        return find(partner, pointer).map(carried::content);
    }
}
