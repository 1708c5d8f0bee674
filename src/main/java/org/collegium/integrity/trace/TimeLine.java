package org.collegium.integrity.trace;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.collegium.assessment.AttemptFacts;
import org.collegium.integrity.trace.Moment.What;
import org.jspecify.annotations.Nullable;

/** Makes of what is kept what people read. It only puts in order; it counts nothing and judges nothing. */
final class TimeLine {

    private static final Duration LATE = Duration.ofMinutes(1);
    private static final int LETTERS = 26;

    private final AttemptFacts attempt;
    private final List<TraceEvent> events;
    private final Set<UUID> windows = new LinkedHashSet<>();
    private final Set<Integer> networks = new LinkedHashSet<>();
    private final List<Moment> moments = new ArrayList<>();
    private @Nullable Integer network;

    private TimeLine(AttemptFacts attempt, List<TraceEvent> events) {
        this.attempt = attempt;
        this.events = events;
    }

    /** @param events in the order in which they happened */
    static List<Moment> of(AttemptFacts attempt, List<TraceEvent> events) {
        return new TimeLine(attempt, events).moments();
    }

    private List<Moment> moments() {
        networks();
        for (int i = 0; i < events.size(); i++) {
            TraceEvent event = events.get(i);
            window(event);
            What what = what(i);
            if (what != null) {
                moments.add(new Moment(
                        event.at(),
                        what,
                        event.question() == null ? 0 : attempt.place(event.question()),
                        Objects.requireNonNullElse(event.seconds(), 0),
                        Objects.requireNonNullElse(event.characters(), 0),
                        "",
                        Duration.between(event.at(), event.receivedAt()).compareTo(LATE) > 0));
            }
        }
        moments.sort(Comparator.comparing(Moment::at));
        moments.addFirst(Moment.of(attempt.startedAt(), What.STARTED));
        Instant end = attempt.submittedAt();
        if (end != null) {
            moments.add(Moment.of(end, ended()));
        }
        return moments;
    }

    private void window(TraceEvent event) {
        UUID window = event.window();
        if (window != null && windows.add(window) && windows.size() > 1) {
            moments.add(Moment.named(event.at(), What.WINDOW, letter(windows.size() - 1)));
        }
    }

    /** By which network something came is known of when it came; what waited until the attempt was over says nothing of it. */
    private void networks() {
        Instant end = attempt.submittedAt();
        events.stream()
                .filter(event -> end == null || !event.receivedAt().isAfter(end))
                .sorted(Comparator.comparing(TraceEvent::receivedAt))
                .forEach(this::network);
    }

    private void network(TraceEvent event) {
        networks.add(event.network());
        if (network != null && network != event.network()) {
            moments.add(Moment.named(
                    event.receivedAt(),
                    What.NETWORK,
                    letter(List.copyOf(networks).indexOf(event.network()))));
        }
        network = event.network();
    }

    /** The first page is the start; a page that its window says to have loaded again is told once. */
    private @Nullable What what(int at) {
        TraceEvent event = events.get(at);
        return switch (event.kind()) {
            case PAGE -> isFirstPage(at) || isReload(at) ? null : What.OPENED_AGAIN;
            case OPENED -> null;
            case RELOADED -> What.RELOADED;
            case AWAY -> What.AWAY;
            case PASTED -> What.PASTED;
            case OFFLINE -> What.OFFLINE;
            case FULL -> What.FULL;
        };
    }

    private boolean isFirstPage(int at) {
        return events.subList(0, at).stream().noneMatch(event -> event.kind() == EventKind.PAGE);
    }

    private boolean isReload(int at) {
        Instant page = events.get(at).at();
        return events.stream()
                .filter(event -> event.kind() == EventKind.RELOADED)
                .anyMatch(event -> Duration.between(page, event.at()).abs().compareTo(LATE) < 0);
    }

    private What ended() {
        return switch (attempt.endedBy()) {
            case "CLOCK" -> What.TIME_UP;
            case "LEARNER" -> What.SUBMITTED;
            case null -> What.SUBMITTED;
            default -> What.CLOSED;
        };
    }

    private static String letter(int place) {
        return place < LETTERS ? String.valueOf((char) ('A' + place)) : String.valueOf(place + 1);
    }
}
