package org.collegium.enrolment;

import jakarta.persistence.LockModeType;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface RunSeatsRepository extends Repository<RunSeats, UUID> {

    /**
     * Makes the row of a run on first use, counted from its enrolments. The update of a row that is there takes its lock at
     * once: an insert that is merely ignored would take a shared lock first, over which two learners could deadlock.
     */
    @Modifying
    @Query(nativeQuery = true, value = """
            insert into run_seats (run_id, version, taken)
            select :run, 0, count(*) from enrolment where run_id = :run and state = 'ACTIVE'
            on duplicate key update run_id = values(run_id)
            """)
    void prepare(UUID run);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select seats from RunSeats seats where seats.runId = :run")
    RunSeats lock(UUID run);
}
