--liquibase formatted sql

--changeset collegium:credentials-020
-- Certificates whose holders do not want them to be read by whoever has the code.
CREATE TABLE certificate_hidden (
    certificate_id UUID        NOT NULL PRIMARY KEY,
    hidden_at      DATETIME(6) NOT NULL,
    CONSTRAINT certificate_hidden_certificate FOREIGN KEY (certificate_id) REFERENCES certificate (id) ON DELETE CASCADE
);
--rollback DROP TABLE certificate_hidden;

--changeset collegium:credentials-021
-- A link that shows some certificates to whoever has it. The token is kept as it is, so that its owner can copy it again.
CREATE TABLE share_link (
    id         UUID         NOT NULL PRIMARY KEY,
    owner_id   UUID         NOT NULL COMMENT 'person: whose certificates it shows; the row goes with the account',
    token      CHAR(26)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name       VARCHAR(100) NOT NULL COMMENT 'person: what it is for; the row goes with the account',
    made_at    DATETIME(6)  NOT NULL,
    ends_at    DATETIME(6)  NULL COMMENT 'NULL while it does not end by itself',
    CONSTRAINT share_link_token UNIQUE (token),
    INDEX share_link_owner (owner_id, made_at)
);
CREATE TABLE share_link_certificate (
    link_id        UUID NOT NULL,
    certificate_id UUID NOT NULL,
    PRIMARY KEY (link_id, certificate_id),
    CONSTRAINT share_link_certificate_link FOREIGN KEY (link_id) REFERENCES share_link (id) ON DELETE CASCADE,
    CONSTRAINT share_link_certificate_certificate FOREIGN KEY (certificate_id) REFERENCES certificate (id) ON DELETE CASCADE
);
--rollback DROP TABLE share_link_certificate;
--rollback DROP TABLE share_link;
