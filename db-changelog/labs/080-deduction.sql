--liquibase formatted sql

--changeset collegium:labs-080
-- Points that a verdict takes away from all that a learner hands in at a lab of a run. A row for each cell that it is about; a changed
-- verdict changes the rows of its source, or takes them out.
CREATE TABLE lab_deduction (
    source_id  UUID          NOT NULL COMMENT 'of the verdict, in the module that gives it',
    grade_id   VARCHAR(200)  NOT NULL COLLATE utf8mb4_bin COMMENT 'empty for all cells',
    learner_id UUID          NOT NULL COMMENT 'person: from whose work points are taken; the row goes with the account',
    run_id     UUID          NOT NULL,
    unit_key   VARCHAR(64)   NOT NULL COLLATE ascii_bin,
    keeps      DOUBLE        NOT NULL COMMENT 'the share of the points that stays, 0 to 1',
    pass_mark  DOUBLE        NOT NULL COMMENT 'of the lab as it was then, 0 to 1',
    reason     VARCHAR(2000) NOT NULL,
    given_by   UUID          NULL COMMENT 'person: who decided; forgotten with the account',
    given_at   DATETIME(6)   NOT NULL,
    PRIMARY KEY (source_id, grade_id),
    INDEX lab_deduction_learner (learner_id, run_id, unit_key),
    INDEX lab_deduction_by (given_by)
);
--rollback DROP TABLE lab_deduction;

--changeset collegium:labs-081
-- What was earned stays beside what verdicts take of it; the difference counts.
ALTER TABLE lab_submission
    ADD COLUMN taken DOUBLE  NOT NULL DEFAULT 0 COMMENT 'points that verdicts take away',
    ADD COLUMN fails BOOLEAN NOT NULL DEFAULT false COMMENT 'whether what they leave is less than the pass mark';
--rollback ALTER TABLE lab_submission DROP COLUMN taken, DROP COLUMN fails;
