--liquibase formatted sql

--changeset collegium:identity-004
-- Links that were sent by mail; only the SHA-256 of their secret is kept.
CREATE TABLE account_token (
    hash       CHAR(64)     NOT NULL COLLATE ascii_bin PRIMARY KEY,
    account_id UUID         NOT NULL,
    purpose    VARCHAR(32)  NOT NULL,
    detail     VARCHAR(254) NULL,
    expires_at DATETIME(6)  NOT NULL,
    INDEX account_token_account (account_id, purpose),
    INDEX account_token_expires_at (expires_at),
    CONSTRAINT account_token_account FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
);
--rollback DROP TABLE account_token;
