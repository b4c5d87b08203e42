-- Days off and days worked as an administrator says, in place of the table that comes with the software.
create table calendar_correction (
    day date not null,
    version bigint not null,
    -- HOLIDAY, COMPENSATION, EXCHANGED, WORKING; ORDINARY: as its day of the week
    kind varchar(20) character set ascii collate ascii_bin not null,
    name varchar(200) character set utf8mb4 collate utf8mb4_bin not null,
    reason varchar(1000) character set utf8mb4 collate utf8mb4_bin not null,
    changed_by bigint not null,
    changed_at timestamp(6) not null,
    primary key (day),
    constraint fk_calendar_correction_person foreign key (changed_by) references person (id)
);
