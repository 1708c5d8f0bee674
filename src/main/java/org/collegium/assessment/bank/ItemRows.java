package org.collegium.assessment.bank;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collegium.identity.AccountId;
import org.collegium.partners.PartnerId;
import org.collegium.shared.LikePattern;
import org.collegium.shared.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The items of banks; each method is one query unless it says otherwise. */
@Component
class ItemRows {

    private static final String LISTED = """
            select item.item_key, item.kind, item.title, item.difficulty, item.course_key, item.current_number,
                item.retired_at, item.changed_at,
                (select group_concat(word order by word separator ' ') from bank_item_word
                    where item_id = item.id and what = 'TAG')
            """;

    /** The items that a filter finds, to go after what is selected of them; for {@link #matching}. */
    static final String MATCHING = """
             from bank_item item where item.partner_id = :partner
                and (:retired = (item.retired_at is not null))
                and (:kind is null or item.kind = :kind)
                and (:difficulty is null or item.difficulty = :difficulty)
                and (:course is null or item.course_key = :course)
                and (:tag is null or exists (select 1 from bank_item_word
                    where item_id = item.id and what = 'TAG' and word = :tag))
                and (:text = '' or item.words like :pattern escape '!' or item.item_key like :pattern escape '!'
                    or exists (select 1 from bank_item_word
                        where item_id = item.id and what = 'SKILL' and word like :pattern escape '!'))
            """;

    private static final String ITEM = "select id, item_key, kind, title, course_key, current_number, retired_at"
            + " from bank_item where partner_id = ? and item_key = ?";

    private final JdbcClient jdbc;

    ItemRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(
            UUID id,
            String key,
            String kind,
            String title,
            @Nullable String courseKey,
            int number,
            ItemState state) {}

    List<ItemListed> list(PartnerId partner, ItemFilter filter, PageRequest page) {
        return matching(LISTED + MATCHING + order(filter.sort()) + " limit :limit offset :offset", partner, filter)
                .param("limit", page.limit())
                .param("offset", page.offset())
                .query((row, number) -> new ItemListed(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        words(row.getString(9)),
                        row.getString(4),
                        row.getString(5),
                        row.getInt(6),
                        state(row.getTimestamp(7)),
                        instant(row, 8)))
                .list();
    }

    int count(PartnerId partner, ItemFilter filter) {
        return matching("select count(*)" + MATCHING, partner, filter)
                .query(Integer.class)
                .single();
    }

    JdbcClient.StatementSpec matching(String sql, PartnerId partner, ItemFilter filter) {
        String text = filter.text().strip();
        return jdbc.sql(sql)
                .param("partner", partner.value())
                .param("retired", filter.state() == ItemState.RETIRED)
                .param("kind", filter.kind().orElse(null))
                .param("difficulty", filter.difficulty().orElse(null))
                .param("course", filter.course().orElse(null))
                .param("tag", filter.tag().orElse(null))
                .param("text", text)
                .param("pattern", LikePattern.anywhere(text));
    }

    private static String order(ItemFilter.Sort sort) {
        return switch (sort) {
            case LAST_CHANGED -> " order by item.changed_at desc, item.id desc";
            case TITLE -> " order by item.title, item.id";
            case KEY -> " order by item.item_key";
        };
    }

    /** The tags of a bank, those of most items first. */
    List<String> tags(PartnerId partner, int most) {
        return jdbc.sql("""
                        select word from bank_item_word join bank_item item on item.id = item_id
                        where item.partner_id = ? and what = 'TAG' group by word order by count(*) desc, word limit ?
                        """).params(partner.value(), most).query(String.class).list();
    }

    List<String> courses(PartnerId partner, int most) {
        return jdbc.sql("select distinct course_key from bank_item where partner_id = ? and course_key is not null"
                        + " order by course_key limit ?")
                .params(partner.value(), most)
                .query(String.class)
                .list();
    }

    Optional<Row> find(PartnerId partner, String key) {
        return find(ITEM, partner, key);
    }

    /** As {@link #find}, held by this transaction until its end. */
    Optional<Row> held(PartnerId partner, String key) {
        return find(ITEM + " for update", partner, key);
    }

    private Optional<Row> find(String sql, PartnerId partner, String key) {
        return jdbc.sql(sql)
                .params(partner.value(), key)
                .query((row, number) -> new Row(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getInt(6),
                        state(row.getTimestamp(7))))
                .optional();
    }

