--liquibase formatted sql

--changeset collegium:credentials-012
CREATE TABLE status_list (
    id        UUID        NOT NULL PRIMARY KEY,
    issuer_id UUID        NOT NULL COMMENT 'the partner, or nothing but zeros for the alliance',
    opened_at DATETIME(6) NOT NULL,
    INDEX status_list_issuer (issuer_id, opened_at)
);
--rollback DROP TABLE status_list;

--changeset collegium:credentials-013
-- A list as it was signed last, for each of its two purposes; signed anew when what it says has changed.
CREATE TABLE signed_status_list (
    list_id   UUID        NOT NULL,
    purpose   VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    content   CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SHA-256 of what it says',
    key_id    UUID        NOT NULL,
    document  LONGTEXT    NOT NULL,
    token     LONGTEXT    NOT NULL,
    signed_at DATETIME(6) NOT NULL,
    PRIMARY KEY (list_id, purpose),
    CONSTRAINT signed_status_list_list FOREIGN KEY (list_id) REFERENCES status_list (id)
);
--rollback DROP TABLE signed_status_list;

--changeset collegium:credentials-014
-- The place of a certificate in the lists. It stays when the holder's account is erased.
CREATE TABLE certificate_status (
    certificate_id UUID    NOT NULL PRIMARY KEY,
    list_id        UUID    NOT NULL,
    position       INT     NOT NULL,
    revoked        BOOLEAN NOT NULL,
    suspended      BOOLEAN NOT NULL,
    CONSTRAINT certificate_status_certificate FOREIGN KEY (certificate_id) REFERENCES certificate (id) ON DELETE CASCADE,
    CONSTRAINT certificate_status_list FOREIGN KEY (list_id) REFERENCES status_list (id),
    CONSTRAINT certificate_status_position UNIQUE (list_id, position),
    INDEX certificate_status_revoked (list_id, revoked, position),
    INDEX certificate_status_suspended (list_id, suspended, position)
);
--rollback DROP TABLE certificate_status;

--changeset collegium:credentials-015
CREATE TABLE certificate_credential (
    certificate_id UUID         NOT NULL PRIMARY KEY,
    key_id         UUID         NOT NULL,
    document       LONGTEXT     NOT NULL COMMENT 'person: names the holder; the row goes with the account',
    token          LONGTEXT     NOT NULL COMMENT 'person: names the holder; the row goes with the account',
    signed_at      DATETIME(6)  NOT NULL,
    CONSTRAINT certificate_credential_certificate FOREIGN KEY (certificate_id) REFERENCES certificate (id) ON DELETE CASCADE,
    CONSTRAINT certificate_credential_key FOREIGN KEY (key_id) REFERENCES issuer_key (id)
);
--rollback DROP TABLE certificate_credential;

--changeset collegium:credentials-016
-- The column open is 1 while the suspension holds and NULL once it is lifted, so that the unique key allows one at a time.
CREATE TABLE certificate_suspension (
    certificate_id   UUID         NOT NULL,
    suspended_at     DATETIME(6)  NOT NULL,
    suspended_by     UUID         NULL COMMENT 'person: the registrar; forgotten with the account',
    suspended_reason VARCHAR(500) NOT NULL,
    lifted_at        DATETIME(6)  NULL,
    lifted_by        UUID         NULL COMMENT 'person: the registrar; forgotten with the account',
    lifted_reason    VARCHAR(500) NULL,
    open             TINYINT      NULL,
    PRIMARY KEY (certificate_id, suspended_at),
    CONSTRAINT certificate_suspension_certificate FOREIGN KEY (certificate_id) REFERENCES certificate (id) ON DELETE CASCADE,
    CONSTRAINT certificate_suspension_open UNIQUE (certificate_id, open),
    INDEX certificate_suspension_by (suspended_by),
    INDEX certificate_suspension_lifted_by (lifted_by)
);
--rollback DROP TABLE certificate_suspension;
