--liquibase formatted sql

--changeset collegium:courses-020-version-retirement
-- A version that runs get no more from a time on, with notice. Runs that have it keep it.
CREATE TABLE course_version_retirement (
    version_id   UUID          NOT NULL PRIMARY KEY,
    course_id    UUID          NOT NULL,
    retires_at   DATETIME(6)   NOT NULL,
    message      VARCHAR(2000) NOT NULL COMMENT 'what learners and those who took the version over are told; may be empty',
    announced_by UUID          NULL COMMENT 'person: who announced it, for the course''s staff; NULL after erasure',
    announced_at DATETIME(6)   NOT NULL,
    INDEX course_version_retirement_of (course_id),
    INDEX course_version_retirement_by (announced_by),
    CONSTRAINT course_version_retirement_version FOREIGN KEY (version_id) REFERENCES course_version (id) ON DELETE CASCADE,
    CONSTRAINT course_version_retirement_course FOREIGN KEY (course_id) REFERENCES course (id) ON DELETE CASCADE
);
--rollback DROP TABLE course_version_retirement;
