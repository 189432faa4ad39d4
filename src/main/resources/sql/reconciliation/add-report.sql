-- Notes a report that was written.
insert into settlement_report (period, kind, written_at, sha256, xlsx_sha256, html_sha256)
values (:period, :kind, :now, :sha256, :xlsx_sha256, :html_sha256)
