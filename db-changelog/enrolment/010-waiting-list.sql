--liquibase formatted sql

--changeset collegium:enrolment-010
-- Who waits for a place in a run, in the order in which they came. Changed only under the lock of the row of run_seats.
CREATE TABLE run_waiting (
    run_id      UUID        NOT NULL,
    learner_id  UUID        NOT NULL COMMENT 'person: who waits for a place; the row goes with the account',
    waits_since DATETIME(6) NOT NULL,
    kept_until  DATETIME(6) NULL COMMENT 'until when a place is kept for them; null while they wait for one',
    PRIMARY KEY (run_id, learner_id),
    INDEX run_waiting_line (run_id, waits_since),
    INDEX run_waiting_learner (learner_id)
);
--rollback DROP TABLE run_waiting;
