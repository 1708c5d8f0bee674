--liquibase formatted sql

--changeset collegium:labs-015
CREATE TABLE lab_regrade (
    id         UUID          NOT NULL PRIMARY KEY,
    run_id     UUID          NOT NULL,
    unit_key   VARCHAR(64)   NOT NULL COLLATE ascii_bin,
    version_id UUID          NOT NULL COMMENT 'the course version whose lab it is graded by',
    scope      VARCHAR(16)   NOT NULL COLLATE ascii_bin,
    reason     VARCHAR(500)  NOT NULL,
    state      VARCHAR(16)   NOT NULL COLLATE ascii_bin COMMENT 'GRADING, PREVIEWED, APPLYING, APPLIED or CANCELLED',
    obstacle   VARCHAR(2000) NULL,
    begun_by   UUID          NULL COMMENT 'person: who began it; forgotten with the account',
    begun_at   DATETIME(6)   NOT NULL,
    applied_by UUID          NULL COMMENT 'person: who decided that it counts; forgotten with the account',
    ended_at   DATETIME(6)   NULL,
    INDEX lab_regrade_of (run_id, unit_key, begun_at),
    INDEX lab_regrade_by (begun_by),
    INDEX lab_regrade_applied_by (applied_by)
);
--rollback DROP TABLE lab_regrade;

--changeset collegium:labs-016
-- What one submission would get; it goes with the submission.
CREATE TABLE lab_regrade_item (
    regrade_id    UUID        NOT NULL,
    submission_id UUID        NOT NULL,
    before_points DOUBLE      NOT NULL,
    before_max    DOUBLE      NOT NULL,
    before_passed BOOLEAN     NOT NULL,
    after_points  DOUBLE      NULL,
    after_max     DOUBLE      NULL,
    after_passed  BOOLEAN     NULL,
    changed       BOOLEAN     NULL,
    report        LONGTEXT    NULL COMMENT 'JSON: what each test gave, and the evidence',
    outcome       VARCHAR(16) NULL COLLATE ascii_bin COMMENT 'APPLIED, or SKIPPED when the grade was another one meanwhile',
    PRIMARY KEY (regrade_id, submission_id),
    CONSTRAINT lab_regrade_item_regrade FOREIGN KEY (regrade_id) REFERENCES lab_regrade (id) ON DELETE CASCADE,
    CONSTRAINT lab_regrade_item_submission FOREIGN KEY (submission_id) REFERENCES lab_submission (id) ON DELETE CASCADE,
    INDEX lab_regrade_item_changed (regrade_id, changed)
);
--rollback DROP TABLE lab_regrade_item;
