-- What the council, its standing body and its boards do is recorded by the council's own office; null where the committee's office does it.
alter table dossier add column council_office_id bigint null;
alter table dossier add constraint fk_dossier_council_office foreign key (council_office_id) references organisation (id);
