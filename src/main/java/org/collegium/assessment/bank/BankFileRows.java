package org.collegium.assessment.bank;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collegium.courses.CourseFile;
import org.collegium.partners.PartnerId;
import org.collegium.source.PlainNames;
import org.collegium.source.SourcePaths;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The files of banks, and which versions of items show them; each method is one query unless it says otherwise. */
@Component
class BankFileRows {

    /** How long a file stays that no version shows: whoever types may come back to the tab. */
    static final Duration UNUSED = Duration.ofDays(7);

    private static final Duration LATELY = Duration.ofDays(1);

    private static final String FILE = "select path, sha256, size, media_type from bank_file";

    private final JdbcClient jdbc;
    private final Clock clock;

    BankFileRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<BankFile> find(PartnerId partner, String path) {
        return jdbc.sql(FILE + " where partner_id = ? and path = ?")
                .params(partner.value(), path)
                .query(BankFileRows::file)
                .optional();
    }

    /** Those of these paths that there are; no query without a path. */
    List<BankFile> find(PartnerId partner, Collection<String> paths) {
        return paths.isEmpty()
                ? List.of()
                : jdbc.sql(FILE + " where partner_id = :partner and path in (:paths)")
                        .param("partner", partner.value())
                        .param("paths", paths)
                        .query(BankFileRows::file)
                        .list();
    }

    /**
     * The file with this content and about this name: the one that is there, else a new one, under a number where another content has the
     * name. Two queries, more where names are taken.
     *
     * @param name as its owner calls it
     */
    BankFile place(PartnerId partner, String name, String sha256, long size) {
        String plain = PlainNames.of(name);
        String stem = BankFile.FOLDER + "/" + SourcePaths.stem(plain);
        String end = "." + SourcePaths.extension(plain);
        for (int i = 1; ; i++) {
            String path = stem + (i == 1 ? "" : "-" + i) + end;
            Optional<BankFile> there = find(partner, path);
            if (there.isEmpty()) {
                CourseFile named = CourseFile.named(path, sha256, size);
                BankFile added = new BankFile(path, sha256, size, named.mediaType());
                if (insert(partner, added)) {
                    return added;
                }
            } else if (there.get().sha256().equals(sha256)) {
                touch(partner, path);
                return there.get();
            }
        }
    }

    /** Returns false when somebody else took the path just now. */
    private boolean insert(PartnerId partner, BankFile file) {
        try {
            jdbc.sql(
                            "insert into bank_file (partner_id, path, sha256, size, media_type, added_at) values (?, ?, ?, ?, ?, ?)")
                    .params(partner.value(), file.path(), file.sha256(), file.size(), file.mediaType(), clock.instant())
                    .update();
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    private void touch(PartnerId partner, String path) {
        Instant now = clock.instant();
        jdbc.sql("update bank_file set added_at = ? where partner_id = ? and path = ? and added_at < ?")
                .params(now, partner.value(), path, now.minus(LATELY))
                .update();
    }

    /** Notes which files a version shows, of those that there are; no query without a path. */
    void shown(PartnerId partner, UUID item, int number, Collection<String> paths) {
        if (!paths.isEmpty()) {
            jdbc.sql("""
                            insert into bank_item_version_file (item_id, number, partner_id, path)
                            select :item, :number, partner_id, path from bank_file
                            where partner_id = :partner and path in (:paths)
                            """)
                    .param("item", item)
                    .param("number", number)
                    .param("partner", partner.value())
                    .param("paths", paths)
                    .update();
        }
    }

    /** In whose banks there is a file with this content. */
    List<Owned> owners(String sha256) {
        return jdbc.sql("select partner_id, media_type from bank_file where sha256 = ?")
                .param(sha256)
                .query((row, number) -> new Owned(row.getObject(1, UUID.class), row.getString(2)))
                .list();
    }

    /** The media type of a content that a question shows which its partner offers to others. */
    Optional<String> offered(String sha256) {
        return jdbc.sql("""
                        select file.media_type from bank_file file
                        join bank_item_version_file shown on shown.partner_id = file.partner_id and shown.path = file.path
                        join bank_item item on item.id = shown.item_id and item.current_number = shown.number
                        join bank_item_offer offer on offer.item_id = item.id
                        where file.sha256 = ? and item.retired_at is null limit 1
                        """).param(sha256).query(String.class).optional();
    }

    /** Forgets files that no version shows and nobody has brought lately; returns how many. */
    int forgetUnused(int most) {
        Instant before = clock.instant().minus(UNUSED);
        return jdbc.sql("""
                        delete from bank_file where added_at < ? and not exists (select 1 from bank_item_version_file shown
                            where shown.partner_id = bank_file.partner_id and shown.path = bank_file.path) limit ?
                        """).params(before, most).update();
    }

    record Owned(UUID partner, String mediaType) {}

    private static BankFile file(ResultSet row, int number) throws SQLException {
        return new BankFile(row.getString(1), row.getString(2), row.getLong(3), row.getString(4));
    }
}
