package org.collegium.courses.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.collegium.partners.PartnerId;
import org.collegium.partners.Partners;
import org.collegium.shared.RuleViolation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The stages that partners and the alliance state. */
@Component
class RuleRows {

    /** In the place of a partner, for the alliance. */
    private static final UUID ALLIANCE = new UUID(0, 0);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Partners partners;

    RuleRows(JdbcClient jdbc, Partners partners) {
        this.jdbc = jdbc;
        this.partners = partners;
    }

    ReviewRules of(PartnerId partner) {
        return find(partner.value()).orElse(ReviewRules.DEFAULT);
    }

    ReviewRules ofAlliance() {
        return find(ALLIANCE).orElse(ReviewRules.NONE);
    }

    /** What courses of a partner go through: its own stages, then those that hold for everybody. */
    ReviewRules whole(PartnerId partner) {
        return of(partner).with(ofAlliance());
    }

    void keep(PartnerId partner, ReviewRules rules) {
        keep(partner.value(), rules);
    }

    void keepForAlliance(ReviewRules rules) {
        keep(ALLIANCE, rules);
    }

    private Optional<ReviewRules> find(UUID owner) {
        return jdbc.sql("select required, stages from review_rules where stated_for = ?")
                .param(owner)
                .query((row, number) -> new ReviewRules(
                        row.getBoolean(1), List.of(JSON.readValue(row.getString(2), StageRule[].class))))
                .optional();
    }

    private void keep(UUID owner, ReviewRules rules) {
        jdbc.sql("""
                        insert into review_rules (stated_for, version, required, stages) values (?, 0, ?, ?)
                        on duplicate key update version = version + 1, required = values(required),
                            stages = values(stages)
                        """)
                .params(owner, rules.required(), JSON.writeValueAsString(rules.stages()))
                .update();
    }

    /**
     * The stages with the names that partners and bodies have now.
     *
     * @throws RuleViolation when a partner or body is there no more
     */
    List<ReviewStage> named(PartnerId own, List<StageRule> rules) {
        Map<UUID, String> names = names(own, rules);
        List<ReviewStage> stages = new ArrayList<>();
        for (StageRule rule : rules) {
            UUID whose = rule.id() == null ? own.value() : rule.id();
            String name = names.get(whose);
            if (name == null) {
                throw new RuleViolation("courses.review.stage.gone", stages.size() + 1);
            }
            boolean body = rule.kind() == StageRule.Kind.BODY;
            stages.add(new ReviewStage(
                    stages.size(),
                    body ? null : whose,
                    body ? whose : null,
                    rule.role(),
                    name,
                    rule.quorum(),
                    rule.voted()));
        }
        return stages;
    }

    private Map<UUID, String> names(PartnerId own, List<StageRule> rules) {
        List<PartnerId> ids = new ArrayList<>(List.of(own));
        rules.stream()
                .filter(rule -> rule.kind() == StageRule.Kind.PARTNER && rule.id() != null)
                .forEach(rule -> ids.add(new PartnerId(Objects.requireNonNull(rule.id()))));
        Map<UUID, String> names = partners.find(ids).stream()
                .collect(Collectors.toMap(
                        partner -> partner.id().value(),
                        partner -> partner.data().name()));
        List<UUID> bodies = rules.stream()
                .filter(rule -> rule.kind() == StageRule.Kind.BODY)
                .flatMap(rule -> Optional.ofNullable(rule.id()).stream())
                .toList();
        if (!bodies.isEmpty()) {
            jdbc.sql("select id, name from review_body where id in (:ids)")
                    .param("ids", bodies)
                    .query((row, number) -> Map.entry(row.getObject(1, UUID.class), row.getString(2)))
                    .list()
                    .forEach(body -> names.put(body.getKey(), body.getValue()));
        }
        return names;
    }
}
