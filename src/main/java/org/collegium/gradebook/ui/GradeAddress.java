package org.collegium.gradebook.ui;

import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.RouteParameters;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseRun;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseRuns;
import org.collegium.identity.AccountId;

/** What the addresses of these views name; what names nothing is not found. */
final class GradeAddress {

    private GradeAddress() {}

    static CourseId course(RouteParameters address) {
        return id(address, "course", CourseId::new);
    }

    static CourseRunId run(RouteParameters address) {
        return id(address, "run", CourseRunId::new);
    }

    /** The run, if it is one of the course. */
    static CourseRun run(RouteParameters address, CourseRuns runs) {
        return found(address, runs).orElseThrow(NotFoundException::new);
    }

    static boolean isRun(RouteParameters address, CourseRuns runs) {
        return found(address, runs).isPresent();
    }

    private static Optional<CourseRun> found(RouteParameters address, CourseRuns runs) {
        return runs.find(run(address)).filter(found -> found.course().equals(course(address)));
    }

    static AccountId learner(RouteParameters address) {
        return id(address, "learner", AccountId::new);
    }

    private static <T> T id(RouteParameters address, String name, Function<UUID, T> made) {
        try {
            return address.get(name).map(UUID::fromString).map(made).orElseThrow(NotFoundException::new);
        } catch (IllegalArgumentException noId) {
            throw new NotFoundException();
        }
    }
}
