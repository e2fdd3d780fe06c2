-- From when on a key signs, unless a younger one does. Until then it is only published.
ALTER TABLE tool_key ADD COLUMN signs_from TIMESTAMP WITH TIME ZONE;

UPDATE tool_key SET signs_from = created_at;

ALTER TABLE tool_key ALTER COLUMN signs_from SET NOT NULL;
