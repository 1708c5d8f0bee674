--liquibase formatted sql

--changeset collegium:labs-033
-- What the labs of the newest version of each course ask for beyond the standard library.
CREATE TABLE lab_package (
    course_id  UUID         NOT NULL,
    unit_key   VARCHAR(64)  NOT NULL COLLATE ascii_bin,
    package    VARCHAR(100) NOT NULL COLLATE utf8mb4_bin,
    version_id UUID         NOT NULL,
    PRIMARY KEY (course_id, unit_key, package)
);

-- What was read of courses that were published before; once.
CREATE TABLE lab_reading (
    name    VARCHAR(32) NOT NULL PRIMARY KEY COLLATE ascii_bin,
    done_at DATETIME(6) NOT NULL
);
--rollback DROP TABLE lab_reading;
--rollback DROP TABLE lab_package;
