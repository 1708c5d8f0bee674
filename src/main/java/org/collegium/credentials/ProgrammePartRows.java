package org.collegium.credentials;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which certificates that of a programme rests on, and how they stand by now. */
@Repository
public class ProgrammePartRows {

    private final JdbcClient database;
    private final Clock clock;

    ProgrammePartRows(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void insert(CertificateId certificate, Collection<CertificateId> parts) {
        for (CertificateId part : parts) {
            database.sql("""
                            INSERT INTO programme_certificate_part (certificate_id, part_id) VALUES (:certificate, :part)
                            """)
                    .param("certificate", certificate.toString())
                    .param("part", part.toString())
                    .update();
        }
    }

    /** Gives a certificate that takes the place of another one the same parts. */
    void copy(CertificateId before, CertificateId after) {
        database.sql("""
                        INSERT INTO programme_certificate_part (certificate_id, part_id)
                        SELECT :after, part_id FROM programme_certificate_part WHERE certificate_id = :before
                        """)
                .param("after", after.toString())
                .param("before", before.toString())
                .update();
    }

    /** The parts of a certificate, in the order in which they were issued; one query. */
    public List<ProgrammePart> of(CertificateId certificate) {
        return database.sql("""
                        SELECT part.code, part.course_title, part.partner_name, part.issued_at, part.revoked_at,
                            part.valid_until, suspension.suspended_at, later.code later_code, later.revoked_at later_revoked,
                            later.valid_until later_until,
                            COALESCE(later.earlier_shown, 0) later_shown, hidden.hidden_at
                        FROM programme_certificate_part link
                        JOIN certificate part ON part.id = link.part_id
                        LEFT JOIN certificate later ON later.earlier_id = part.id AND later.earlier_kind = 'RENAMED'
                        LEFT JOIN certificate_suspension suspension
                            ON suspension.certificate_id = COALESCE(later.id, part.id) AND suspension.open = 1
                        LEFT JOIN certificate_hidden hidden ON hidden.certificate_id = part.id
                        WHERE link.certificate_id = :certificate ORDER BY part.issued_at, part.id
                        """)
                .param("certificate", certificate.toString())
                .query((row, number) -> read(row))
                .list();
    }

    /** One whose holder has another name now stands as the one that took its place. */
    private ProgrammePart read(ResultSet row) throws SQLException {
        boolean replaced = row.getString("later_code") != null;
        Instant revoked = Rows.timeOrNull(row, replaced ? "later_revoked" : "revoked_at");
        Instant until = Rows.timeOrNull(row, replaced ? "later_until" : "valid_until");
        ProgrammePart.Standing standing = revoked != null
                ? ProgrammePart.Standing.REVOKED
                : Rows.timeOrNull(row, "suspended_at") != null
                        ? ProgrammePart.Standing.SUSPENDED
                        : until != null && !until.isAfter(clock.instant())
                                ? ProgrammePart.Standing.EXPIRED
                                : ProgrammePart.Standing.VALID;
        boolean shown = row.getString("hidden_at") == null && !(replaced && !row.getBoolean("later_shown"));
        return new ProgrammePart(
                new CertificateCode(row.getString("code")),
                row.getString("course_title"),
                row.getString("partner_name"),
                Rows.time(row, "issued_at"),
                standing,
                shown);
    }
}
