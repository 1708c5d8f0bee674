--liquibase formatted sql

--changeset collegium:credentials-017
CREATE INDEX certificate_course ON certificate (course_id, course_version, issued_at);
--rollback DROP INDEX certificate_course ON certificate;
