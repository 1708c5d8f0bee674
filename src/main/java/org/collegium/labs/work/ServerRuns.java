package org.collegium.labs.work;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.collegium.activity.ActivityPlace;
import org.collegium.enrolment.OpenPlaces;
import org.collegium.identity.AccountId;
import org.collegium.labs.GradingPlan;
import org.collegium.labs.Lab;
import org.collegium.labs.LabDefinition.RunsOn;
import org.collegium.labs.LabGrader;
import org.collegium.labs.Submission;
import org.collegium.shared.RateLimit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Runs learners' cells in this node's sandboxes, for labs that need what the browser lacks. Nothing is graded, and the process
 * holds nothing of the author's that the learner has not. A learner has one run at a time: the next one ends it. Runs are kept
 * for as long as somebody looks, and end with the node; a browser begins them again.
 */
@Service
public class ServerRuns {

    private static final Logger LOG = LoggerFactory.getLogger(ServerRuns.class);
    private static final String OWN = "@access.is(#learner)";

    private static final int MOST_CELLS = 500;
    private static final int MOST_CHARACTERS = 400_000;
    private static final int REMEMBERED = 100_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final LabGrader grader;
    private final PlacedLabs labs;
    private final OpenPlaces places;
    private final BrowserPython browser;
    private final int waiting;
    private final ExecutorService workers;
    private final Map<AccountId, ServerRun> runs = new LinkedHashMap<>();
    private final RateLimit<AccountId> requests;

    /**
     * Starts nothing yet.
     *
     * @param workers how many run at once; 0 for the number of processors less one
     * @param waiting how many may wait on this node
     * @param perMinute how often one person may run cells, on the average; all of a minute's at once
     */
    ServerRuns(
            LabGrader grader,
            PlacedLabs labs,
            OpenPlaces places,
            BrowserPython browser,
            @Value("${collegium.labs.runs.workers:0}") int workers,
            @Value("${collegium.labs.runs.waiting:40}") int waiting,
            @Value("${collegium.labs.runs.per-minute:20}") int perMinute) {
        this.grader = grader;
        this.labs = labs;
        this.places = places;
        this.browser = browser;
        this.waiting = waiting;
        this.requests = new RateLimit<>(perMinute, MINUTE, REMEMBERED);
        this.workers = Executors.newFixedThreadPool(
                workers > 0 ? workers : Math.max(1, Runtime.getRuntime().availableProcessors() - 1),
                Thread.ofPlatform().daemon().name("lab-run-", 0).factory());
    }

    /** Begins to run cells of a lab, in their order and with an empty memory; the learner's earlier run ends. */
    @PreAuthorize(OWN)
    public BeginResult begin(AccountId learner, ActivityPlace place, List<Submission.Cell> cells) {
        Optional<Lab> lab = labs.at(place).filter(found -> browser.placeOf(found) != RunsOn.BROWSER);
        if (lab.isEmpty() || !mayWork(learner, place)) {
            return new BeginResult.NotHere();
        }
        long characters =
                cells.stream().mapToLong(cell -> cell.source().length()).sum();
        if (cells.size() > MOST_CELLS || characters > MOST_CHARACTERS) {
            return new BeginResult.TooLarge();
        }
        if (!requests.take(learner)) {
            return new BeginResult.TooOften(requests.waiting(learner).orElse(Duration.ofSeconds(1)));
        }
        return begin(new ServerRun(learner, practice(lab.get()), new Submission(cells)));
    }

    private boolean mayWork(AccountId learner, ActivityPlace place) {
        return place.preview() ? learner.equals(place.learner()) : places.isOpen(learner, place, LabWork.KIND);
    }

    /** The learner's notebook alone: no cell of the author's that could hold a solution or a hidden test. */
    private static GradingPlan practice(Lab lab) {
        return new GradingPlan(
                List.of(),
                lab.definition().limits(),
                lab.definition().runtime(),
                lab.definition().packages(),
                lab.files());
    }

    private synchronized BeginResult begin(ServerRun run) {
        ServerRun earlier = runs.remove(run.learner());
        if (earlier != null) {
            earlier.stop();
        }
        runs.values().removeIf(ServerRun::isForgotten);
        if (runs.values().stream().filter(ServerRun::waits).count() >= waiting) {
            return new BeginResult.Full();
        }
        runs.put(run.learner(), run);
        run.runsAs(workers.submit(() -> work(run)));
        return new BeginResult.Begun(run.id());
    }

    private void work(ServerRun run) {
        if (!run.begin()) {
            return;
        }
        try {
            run.end(grader.run(run.plan(), run.work(), run));
        } catch (RuntimeException fault) {
            if (run.isOpen()) {
                LOG.warn("Cells of a lab could not be run", fault);
            }
            run.fail();
        }
    }

    /**
     * How far a run is; empty when it is not known here any more, since the learner has begun another or the node was started anew.
     *
     * @param known how many of the cells that have ended the asker knows
     */
    @PreAuthorize(OWN)
    public Optional<ServerRunState> look(AccountId learner, ServerRunId id, int known) {
        return find(learner, id).map(run -> run.state(known, ahead(run)));
    }

    /** Ends a run, whether it waits or runs. */
    @PreAuthorize(OWN)
    public void stop(AccountId learner, ServerRunId id) {
        find(learner, id).ifPresent(ServerRun::stop);
    }

    private synchronized Optional<ServerRun> find(AccountId learner, ServerRunId id) {
        return Optional.ofNullable(runs.get(learner)).filter(run -> run.id().equals(id));
    }

    private synchronized int ahead(ServerRun run) {
        int before = 0;
        for (ServerRun other : new ArrayList<>(runs.values())) {
            if (other == run) {
                break;
            }
            before += other.isOpen() ? 1 : 0;
        }
        return before;
    }

    @PreDestroy
    void stop() {
        workers.shutdownNow();
    }
}
