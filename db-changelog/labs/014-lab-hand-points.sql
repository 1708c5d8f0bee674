--liquibase formatted sql

--changeset collegium:labs-014
-- Points that a person gave; the report of the submission holds them too.
CREATE TABLE lab_hand_points (
    submission_id UUID          NOT NULL,
    grade_id      VARCHAR(200)  NOT NULL COLLATE utf8mb4_bin,
    points        DOUBLE        NOT NULL,
    comment       VARCHAR(2000) NOT NULL,
    given_by      UUID          NULL COMMENT 'person: who gave them; forgotten with the account',
    given_at      DATETIME(6)   NOT NULL,
    PRIMARY KEY (submission_id, grade_id),
    CONSTRAINT lab_hand_points_submission FOREIGN KEY (submission_id) REFERENCES lab_submission (id) ON DELETE CASCADE,
    INDEX lab_hand_points_by (given_by)
);
--rollback DROP TABLE lab_hand_points;
