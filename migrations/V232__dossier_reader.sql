-- Who may see a dossier: the drafting body, and every body that holds or held a step. Carries the order of the lists, so that a body's list
-- and board are walks along an index.
create table dossier_reader (
    organisation_id bigint not null,
    dossier_id bigint not null,
    activity varchar(30) character set ascii collate ascii_bin null,
    open_mark int null,
    due_key date not null,
    primary key (organisation_id, dossier_id),
    constraint fk_dossier_reader_organisation foreign key (organisation_id) references organisation (id),
    constraint fk_dossier_reader_dossier foreign key (dossier_id) references dossier (id)
);
create index ix_dossier_reader_due on dossier_reader (organisation_id, open_mark, due_key, dossier_id);
create index ix_dossier_reader_board on dossier_reader (organisation_id, open_mark, activity, due_key, dossier_id);
