--liquibase formatted sql

--changeset collegium:credentials-045
-- Until when a certificate holds, and which one came before it. One that expires and is renewed is not the live one any more, and stays valid to its end.
ALTER TABLE certificate
    ADD COLUMN valid_until DATETIME(6) NULL COMMENT 'NULL when it does not expire',
    ADD COLUMN earlier_id UUID NULL COMMENT 'the certificate that this one renews or replaces',
    ADD COLUMN earlier_code CHAR(12) CHARACTER SET ascii COLLATE ascii_bin NULL,
    ADD COLUMN earlier_kind VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'RENEWED or RENAMED',
    ADD COLUMN earlier_shown BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'whether others learn of the earlier one',
    ADD CONSTRAINT certificate_earlier UNIQUE (earlier_id),
    ADD INDEX certificate_ends (live, valid_until);
--rollback ALTER TABLE certificate DROP INDEX certificate_ends, DROP CONSTRAINT certificate_earlier, DROP COLUMN earlier_shown, DROP COLUMN earlier_kind, DROP COLUMN earlier_code, DROP COLUMN earlier_id, DROP COLUMN valid_until;

--changeset collegium:credentials-046
-- That the holder was told of the end, once for each number of days before it.
CREATE TABLE certificate_reminder (
    certificate_id UUID        NOT NULL,
    days           INT         NOT NULL,
    told_at        DATETIME(6) NOT NULL,
    PRIMARY KEY (certificate_id, days),
    CONSTRAINT certificate_reminder_certificate FOREIGN KEY (certificate_id) REFERENCES certificate (id) ON DELETE CASCADE
);
--rollback DROP TABLE certificate_reminder;

--changeset collegium:credentials-047
-- What holders ask of registrars. The column open is 1 until it is decided, so that the unique key allows one for a certificate at a time.
CREATE TABLE certificate_request (
    id             UUID         NOT NULL PRIMARY KEY,
    certificate_id UUID         NOT NULL,
    learner_id     UUID         NOT NULL COMMENT 'person: who asks; the row goes with the account',
    kind           VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'RENEWED or RENAMED',
    new_name       VARCHAR(200) NULL COMMENT 'person: the name that the new one is to have; the row goes with the account',
    apart          BOOLEAN      NOT NULL COMMENT 'whether others may not learn that the two belong together',
    reason         VARCHAR(500) NOT NULL COMMENT 'person: why they ask; the row goes with the account',
    asked_at       DATETIME(6)  NOT NULL,
    state          VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'OPEN, APPROVED, DECLINED or WITHDRAWN',
    open           TINYINT      NULL,
    answer         VARCHAR(500) NULL COMMENT 'person: what the registrar wrote; the row goes with the account',
    decided_at     DATETIME(6)  NULL,
    decided_by     UUID         NULL COMMENT 'person: the registrar; forgotten with the account',
    CONSTRAINT certificate_request_certificate FOREIGN KEY (certificate_id) REFERENCES certificate (id) ON DELETE CASCADE,
    CONSTRAINT certificate_request_open UNIQUE (certificate_id, open),
    INDEX certificate_request_waiting (open, asked_at),
    INDEX certificate_request_learner (learner_id),
    INDEX certificate_request_by (decided_by)
);
--rollback DROP TABLE certificate_request;
