package org.collegium.demonstration.generation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.collegium.demonstration.generation.Vocabulary.Organisation;

/** Invents partners, each with an author and an instructor. */
final class GeneratingPartners {

    /** Each has 7 : 1 against white. */
    private static final List<String> COLOURS = List.of(
            "#02578b", "#1c5f47", "#7a2e5d", "#5b3d8f", "#8a3324", "#2f5d1e", "#6b4a00", "#00555f", "#3b4a9f",
            "#8c1d40");

    private static final int COURSES_EACH = 120;
    private static final int LEAST = 3;
    private static final int SHORT_NAME = 12;

    private final Plan plan;
    private final Tables tables;
    private final GeneratingPeople people;

    GeneratingPartners(Plan plan, Tables tables, GeneratingPeople people) {
        this.plan = plan;
        this.tables = tables;
        this.people = people;
    }

    List<GeneratedPartner> make() {
        int most = plan.words().places().size() * plan.words().organisations().size();
        int count = Math.clamp(plan.request().courses() / COURSES_EACH, LEAST, most);
        List<GeneratedPartner> made = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            made.add(make(number));
        }
        tables.write();
        return made;
    }

    private GeneratedPartner make(int number) {
        Chance chance = plan.chance("partner", number);
        List<String> places = plan.words().places();
        List<Organisation> kinds = plan.words().organisations();
        String place = places.get(number % places.size());
        Organisation kind = kinds.get((number + number / places.size()) % kinds.size());
        String name = kind.name().replace("{place}", place);
        String slug = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        Instant since = plan.begin();
        UUID id = chance.id(since);
        String colour = chance.of(COLOURS);
        tables.add(
                "partner",
                id,
                0,
                slug,
                name,
                place.length() > SHORT_NAME ? place.substring(0, SHORT_NAME).strip() : place,
                kind.kind(),
                kind.country(),
                "https://example.org/" + slug,
                colour,
                kind.description().replace("{place}", place),
                since);
        UUID author = people.staff("author@" + slug + ".example.org", since, chance);
        UUID instructor = people.staff("instructor@" + slug + ".example.org", since, chance);
        tables.add("partner_staff", id, author, "AUTHOR");
        tables.add("partner_staff", id, instructor, "INSTRUCTOR");
        return new GeneratedPartner(id, slug, name, colour, author);
    }
}
