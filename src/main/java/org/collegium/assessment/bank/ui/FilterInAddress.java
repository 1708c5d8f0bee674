package org.collegium.assessment.bank.ui;

import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.collegium.assessment.bank.ItemFilter;
import org.collegium.assessment.bank.ItemFilter.Sort;
import org.collegium.assessment.bank.ItemState;
import org.collegium.assessment.bank.ItemTemplates;
import org.collegium.shared.Slug;

/** What is looked for in a bank, as an address says it. */
final class FilterInAddress {

    static final String PARTNER = "partner";

    static final List<String> DIFFICULTIES = List.of("easy", "medium", "hard");

    private FilterInAddress() {}

    /** What an address asks for; what it says wrongly it does not say. */
    static ItemFilter read(QueryParameters query) {
        return new ItemFilter(
                query.getSingleParameter("q").orElse(""),
                query.getSingleParameter("kind").filter(ItemTemplates.kinds()::contains),
                query.getSingleParameter("tag").filter(tag -> !tag.isEmpty()),
                query.getSingleParameter("difficulty").filter(DIFFICULTIES::contains),
                query.getSingleParameter("course").filter(course -> !course.isEmpty()),
                query.getSingleParameter("state")
                        .flatMap(name -> named(ItemState.values(), name))
                        .orElse(ItemState.ACTIVE),
                query.getSingleParameter("sort")
                        .flatMap(name -> named(Sort.values(), name))
                        .orElse(Sort.LAST_CHANGED));
    }

    /** The parameters that ask for it; what is usual is left out. */
    static Map<String, String> write(Optional<Slug> partner, ItemFilter filter) {
        Map<String, String> query = new LinkedHashMap<>();
        partner.ifPresent(slug -> query.put(PARTNER, slug.value()));
        if (!filter.text().isEmpty()) {
            query.put("q", filter.text());
        }
        filter.kind().ifPresent(kind -> query.put("kind", kind));
        filter.tag().ifPresent(tag -> query.put("tag", tag));
        filter.difficulty().ifPresent(difficulty -> query.put("difficulty", difficulty));
        filter.course().ifPresent(course -> query.put("course", course));
        if (filter.state() != ItemState.ACTIVE) {
            query.put("state", filter.state().name());
        }
        if (filter.sort() != Sort.LAST_CHANGED) {
            query.put("sort", filter.sort().name());
        }
        return query;
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
        return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
    }
}
