--liquibase formatted sql

--changeset collegium:labs-013
-- Grades that another took the place of, with their evidence.
CREATE TABLE lab_grade_history (
    id            UUID         NOT NULL PRIMARY KEY,
    submission_id UUID         NOT NULL,
    replaced_at   DATETIME(6)  NOT NULL,
    replaced_by   UUID         NULL COMMENT 'person: who had it replaced; forgotten with the account',
    reason        VARCHAR(500) NOT NULL,
    points        DOUBLE       NOT NULL,
    max_points    DOUBLE       NOT NULL,
    passed        BOOLEAN      NOT NULL,
    report        LONGTEXT     NOT NULL COMMENT 'JSON: what each test gave, and the evidence',
    CONSTRAINT lab_grade_history_submission FOREIGN KEY (submission_id) REFERENCES lab_submission (id) ON DELETE CASCADE,
    INDEX lab_grade_history_by (replaced_by)
);
--rollback DROP TABLE lab_grade_history;
