--liquibase formatted sql

--changeset collegium:assessment-060
-- What is kept of files that learners handed in, by their content; the same content is kept once. The file itself is in the store of
-- files, and goes when nothing refers to it any more.
CREATE TABLE quiz_stored_file (
    sha256    VARCHAR(64) NOT NULL PRIMARY KEY COLLATE ascii_bin,
    size      BIGINT      NOT NULL COMMENT 'bytes',
    stored_at DATETIME(6) NOT NULL
);
--rollback DROP TABLE quiz_stored_file;

--changeset collegium:assessment-061
-- Files of answers: on their way until they are stored. Those that are there at the end of the attempt count.
CREATE TABLE quiz_answer_file (
    id           UUID         NOT NULL PRIMARY KEY,
    attempt_id   UUID         NOT NULL,
    question_key VARCHAR(64)  NOT NULL COLLATE ascii_bin,
    name         VARCHAR(200) NOT NULL COMMENT 'as its learner has it, made harmless; it may say who they are',
    size         BIGINT       NOT NULL COMMENT 'bytes, as was said at the beginning',
    received     BIGINT       NOT NULL COMMENT 'bytes that are there',
    told_sha256  VARCHAR(64)  NOT NULL COLLATE ascii_bin COMMENT 'of the whole, as was said at the beginning; may be empty',
    replaces     UUID         NULL COMMENT 'the file that it takes the place of when it is there',
    kind         VARCHAR(16)  NULL COLLATE ascii_bin COMMENT 'found in its content: PDF, PICTURE, NOTEBOOK, TEXT, ZIP, ANY',
    media_type   VARCHAR(100) NULL COLLATE ascii_bin COMMENT 'found in its content',
    sha256       VARCHAR(64)  NULL COLLATE ascii_bin COMMENT 'of its content; null while it is on its way',
    begun_at     DATETIME(6)  NOT NULL,
    stored_at    DATETIME(6)  NULL COMMENT 'when it was there whole',
    INDEX quiz_answer_file_attempt (attempt_id, question_key),
    INDEX quiz_answer_file_sha256 (sha256),
    CONSTRAINT quiz_answer_file_attempt FOREIGN KEY (attempt_id) REFERENCES quiz_attempt (id) ON DELETE CASCADE,
    CONSTRAINT quiz_answer_file_stored FOREIGN KEY (sha256) REFERENCES quiz_stored_file (sha256)
);
--rollback DROP TABLE quiz_answer_file;
