--liquibase formatted sql

--changeset collegium:activity-001
-- What somebody works on: an attempt at a quiz, the notebook of a lab. Its row is held while a save is written, so that
-- the revisions of one work have an order.
CREATE TABLE work_journal (
    id         UUID        NOT NULL PRIMARY KEY,
    owner_id   UUID        NOT NULL COMMENT 'person: who works; the row goes with the account',
    kind       VARCHAR(32) NOT NULL COLLATE ascii_bin,
    subject_id UUID        NOT NULL COMMENT 'what the work belongs to, in the module of its kind',
    history    VARCHAR(16) NOT NULL COLLATE ascii_bin COMMENT 'which earlier entries are kept',
    revision   BIGINT      NOT NULL COMMENT 'of the latest entry; 0 before the first',
    size       BIGINT      NOT NULL COMMENT 'characters in all entries',
    opened_at  DATETIME(6) NOT NULL,
    ends_at    DATETIME(6) NULL COMMENT 'later saves are refused; null for no end',
    closed_at  DATETIME(6) NULL,
    CONSTRAINT work_journal_subject UNIQUE (owner_id, kind, subject_id)
);
--rollback DROP TABLE work_journal;

--changeset collegium:activity-002
CREATE TABLE work_entry (
    work_id   UUID         NOT NULL,
    revision  BIGINT       NOT NULL,
    field     VARCHAR(100) NOT NULL COLLATE ascii_bin,
    entry_key UUID         NOT NULL COMMENT 'made by the browser; the same key again changes nothing',
    device    UUID         NOT NULL,
    sequence  BIGINT       NOT NULL COMMENT 'grows with each change made on the device',
    content   LONGTEXT     NOT NULL,
    sha256    CHAR(64)     NOT NULL COLLATE ascii_bin,
    saved_at  DATETIME(6)  NOT NULL,
    PRIMARY KEY (work_id, revision),
    CONSTRAINT work_entry_key UNIQUE (work_id, entry_key),
    INDEX work_entry_field (work_id, field, revision),
    CONSTRAINT work_entry_work FOREIGN KEY (work_id) REFERENCES work_journal (id) ON DELETE CASCADE
);
--rollback DROP TABLE work_entry;

--changeset collegium:activity-003
-- The key that signs the tickets of this installation; every node uses the same one.
CREATE TABLE work_ticket_key (
    id      TINYINT       NOT NULL PRIMARY KEY CHECK (id = 1),
    secret  VARBINARY(64) NOT NULL
);
--rollback DROP TABLE work_ticket_key;
