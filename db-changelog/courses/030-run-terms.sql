--liquibase formatted sql

--changeset collegium:courses-030
ALTER TABLE course_run ADD COLUMN language VARCHAR(35) NULL COMMENT 'in which it is taught; null for that of the course';
--rollback ALTER TABLE course_run DROP COLUMN language;

--changeset collegium:courses-031
CREATE TABLE course_run_teacher (
    run_id     UUID NOT NULL,
    account_id UUID NOT NULL COMMENT 'person: who teaches the run; the row goes with the account',
    PRIMARY KEY (run_id, account_id),
    INDEX course_run_teacher_account (account_id),
    CONSTRAINT course_run_teacher_run FOREIGN KEY (run_id) REFERENCES course_run (id)
);
--rollback DROP TABLE course_run_teacher;
