--liquibase formatted sql

--changeset collegium:credentials-010
-- The column active is 1 for the key that signs and NULL for the others, so that the unique key allows one for an issuer.
CREATE TABLE issuer_key (
    id           UUID           NOT NULL PRIMARY KEY,
    issuer_id    UUID           NOT NULL COMMENT 'the partner, or nothing but zeros for the alliance',
    public_key   VARCHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'multibase',
    private_key  VARBINARY(128) NULL COMMENT 'AES-GCM under the master key: nonce, text, tag; NULL once destroyed',
    master_key   CHAR(16)       CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'names the master key',
    brought      BOOLEAN        NOT NULL,
    state        VARCHAR(16)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'ACTIVE, ROTATED, RETIRED or COMPROMISED',
    active       TINYINT        NULL,
    made_at      DATETIME(6)    NOT NULL,
    revoked_from DATETIME(6)    NULL COMMENT 'what is signed from then on is not trusted',
    reason       VARCHAR(500)   NULL,
    CONSTRAINT issuer_key_public UNIQUE (public_key),
    CONSTRAINT issuer_key_active UNIQUE (issuer_id, active),
    INDEX issuer_key_issuer (issuer_id, made_at)
);
--rollback DROP TABLE issuer_key;

--changeset collegium:credentials-011
-- Everything that was done with a key. Rows are only ever added.
CREATE TABLE issuer_key_deed (
    id        UUID         NOT NULL PRIMARY KEY,
    key_id    UUID         NOT NULL,
    issuer_id UUID         NOT NULL,
    deed      VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    subject   UUID         NULL COMMENT 'the certificate or status list that was signed',
    done_at   DATETIME(6)  NOT NULL,
    done_by   UUID         NULL COMMENT 'person: who did it, NULL for the platform; forgotten with the account',
    CONSTRAINT issuer_key_deed_key FOREIGN KEY (key_id) REFERENCES issuer_key (id),
    INDEX issuer_key_deed_issuer (issuer_id, done_at, id),
    INDEX issuer_key_deed_by (done_by)
);
--rollback DROP TABLE issuer_key_deed;
