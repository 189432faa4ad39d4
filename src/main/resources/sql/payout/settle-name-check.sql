-- Planned payments whose account's name was compared wait no longer; those in frozen may not be batched before a person has decided.
update payment
set name_checked_at = :at, frozen = frozen or payment_id = any (:frozen), updated_at = :at
where payment_id = any (:checked) and state = 'PLANNED'
