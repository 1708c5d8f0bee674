--liquibase formatted sql

--changeset collegium:identity-005
-- One row for each account or address that tried something lately; the subject is a hash. Rows a day past are deleted.
CREATE TABLE sign_in_throttle (
    subject CHAR(64)    NOT NULL COLLATE ascii_bin PRIMARY KEY,
    free_at DATETIME(6) NOT NULL,
    INDEX sign_in_throttle_free_at (free_at)
);
--rollback DROP TABLE sign_in_throttle;
