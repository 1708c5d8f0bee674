package org.collegium.demonstration.generation;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** Invents people with accounts. All have the same password. */
final class GeneratingPeople {

    /** Where the addresses of generated learners are; nobody receives mail there. */
    static final String LEARNERS = "@learners.example.org";

    private static final double SPANISH = 0.2;
    private static final double CONFIRMED = 0.97;
    private static final double LEAST_ABILITY = 0.55;

    private final Plan plan;
    private final Tables tables;

    GeneratingPeople(Plan plan, Tables tables) {
        this.plan = plan;
        this.tables = tables;
    }

    GeneratedLearner learner(int number) {
        Chance chance = plan.chance("learner", number);
        Instant since = chance.between(plan.begin(), plan.end().minus(Duration.ofHours(6)));
        String name = name(chance);
        String email = plain(name) + "." + number + LEARNERS;
        UUID id = account(email, name, chance.happens(SPANISH) ? "es" : "en", since, chance.happens(CONFIRMED), chance);
        return new GeneratedLearner(id, name, since, LEAST_ABILITY + (1 - LEAST_ABILITY) * Math.sqrt(chance.share()));
    }

    UUID staff(String email, Instant since, Chance chance) {
        return account(email, name(chance), "en", since, true, chance);
    }

    String name(Chance chance) {
        return chance.of(plan.words().givenNames()) + " "
                + chance.of(plan.words().familyNames());
    }

    private UUID account(String email, String name, String locale, Instant since, boolean confirmed, Chance chance) {
        UUID id = chance.id(since);
        Instant confirmedAt = confirmed ? since.plus(Duration.ofMinutes(3)) : null;
        tables.add("account", id, 0, email, name, locale, plan.passwordHash(), since, confirmedAt, confirmed ? 1 : 0);
        tables.add("account_role", id, "LEARNER");
        return id;
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replace("ø", "o")
                .replace(' ', '.')
                .replaceAll("[^a-z.]", "");
    }
}
