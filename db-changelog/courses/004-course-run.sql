--liquibase formatted sql

--changeset collegium:courses-004
CREATE TABLE course_run (
    id             UUID         NOT NULL PRIMARY KEY,
    version        INT          NOT NULL,
    course_id      UUID         NOT NULL,
    partner_id     UUID         NOT NULL,
    version_id     UUID         NOT NULL,
    title          VARCHAR(300) NOT NULL,
    opens_at       DATETIME(6)  NULL,
    closes_at      DATETIME(6)  NULL,
    self_enrolment BOOLEAN      NOT NULL,
    capacity       INT          NULL,
    created_at     DATETIME(6)  NOT NULL,
    INDEX course_run_course (course_id, created_at),
    CONSTRAINT course_run_course FOREIGN KEY (course_id) REFERENCES course (id),
    CONSTRAINT course_run_version FOREIGN KEY (version_id) REFERENCES course_version (id)
);
--rollback DROP TABLE course_run;
