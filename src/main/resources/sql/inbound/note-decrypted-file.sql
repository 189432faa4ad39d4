-- Notes what an encrypted file held and who signed it.
insert into decrypted_file (file_id, partner, clear_sha256, signer) values (:file, :partner, :clear_sha256, :signer)
on conflict (file_id) do nothing
