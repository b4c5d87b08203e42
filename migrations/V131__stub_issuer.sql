-- Whether the body of a stub was guessed from who cites it: another document of that number may turn out to be the one meant.
alter table legal_document add column issuer_guessed boolean not null default false;
