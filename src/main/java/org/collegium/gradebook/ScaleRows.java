package org.collegium.gradebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.collegium.gradebook.rules.Scale;
import org.collegium.gradebook.rules.Scale.Kind;
import org.collegium.gradebook.rules.Scale.Step;
import org.collegium.partners.PartnerId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the scales of partners. */
@Component
class ScaleRows {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    ScaleRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** The scales of a partner by name; two queries. */
    List<Scale> of(PartnerId partner) {
        Map<String, List<Step>> steps = new HashMap<>();
        jdbc.sql("""
                        select step.scale_id, step.least, step.label from grade_scale_step step
                        join grade_scale scale on scale.id = step.scale_id where scale.partner_id = ?
                        """).param(partner.value()).query(row -> {
            steps.computeIfAbsent(row.getString(1), scale -> new ArrayList<>())
                    .add(new Step(row.getDouble(2), row.getString(3)));
        });
        return jdbc.sql("select * from grade_scale where partner_id = ? order by name, id")
                .param(partner.value())
                .query((row, number) -> new Scale(
                        row.getString("id"),
                        row.getString("name"),
                        Kind.valueOf(row.getString("kind")),
                        row.getDouble("points"),
                        row.getInt("decimals"),
                        steps.getOrDefault(row.getString("id"), List.of())))
                .list();
    }

    /** The scale with this key: a usual one, or one of the partner; at most two queries. */
    Optional<Scale> find(PartnerId partner, String key) {
        return Scale.USUAL.stream()
                .filter(scale -> scale.key().equals(key))
                .findFirst()
                .or(() -> of(partner).stream()
                        .filter(scale -> scale.key().equals(key))
                        .findFirst());
    }

    void write(PartnerId partner, Scale scale) {
        UUID id = UUID.fromString(scale.key());
        jdbc.sql("""
                        insert into grade_scale (id, partner_id, name, kind, points, decimals) values (?, ?, ?, ?, ?, ?)
                        on duplicate key update name = values(name), kind = values(kind), points = values(points),
                            decimals = values(decimals)
                        """)
                .params(id, partner.value(), scale.name(), scale.kind().name(), scale.points(), scale.decimals())
                .update();
        jdbc.sql("delete from grade_scale_step where scale_id = ?").param(id).update();
        batches.batchUpdate(
                "insert into grade_scale_step (scale_id, least, label) values (?, ?, ?)",
                scale.steps().stream()
                        .map(step -> new Object[] {id, step.least(), step.label()})
                        .toList());
    }

    boolean used(String key) {
        return jdbc.sql("select count(*) from grade_book where scale = ?")
                        .param(key)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void remove(PartnerId partner, UUID id) {
        jdbc.sql("delete from grade_scale where id = ? and partner_id = ?")
                .params(id, partner.value())
                .update();
    }
}
