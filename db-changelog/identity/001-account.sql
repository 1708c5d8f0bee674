--liquibase formatted sql

--changeset collegium:identity-001
CREATE TABLE account (
    id            UUID         NOT NULL PRIMARY KEY,
    version       INT          NOT NULL,
    email         VARCHAR(254) NOT NULL,
    name          VARCHAR(200) NOT NULL,
    locale        VARCHAR(35)  NOT NULL,
    password_hash VARCHAR(255) NULL,
    created_at    DATETIME(6)  NOT NULL,
    confirmed_at  DATETIME(6)  NULL,
    session_epoch INT          NOT NULL DEFAULT 0,
    CONSTRAINT account_email UNIQUE (email),
    INDEX account_name (name)
);
CREATE TABLE account_role (
    account_id UUID        NOT NULL,
    role       VARCHAR(32) NOT NULL,
    PRIMARY KEY (account_id, role),
    CONSTRAINT account_role_account FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
);
--rollback DROP TABLE account_role;
--rollback DROP TABLE account;
