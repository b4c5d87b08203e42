-- Dated facts of a dossier that limits are counted from; a later row of the same event stands in place of the earlier.
create table case_event (
    id bigint not null auto_increment,
    dossier_id bigint not null,
    step_id bigint not null,
    event varchar(40) character set ascii collate ascii_bin not null,
    on_day date not null,
    recorded_by bigint null,
    recorded_at timestamp(6) not null,
    primary key (id),
    constraint fk_case_event_dossier foreign key (dossier_id) references dossier (id),
    constraint fk_case_event_step foreign key (step_id) references case_step (id)
);
create index ix_case_event_dossier on case_event (dossier_id, id);
