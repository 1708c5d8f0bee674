--liquibase formatted sql

--changeset collegium:enrolment-021-retirement-telling
-- Retirements of which learners are still to be told, written down with the announcement. Enrolments are gone through in the order of their ids.
CREATE TABLE retirement_telling (
    about        UUID        NOT NULL PRIMARY KEY COMMENT 'the course or the version that is retired',
    of_version   BOOLEAN     NOT NULL,
    after_id     UUID        NULL COMMENT 'the last enrolment whose learner was told',
    announced_at DATETIME(6) NOT NULL
);
--rollback DROP TABLE retirement_telling;
