--liquibase formatted sql

--changeset collegium:courses-016-borrowed
-- Units that were put into a draft from another course, and from which version of it.
CREATE TABLE course_borrowed (
    course_id      UUID        NOT NULL,
    unit_key       VARCHAR(64) NOT NULL COLLATE ascii_bin,
    source_version UUID        NOT NULL,
    source_unit    VARCHAR(64) NOT NULL COLLATE ascii_bin,
    borrowed_at    DATETIME(6) NOT NULL,
    PRIMARY KEY (course_id, unit_key),
    INDEX course_borrowed_source (source_version),
    CONSTRAINT course_borrowed_course FOREIGN KEY (course_id) REFERENCES course (id) ON DELETE CASCADE,
    CONSTRAINT course_borrowed_from FOREIGN KEY (source_version) REFERENCES course_version (id)
);
--rollback DROP TABLE course_borrowed;
