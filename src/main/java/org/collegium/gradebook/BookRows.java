package org.collegium.gradebook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.collegium.courses.CourseRunId;
import org.collegium.gradebook.rules.Book;
import org.collegium.gradebook.rules.Book.Missing;
import org.collegium.gradebook.rules.Category;
import org.collegium.gradebook.rules.Entry;
import org.collegium.gradebook.rules.LateRule;
import org.collegium.gradebook.rules.Release;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of how runs are graded. */
@Component
class BookRows {

    private static final String WRITE_ENTRY = """
            insert into grade_entry (run_id, entry_key, position, title, category_key, points, extra, due_at, late_percent,
                late_most, late_grace_minutes, late_closes_days, held)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false)
            on duplicate key update position = values(position), title = values(title),
                category_key = values(category_key), points = values(points), extra = values(extra),
                due_at = values(due_at), late_percent = values(late_percent), late_most = values(late_most),
                late_grace_minutes = values(late_grace_minutes), late_closes_days = values(late_closes_days)
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    BookRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** What is set for a run beside categories and entries. */
    record Settings(int version, String scale, Missing missing, LateRule late) {}

    Optional<Settings> settings(CourseRunId run) {
        return jdbc.sql("select * from grade_book where run_id = ?")
                .param(run.value())
                .query((row, number) -> new Settings(
                        row.getInt("version"),
                        row.getString("scale"),
                        Missing.valueOf(row.getString("missing")),
                        late(row)))
                .optional();
    }

    List<Category> categories(CourseRunId run) {
        return jdbc.sql("select * from grade_category where run_id = ? order by position")
                .param(run.value())
                .query((row, number) -> new Category(
                        row.getString("category_key"),
                        row.getString("name"),
                        row.getDouble("weight"),
                        row.getInt("drop_lowest")))
                .list();
    }

    /**
     * The entries in their order. A unit for which nothing was set comes after the one that it follows in the course.
     *
     * @param units of the run's version that can be graded
     */
    List<Entry> entries(CourseRunId run, List<Entry> units) {
        Map<String, Entry> known = new HashMap<>();
        units.forEach(unit -> known.put(unit.key(), unit));
        List<Entry> entries = new ArrayList<>(jdbc
                .sql("select * from grade_entry where run_id = ? order by position, entry_key")
                .param(run.value())
                .query((row, number) -> Optional.ofNullable(entry(row, known.remove(row.getString("entry_key")))))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList());
        int place = 0;
        for (Entry unit : units) {
            if (known.containsKey(unit.key())) {
                entries.add(place, unit);
            }
            place = placeOf(unit.key(), entries) + 1;
        }
        return entries;
    }

    private static int placeOf(String key, List<Entry> entries) {
        return entries.stream().map(Entry::key).toList().indexOf(key);
    }

    /** Null for a unit that the run does not have any more. */
    private static @Nullable Entry entry(ResultSet row, @Nullable Entry unit) throws SQLException {
        String key = row.getString("entry_key");
        if (unit == null && !key.startsWith(Entry.BY_HAND)) {
            return null;
        }
        return new Entry(
                key,
                unit == null ? "" : unit.kind(),
                unit == null ? row.getString("title") : unit.title(),
                row.getString("category_key"),
                row.getDouble("points"),
                row.getBoolean("extra"),
                DatabaseTimes.of(row, "due_at"),
                row.getObject("late_percent") == null ? null : late(row),
                new Release(row.getBoolean("held"), DatabaseTimes.of(row, "release_at")));
    }

    private static LateRule late(ResultSet row) throws SQLException {
        return new LateRule(
                row.getDouble("late_percent"),
                row.getDouble("late_most"),
                row.getInt("late_grace_minutes"),
                row.getObject("late_closes_days", Integer.class));
    }

    /** The version of a book, held by this transaction with its run, also where it was never set; then it is 0. */
    int heldVersion(CourseRunId run) {
        var unused = jdbc.sql("select id from course_run where id = ? for update")
                .param(run.value())
                .query(UUID.class)
                .optional();
        return jdbc.sql("select version from grade_book where run_id = ? for update")
                .param(run.value())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    void write(CourseRunId run, Book book, String scale, int version, @Nullable UUID by, Instant now) {
        jdbc.sql("""
                        insert into grade_book (run_id, version, scale, missing, late_percent, late_most,
                            late_grace_minutes, late_closes_days, changed_by, changed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on duplicate key update version = values(version), scale = values(scale),
                            missing = values(missing), late_percent = values(late_percent),
                            late_most = values(late_most), late_grace_minutes = values(late_grace_minutes),
                            late_closes_days = values(late_closes_days), changed_by = values(changed_by),
                            changed_at = values(changed_at)
                        """)
                .param(run.value())
                .param(version)
                .param(scale)
                .param(book.missing().name())
                .param(book.late().percentPerDay())
                .param(book.late().most())
                .param(book.late().graceMinutes())
                .param(book.late().closesAfterDays())
                .param(by)
                .param(now)
                .update();
        jdbc.sql("delete from grade_category where run_id = ?")
                .param(run.value())
                .update();
        List<Object[]> categories = new ArrayList<>();
        for (Category category : book.categories()) {
            categories.add(new Object[] {
                run.value(),
                category.key(),
                categories.size(),
                category.name(),
                category.weight(),
                category.dropLowest()
            });
        }
        batches.batchUpdate("""
                insert into grade_category (run_id, category_key, position, name, weight, drop_lowest)
                values (?, ?, ?, ?, ?, ?)
                """, categories);
        List<@Nullable Object[]> entries = new ArrayList<>();
        for (Entry entry : book.entries()) {
            entries.add(row(run, entry, entries.size()));
        }
        batches.batchUpdate(WRITE_ENTRY, entries);
    }

    private static @Nullable Object[] row(CourseRunId run, Entry entry, int position) {
        LateRule late = entry.late();
        return new @Nullable Object[] {
            run.value(),
            entry.key(),
            position,
            entry.byHand() ? entry.title() : null,
            entry.category(),
            entry.points(),
            entry.extra(),
            entry.due(),
            late == null ? null : late.percentPerDay(),
            late == null ? null : late.most(),
            late == null ? null : late.graceMinutes(),
            late == null ? null : late.closesAfterDays()
        };
    }

    /** Removes an entry that is graded by hand; what was given for it goes with it, that it was given stays. */
    void remove(CourseRunId run, String entryKey) {
        jdbc.sql("delete from grade_entry where run_id = ? and entry_key = ?")
                .params(run.value(), entryKey)
                .update();
        jdbc.sql("delete from grade_given where run_id = ? and entry_key = ?")
                .params(run.value(), entryKey)
                .update();
    }

    /** Sets whether learners see an entry; nobody was told of it yet. */
    void release(CourseRunId run, Entry entry, int position, Release release) {
        jdbc.sql("""
                        insert into grade_entry (run_id, entry_key, position, title, category_key, points, extra, held,
                            release_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on duplicate key update held = values(held), release_at = values(release_at), told_at = null
                        """)
                .param(run.value())
                .param(entry.key())
                .param(position)
                .param(entry.byHand() ? entry.title() : null)
                .param(entry.category())
                .param(entry.points())
                .param(entry.extra())
                .param(release.held())
                .param(release.at())
                .update();
    }
}
