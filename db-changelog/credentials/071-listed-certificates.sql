--liquibase formatted sql

--changeset collegium:credentials-071
-- Rules that were published before the list of courses heard of it: a course with a rule gives a certificate.
UPDATE catalogue_revision SET revision = revision + 1
WHERE id = 1 AND EXISTS (
    SELECT 1 FROM catalogue_entry entry JOIN earning_rule rule ON rule.course_id = entry.course_id
    WHERE entry.listed AND COALESCE(JSON_CONTAINS(entry.data, 'true', '$.certificate'), 0) = 0);
UPDATE catalogue_entry
SET data = JSON_SET(data, '$.certificate', JSON_EXTRACT('[true]', '$[0]')),
    revision = (SELECT revision FROM catalogue_revision WHERE id = 1)
WHERE listed AND COALESCE(JSON_CONTAINS(data, 'true', '$.certificate'), 0) = 0
    AND course_id IN (SELECT course_id FROM earning_rule);
--rollback SELECT 'what courses give stays true';
