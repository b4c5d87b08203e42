-- What an act touched is asked by when it was recorded or taken back.
create index ix_effect_recorded on effect (recorded_at);
create index ix_effect_retracted on effect (retracted_at);
create index ix_effect_derived on effect (derived_from);
