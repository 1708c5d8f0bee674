--liquibase formatted sql

--changeset collegium:integrity-001
-- What happened in attempts whose quiz asks for a trace. Start and end are with the attempt itself. Nothing of what was typed or pasted is here.
CREATE TABLE integrity_event (
    attempt_id   UUID        NOT NULL,
    event_key    UUID        NOT NULL COMMENT 'made by the browser, so that what is sent twice is kept once',
    learner_id   UUID        NOT NULL COMMENT 'person: whose attempt; the row goes with the account',
    run_id       UUID        NOT NULL,
    kind         VARCHAR(16) NOT NULL COLLATE ascii_bin,
    question_key VARCHAR(64) NULL COLLATE ascii_bin,
    at           DATETIME(6) NOT NULL COMMENT 'as the browser tells it, within the attempt and not later than it was received',
    received_at  DATETIME(6) NOT NULL,
    seconds      INT         NULL COMMENT 'how long it lasted',
    characters   INT         NULL COMMENT 'how many were pasted',
    window_id    UUID        NULL COMMENT 'made at random by the tab for itself',
    network      INT         NOT NULL COMMENT '16 bits of a keyed hash that differs from attempt to attempt; no address',
    PRIMARY KEY (attempt_id, event_key),
    INDEX integrity_event_order (attempt_id, at),
    INDEX integrity_event_learner (learner_id),
    INDEX integrity_event_run (run_id)
);
--rollback DROP TABLE integrity_event;

--changeset collegium:integrity-002
-- The key with which networks are hashed.
CREATE TABLE integrity_key (
    id     TINYINT       NOT NULL PRIMARY KEY CHECK (id = 1),
    secret VARBINARY(32) NOT NULL
);
--rollback DROP TABLE integrity_key;
