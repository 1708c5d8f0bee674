package org.collegium.integrity.similarity;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.collegium.assessment.FirstWords;
import org.collegium.courses.CourseRunId;
import org.collegium.identity.Access;
import org.collegium.integrity.IntegrityPermissions;
import org.collegium.shared.PageRequest;
import org.collegium.shared.RetriedTransactions;
import org.collegium.shared.RuleViolation;
import org.collegium.shared.Uuids;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Compares the texts of a quiz or lab of a run, and shows what two have in common. What it means, people decide. */
@Service
public class Comparisons {

    private static final String MAY = "@runAccess.may('" + IntegrityPermissions.LOOK + "', #run)";

    /** A comparison that goes on for longer has been lost, and may be begun again. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final ComparisonRows rows;
    private final UnitsOfRuns units;
    private final ComparingJob job;
    private final RetriedTransactions transactions;
    private final Access access;
    private final Clock clock;

    Comparisons(
            ComparisonRows rows,
            UnitsOfRuns units,
            ComparingJob job,
            RetriedTransactions transactions,
            Access access,
            Clock clock) {
        this.rows = rows;
        this.units = units;
        this.job = job;
        this.transactions = transactions;
        this.access = access;
        this.clock = clock;
    }

    /** The quizzes and labs of a run in reading order; three queries, and one to see whose run it is. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public List<ComparableUnit> units(CourseRunId run) {
        Map<String, Comparison> known = rows.of(run);
        return units.of(run).stream()
                .map(unit -> new ComparableUnit(unit.key(), unit.title(), Optional.ofNullable(known.get(unit.key()))))
                .toList();
    }

    /**
     * Has the texts of a unit compared in the background; what an earlier comparison found goes.
     *
     * @throws RuleViolation when the run has no such unit, or it is being done
     */
    @PreAuthorize(MAY)
    public UUID begin(CourseRunId run, String unitKey) {
        if (units.reader(run, unitKey).isEmpty()) {
            throw new RuleViolation("integrity.similarity.no-unit");
        }
        return transactions.run(() -> {
            if (rows.isUnderWay(run, unitKey, clock.instant().minus(LONGEST))) {
                throw new RuleViolation("integrity.similarity.under-way");
            }
            UUID id = Uuids.next();
            UUID by = access.actorId();
            rows.begin(id, run, unitKey, by, clock.instant());
            job.schedule(id);
            return id;
        });
    }

    /**
     * What was found, those that have most in common first; one query, and one to see whose run it is.
     *
     * @param unitKey empty for all units of the run
     */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public List<FoundPair> pairs(CourseRunId run, String unitKey, PageRequest page) {
        return rows.pairs(run, unitKey, page);
    }

    /** What the parts of a unit are called, by their keys: of a quiz the first words of its questions. About four queries. */
    @PreAuthorize(MAY + " or @runAccess.may('" + IntegrityPermissions.CASES + "', #run)")
    @Transactional(readOnly = true)
    public Map<String, String> parts(CourseRunId run, String unitKey) {
        return units.reader(run, unitKey).map(texts -> texts.parts(run, unitKey)).orElse(List.of()).stream()
                .filter(part -> !part.title().isBlank())
                .collect(Collectors.toMap(
                        ComparedPart::key, part -> FirstWords.of(part.title(), part.key()), (one, other) -> one));
    }

    /** How many {@link #pairs} has; one query, and one to see whose run it is. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public int count(CourseRunId run, String unitKey) {
        return rows.count(run, unitKey);
    }

    /** Two texts beside each other; empty when there is no such pair, or one of the texts is gone. About five queries. */
    @PreAuthorize(MAY)
    @Transactional(readOnly = true)
    public Optional<SideBySide> find(CourseRunId run, UUID pair) {
        return rows.pair(run, pair)
                .flatMap(found -> units.reader(run, found.unitKey())
                        .flatMap(texts -> texts.parts(run, found.unitKey()).stream()
                                .filter(part -> part.key().equals(found.part()))
                                .findFirst()
                                .flatMap(part -> beside(run, found, texts, part))));
    }

    private static Optional<SideBySide> beside(
            CourseRunId run, FoundPair pair, ComparedTexts texts, ComparedPart part) {
        Map<UUID, String> read =
                texts.texts(run, pair.unitKey(), part, Set.of(pair.leftSource(), pair.rightSource())).stream()
                        .collect(Collectors.toMap(ComparedText::source, ComparedText::text));
        String left = read.get(pair.leftSource());
        String right = read.get(pair.rightSource());
        return left == null || right == null
                ? Optional.empty()
                : Optional.of(new SideBySide(
                        pair,
                        part.title(),
                        part.wording(),
                        left,
                        right,
                        Passages.between(left, right, part.wording(), Fingerprints.base(part.base(), part.wording()))));
    }
}
