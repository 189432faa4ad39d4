-- What two persons let travel above the limit; the release itself follows when the persons concerned have been read afresh.
ALTER TABLE payroll ADD COLUMN release_approved_vnd bigint CHECK (release_approved_vnd > 0);
COMMENT ON COLUMN payroll.release_approved_vnd IS 'dong that two persons approved (RELEASE_PAYROLL); null: nobody was asked or nobody answered';

-- A file that is understood closes the cases of those that it supersedes.
CREATE INDEX ON file (partner) WHERE state = 'SET_ASIDE';
