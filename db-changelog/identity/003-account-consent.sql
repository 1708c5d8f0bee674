--liquibase formatted sql

--changeset collegium:identity-003
CREATE TABLE account_consent (
    account_id       UUID        NOT NULL,
    document         VARCHAR(32) NOT NULL,
    document_version VARCHAR(32) NOT NULL,
    given_at         DATETIME(6) NOT NULL,
    PRIMARY KEY (account_id, document, document_version),
    CONSTRAINT account_consent_account FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
);
--rollback DROP TABLE account_consent;
