--liquibase formatted sql

--changeset collegium:courses-005
-- Which contents may be shown to those who see a draft: the files that its units show or offer.
CREATE TABLE course_draft_file (
    sha256     CHAR(64)     NOT NULL COLLATE ascii_bin,
    course_id  UUID         NOT NULL,
    media_type VARCHAR(127) NOT NULL,
    PRIMARY KEY (sha256, course_id),
    INDEX course_draft_file_course (course_id),
    CONSTRAINT course_draft_file_draft FOREIGN KEY (course_id) REFERENCES course_draft (course_id) ON DELETE CASCADE
);
--rollback DROP TABLE course_draft_file;