    /** Which of the keys that begin so are taken. */
    List<String> keysLike(PartnerId partner, String beginning) {
        return jdbc.sql("select item_key from bank_item where partner_id = ? and item_key like ?")
                .params(partner.value(), beginning + "%")
                .query(String.class)
                .list();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when the key is taken */
    void insert(UUID id, PartnerId partner, ItemFacts facts, @Nullable String courseKey, Instant now) {
        jdbc.sql("""
                        insert into bank_item (id, partner_id, item_key, course_key, kind, title, words, difficulty,
                            current_number, changed_at) values (?, ?, ?, ?, ?, ?, ?, ?, 1, ?)
                        """)
                .params(Arrays.asList(
                        id,
                        partner.value(),
                        facts.key(),
                        courseKey,
                        facts.kind(),
                        facts.title(),
                        facts.words(),
                        facts.difficulty(),
                        now))
                .update();
        words(id, facts);
    }

    /** The item says this from now on; three queries. */
    void update(UUID id, ItemFacts facts, @Nullable String courseKey, int number, Instant now) {
        jdbc.sql("""
                        update bank_item set course_key = ?, kind = ?, title = ?, words = ?, difficulty = ?,
                            current_number = ?, changed_at = ? where id = ?
                        """)
                .params(Arrays.asList(
                        courseKey, facts.kind(), facts.title(), facts.words(), facts.difficulty(), number, now, id))
                .update();
        jdbc.sql("delete from bank_item_word where item_id = ?").param(id).update();
        words(id, facts);
    }

    private void words(UUID id, ItemFacts facts) {
        List<Object> values = new ArrayList<>();
        facts.tags().forEach(tag -> values.addAll(List.of(id, "TAG", tag)));
        facts.skills().forEach(skill -> values.addAll(List.of(id, "SKILL", skill)));
        if (!values.isEmpty()) {
            jdbc.sql("insert into bank_item_word (item_id, what, word) values "
                            + String.join(", ", Collections.nCopies(values.size() / 3, "(?, ?, ?)")))
                    .params(values)
                    .update();
        }
    }

    /** What the current versions of the items say, by their keys. */
    List<String> contents(PartnerId partner, ItemFilter filter, int most) {
        return matching(
                        "select (select content from bank_item_version where item_id = item.id and number = item.current_number)"
                                + MATCHING + " order by item.item_key limit :most",
                        partner,
                        filter)
                .param("most", most)
                .query(String.class)
                .list();
    }

    /** What items in use say that begin with such words. */
    List<String> contentsOf(PartnerId partner, List<String> titles, int most) {
        return jdbc.sql("""
                        select version.content from bank_item item join bank_item_version version
                            on version.item_id = item.id and version.number = item.current_number
                        where item.partner_id = :partner and item.retired_at is null and item.title in (:titles) limit :most
                        """)
                .param("partner", partner.value())
                .param("titles", titles)
                .param("most", most)
                .query(String.class)
                .list();
    }

    /** Deletes those of these items that have their first version alone; returns how many. */
    int forgetUnchanged(PartnerId partner, List<String> keys) {
        return keys.isEmpty()
                ? 0
                : jdbc.sql("delete from bank_item where partner_id = :partner and item_key in (:keys)"
                                + " and current_number = 1 and retired_at is null")
                        .param("partner", partner.value())
                        .param("keys", keys)
                        .update();
    }

    void retire(UUID id, @Nullable Instant at, Instant now) {
        jdbc.sql("update bank_item set retired_at = ?, changed_at = ? where id = ?")
                .params(Arrays.asList(at, now, id))
                .update();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when there is a version with this number */
    void add(UUID item, ItemVersion version) {
        AccountId author = version.author();
        jdbc.sql("""
                        insert into bank_item_version (item_id, number, content, sha256, author_id, saved_at, note)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        item,
                        version.number(),
                        version.content(),
                        version.sha256(),
                        author == null ? null : author.value(),
                        version.savedAt(),
                        version.note()))
                .update();
    }

    Optional<ItemVersion> version(UUID item, int number) {
        return jdbc.sql("select number, content, sha256, author_id, saved_at, note from bank_item_version"
                        + " where item_id = ? and number = ?")
                .params(item, number)
                .query(ItemRows::version)
                .optional();
    }

    /** The newest first. */
    List<ItemVersion> versions(UUID item, PageRequest page) {
        return jdbc.sql("select number, content, sha256, author_id, saved_at, note from bank_item_version"
                        + " where item_id = ? order by number desc limit ? offset ?")
                .params(item, page.limit(), page.offset())
                .query(ItemRows::version)
                .list();
    }

    private static ItemVersion version(ResultSet row, int number) throws SQLException {
        UUID author = row.getObject(4, UUID.class);
        return new ItemVersion(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                author == null ? null : new AccountId(author),
                instant(row, 5),
                row.getString(6));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    private static ItemState state(@Nullable Timestamp retired) {
        return retired == null ? ItemState.ACTIVE : ItemState.RETIRED;
    }

    private static List<String> words(@Nullable String together) {
        return together == null || together.isEmpty() ? List.of() : List.of(together.split(" "));
    }
}
