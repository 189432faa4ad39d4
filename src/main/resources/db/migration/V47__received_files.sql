-- The console lists the files of partners by the time of their arrival; without these a day long ago was found by reading all newer files.
CREATE INDEX file_received ON file (received_at, file_id) WHERE direction = 'IN';
CREATE INDEX file_received_from ON file (partner, received_at, file_id) WHERE direction = 'IN';
-- The page of a file shows the cases that it opened.
CREATE INDEX case_record_file ON case_record (file_id) WHERE file_id IS NOT NULL;
