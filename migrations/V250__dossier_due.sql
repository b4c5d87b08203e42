-- What is due in a dossier's current step, as lists show it: beside the day in due_key, from when it is at risk, the last safe day, and by which
-- rule of which article. Written by the transition that counts the clock; null where nothing is due.
alter table dossier
    add column risk_from date null,
    add column last_safe_day date null,
    add column due_rule varchar(1000) character set utf8mb4 collate utf8mb4_bin null,
    add column due_article varchar(1000) character set utf8mb4 collate utf8mb4_bin null;
