--liquibase formatted sql

--changeset collegium:learning-004
-- Files of published courses that may be asked for by their content: all but those of units, which hold what learners must not
-- see too early, such as the keys of a quiz. Those that a sample shows are open to everybody.
CREATE TABLE served_file (
    sha256     CHAR(64)     NOT NULL COLLATE ascii_bin,
    course_id  UUID         NOT NULL,
    media_type VARCHAR(127) NOT NULL COLLATE ascii_bin,
    everybody  BOOLEAN      NOT NULL,
    PRIMARY KEY (sha256, course_id)
);
--rollback DROP TABLE served_file;
