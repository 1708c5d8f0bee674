package org.collegium.assessment.bank;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.collegium.partners.PartnerId;
import org.collegium.shared.LikePattern;
import org.collegium.shared.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which items are offered to other partners, and which came from them; each method is one query. */
@Component
class SharedQuestionRows {

    private static final String OFFERED = """
             from bank_item_offer offer
                join bank_item item on item.id = offer.item_id
                join bank_item_version version on version.item_id = item.id and version.number = item.current_number
             where item.retired_at is null
            """;

    private static final String MATCHING = """
                and (:kind = '' or item.kind = :kind)
                and (:text = '' or item.words like :pattern escape '!' or item.item_key like :pattern escape '!'
                    or exists (select 1 from bank_item_word where item_id = item.id and what = 'TAG' and word = :text))
            """;

    private static final String SHOWN = """
            select item.partner_id, item.item_key, item.kind, item.title, item.current_number, offer.licence, version.content,
                (select group_concat(word order by word separator ' ') from bank_item_word
                    where item_id = item.id and what = 'TAG'),
                (select group_concat(file.path, ' ', file.sha256, ' ', file.size, ' ', file.media_type order by file.path separator '\\n')
                    from bank_item_version_file shown
                    join bank_file file on file.partner_id = shown.partner_id and file.path = shown.path
                    where shown.item_id = item.id and shown.number = item.current_number)
            """;

    private final JdbcClient jdbc;
    private final ItemRows items;

    SharedQuestionRows(JdbcClient jdbc, ItemRows items) {
        this.jdbc = jdbc;
        this.items = items;
    }

    List<SharedQuestion> list(String text, String kind, PageRequest page) {
        return matching(
                        SHOWN + OFFERED + MATCHING + " order by item.title, item.id limit :limit offset :offset",
                        text,
                        kind)
                .param("limit", page.limit())
                .param("offset", page.offset())
                .query(SharedQuestionRows::shown)
                .list();
    }

    int count(String text, String kind) {
        return matching("select count(*)" + OFFERED + MATCHING, text, kind)
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec matching(String sql, String text, String kind) {
        String words = text.strip();
        return jdbc.sql(sql).param("kind", kind).param("text", words).param("pattern", LikePattern.anywhere(words));
    }

    Optional<SharedQuestion> find(PartnerId partner, String key) {
        return jdbc.sql(SHOWN + OFFERED + " and item.partner_id = ? and item.item_key = ?")
                .params(partner.value(), key)
                .query(SharedQuestionRows::shown)
                .optional();
    }

    private static SharedQuestion shown(ResultSet row, int number) throws SQLException {
        String tags = row.getString(8);
        return new SharedQuestion(
                new PartnerId(row.getObject(1, UUID.class)),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                tags == null ? List.of() : List.of(tags.split(" ")),
                row.getInt(5),
                row.getString(6),
                row.getString(7),
                files(row.getString(9)));
    }

    private static List<BankFile> files(@Nullable String lines) {
        return lines == null
                ? List.of()
                : lines.lines()
                        .map(line -> line.split(" "))
                        .filter(parts -> parts.length == 4)
                        .map(parts -> new BankFile(parts[0], parts[1], Long.parseLong(parts[2]), parts[3]))
                        .toList();
    }

    int offer(PartnerId partner, ItemFilter filter, String licence, Instant now) {
        items.matching(
                        "insert into bank_item_offer (item_id, licence, offered_at) select item.id, :licence, :now"
                                + ItemRows.MATCHING
                                + " on duplicate key update licence = values(licence)",
                        partner,
                        filter)
                .param("licence", licence)
                .param("now", now)
                .update();
        return items.count(partner, filter);
    }

    int withdraw(PartnerId partner, ItemFilter filter) {
        return items.matching(
                        "delete from bank_item_offer where item_id in (select item.id" + ItemRows.MATCHING + ")",
                        partner,
                        filter)
                .update();
    }

    int countOffered(PartnerId partner, ItemFilter filter) {
        return items.matching(
                        "select count(*) from bank_item_offer where item_id in (select item.id" + ItemRows.MATCHING
                                + ")",
                        partner,
                        filter)
                .query(Integer.class)
                .single();
    }

    /** By their keys the licences under which these items are offered. */
    Map<String, String> licences(PartnerId partner, List<String> keys) {
        Map<String, String> licences = new HashMap<>();
        if (!keys.isEmpty()) {
            jdbc.sql("""
                            select item.item_key, offer.licence from bank_item_offer offer
                            join bank_item item on item.id = offer.item_id
                            where item.partner_id = :partner and item.item_key in (:keys)
                            """).param("partner", partner.value()).param("keys", keys).query(row -> {
                licences.put(row.getString(1), row.getString(2));
            });
        }
        return licences;
    }

    /** The key of the item of a partner that is a copy of this version of another one. */
    Optional<String> copy(PartnerId partner, SharedQuestion of) {
        return jdbc.sql("""
                        select item.item_key from bank_item_origin origin join bank_item item on item.id = origin.item_id
                        where item.partner_id = ? and origin.partner_id = ? and origin.item_key = ? and origin.number = ?
                        limit 1
                        """)
                .params(partner.value(), of.partner().value(), of.key(), of.version())
                .query(String.class)
                .optional();
    }

    void copied(PartnerId partner, String key, SharedQuestion from, Instant now) {
        jdbc.sql("""
                        insert into bank_item_origin (item_id, partner_id, item_key, number, licence, copied_at)
                        select id, ?, ?, ?, ?, ? from bank_item where partner_id = ? and item_key = ?
                        """)
                .params(from.partner().value(), from.key(), from.version(), from.licence(), now, partner.value(), key)
                .update();
    }

    Optional<ItemOrigin> origin(PartnerId partner, String key) {
        return jdbc.sql("""
                        select origin.partner_id, origin.item_key, origin.number, origin.licence
                        from bank_item_origin origin join bank_item item on item.id = origin.item_id
                        where item.partner_id = ? and item.item_key = ?
                        """)
                .params(partner.value(), key)
                .query((row, number) -> new ItemOrigin(
                        new PartnerId(row.getObject(1, UUID.class)), row.getString(2), row.getInt(3), row.getString(4)))
                .optional();
    }
}
