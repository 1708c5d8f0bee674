--liquibase formatted sql

--changeset collegium:credentials-060
-- A transcript over the certificates that a link shows, as the alliance signed it; it goes with the link.
CREATE TABLE transcript (
    link_id   UUID        NOT NULL PRIMARY KEY,
    key_id    UUID        NOT NULL,
    document  MEDIUMTEXT  NOT NULL COMMENT 'person: name and results of the holder; the row goes with the account',
    token     MEDIUMTEXT  NOT NULL COMMENT 'person: the same as a signed token; the row goes with the account',
    signed_at DATETIME(6) NOT NULL,
    CONSTRAINT transcript_link FOREIGN KEY (link_id) REFERENCES share_link (id) ON DELETE CASCADE,
    CONSTRAINT transcript_key FOREIGN KEY (key_id) REFERENCES issuer_key (id)
);
--rollback DROP TABLE transcript;
