package org.collegium.gradebook;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.collegium.gradebook.rules.Book;
import org.collegium.gradebook.rules.Entry;
import org.collegium.gradebook.rules.Facts;
import org.collegium.gradebook.rules.Facts.Extension;
import org.collegium.gradebook.rules.Facts.Work;
import org.collegium.learning.RunScores.Scored;
import org.jspecify.annotations.Nullable;

/**
 * What a learner's activities gave, what instructors decided, when sections are due and activities close; by entry key. By which book
 * it is looked at, is left open.
 *
 * @param everybody when activities close for most
 * @param own when they close for this learner
 * @param waiting where something was handed in that is not graded
 */
record KnownFacts(
        Map<String, Scored> scores,
        Map<String, List<Work>> works,
        Map<String, Given> given,
        Map<String, Instant> due,
        Map<String, Instant> everybody,
        Map<String, Instant> own,
        Set<String> waiting,
        @Nullable Instant runCloses) {

    /** The same as a book needs it, by entry key. */
    Map<String, Facts> by(Book book) {
        Map<String, Facts> facts = new HashMap<>();
        book.entries().forEach(entry -> facts.put(entry.key(), of(entry)));
        return facts;
    }

    private Facts of(Entry entry) {
        Given decided = given.get(entry.key());
        Scored scored = scores.get(entry.key());
        Instant due = entry.due() == null ? this.due.get(entry.key()) : entry.due();
        Extension extension = null;
        Instant extended = decided == null ? null : decided.due();
        Instant closes = own.get(entry.key());
        if (isLater(extended, due)) {
            due = extended;
            extension = new Extension(false, decided == null ? "" : decided.dueReason());
        }
        if (isLater(closes, due)) {
            due = closes;
            extension = new Extension(true, "");
        }
        return new Facts(
                scored == null ? null : scored.score(),
                scored == null ? List.of() : works(entry, scored),
                decided == null ? null : decided.score(),
                decided != null && decided.excused(),
                decided == null ? "" : decided.reason(),
                due,
                extension,
                due == null ? closing(entry, extended) : due,
                waiting.contains(entry.key()),
                false);
    }

    private List<Work> works(Entry entry, Scored scored) {
        return works.getOrDefault(entry.key(), List.of(new Work(scored.score(), scored.at())));
    }

    /** From when on work is missing that has no due date; what is graded by hand never is. */
    private @Nullable Instant closing(Entry entry, @Nullable Instant extended) {
        if (entry.byHand()) {
            return null;
        }
        Instant closes = own.getOrDefault(entry.key(), everybody.getOrDefault(entry.key(), runCloses));
        return isLater(extended, closes) ? extended : closes;
    }

    private static boolean isLater(@Nullable Instant one, @Nullable Instant other) {
        return one != null && other != null && one.isAfter(other);
    }
}
