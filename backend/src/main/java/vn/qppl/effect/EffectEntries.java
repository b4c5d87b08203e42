package vn.qppl.effect;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface EffectEntries extends JpaRepository<Effect, Long> {

    @Query("select e from Effect e where e.targetId = :target order by e.fromDate, e.id")
    List<Effect> on(long target);

    @Query("select e from Effect e where e.targetId in :targets order by e.targetId, e.fromDate, e.id")
    List<Effect> on(Collection<Long> targets);

    @Query("select e from Effect e where e.causeId = :cause order by e.id")
    List<Effect> causedBy(long cause);

    @Query("select e from Effect e where e.causeId in :causes order by e.id")
    List<Effect> causedBy(Collection<Long> causes);

    @Query("select e from Effect e where e.boundaryDocument = :document and e.retractedAt is null order by e.id")
    List<Effect> boundTo(long document);

    @Query("select e from Effect e where e.derivedFrom = :effect and e.retractedAt is null order by e.id")
    List<Effect> derivedFrom(long effect);
}
