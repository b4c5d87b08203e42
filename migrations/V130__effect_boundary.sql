-- A boundary named by an event ("kể từ ngày Nghị quyết X hết hiệu lực") is resolved by that document's own first or last day: the
-- resolved effect is a row of its own, derived from the one that names the event and retracted with the fact that dated it.
alter table effect add column boundary_document bigint null;
alter table effect add column boundary_event varchar(10) character set ascii collate ascii_bin null;
alter table effect add column boundary_days int not null default 0;
-- the effect whose day dates this one: the other document's commencement or end, the parent's end
alter table effect add column resolved_by bigint null;
create index ix_effect_boundary on effect (boundary_document);
alter table effect add constraint fk_effect_boundary foreign key (boundary_document) references legal_document (id);
alter table effect add constraint fk_effect_resolved foreign key (resolved_by) references effect (id);
-- an administrative code, or the folded name of a place that has none here
alter table effect modify column territory varchar(120) character set ascii collate ascii_bin null;
alter table validity_span modify column place varchar(120) character set ascii collate ascii_bin not null;
