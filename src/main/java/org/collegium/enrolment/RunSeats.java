package org.collegium.enrolment;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/** How many seats of a run are taken; changed only under the lock of its row. */
@Entity(name = "RunSeats")
@Table(name = "run_seats")
class RunSeats {

    @Id
    private UUID runId;

    @Version
    private int version;

    private int taken;

    @SuppressWarnings("NullAway.Init")
    protected RunSeats() {}

    void take() {
        taken++;
    }

    void free() {
        taken--;
    }

    int taken() {
        return taken;
    }
}
