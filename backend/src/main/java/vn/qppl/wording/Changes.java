package vn.qppl.wording;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.qppl.attachment.DocumentFiles;
import vn.qppl.attachment.Readings;
import vn.qppl.consolidation.AmendingText;
import vn.qppl.consolidation.Amendment;
import vn.qppl.consolidation.BaseText;
import vn.qppl.consolidation.Timeline;
import vn.qppl.document.LegalDocument;
import vn.qppl.document.Register;
import vn.qppl.effect.Effect;
import vn.qppl.effect.Effects;
import vn.qppl.reading.EffectKind;
import vn.qppl.reading.EffectReader;
import vn.qppl.reading.TitleCatalogue;
import vn.qppl.structure.LegalText;
import vn.qppl.structure.ProvisionAddress;
import vn.qppl.structure.StructureReader;

/** The changes on record that go into a document's text: those on it, and those on the documents that change it. */
@Component
class Changes {
    /** Raised when the same changes give other wordings, so that stored ones are put together anew. */
    private static final int ENGINE = 2;

    /** A change of a change of a change. */
    private static final int DEEPEST = 3;

    private static final int MOST_DOCUMENTS = 1000;

    private final Register register;
    private final Effects effects;
    private final DocumentFiles files;
    private final Readings readings;
    private final HandWordings byHand;

    Changes(Register register, Effects effects, DocumentFiles files, Readings readings, HandWordings byHand) {
        this.register = register;
        this.effects = effects;
        this.files = files;
        this.readings = readings;
        this.byHand = byHand;
    }

    /**
     * What a text is put together from.
     *
     * @param fingerprint of all that decides the outcome
     * @param withheld how many changes are kept from these readers
     */
    record Input(LegalDocument document, String sha256, List<Change> changes, int withheld, String fingerprint) {

        /** The same document with other changes, to see what they would do; of no use to a store. */
        Input with(List<Change> others) {
            return new Input(document, sha256, List.copyOf(others), withheld, "");
        }
    }

    /** @param hand words of a person in place of the instruction's own; null for none */
    record Change(Effect effect, @Nullable HandWording hand) {}

    /** Empty where no text of the document is at hand. */
    Optional<Input> of(LegalDocument document, Instant knownAt, Readers readers) {
        var base = baseFile(document.id());
        if (base.isEmpty()) return Optional.empty();
        var changes = new ArrayList<Change>();
        var done = new HashSet<Long>();
        Set<Long> targets = Set.of(document.id());
        int withheld = 0;
        for (int depth = 0; depth < DEEPEST && !targets.isEmpty(); depth++) {
            done.addAll(targets);
            var clauses = depth == 0 ? null : ActingClauses.of(changes);
            var known = dated(effects.on(targets).stream()
                    .filter(e -> textual(e) && e.knownAt(knownAt) && (clauses == null || clauses.mayBeChangedBy(e)))
                    .toList());
            var shown = shownTo(readers, known);
            if (depth == 0) withheld = known.size() - shown.size();
            var written = byHand.byEffect(targets, knownAt);
            for (var effect : shown) {
                var hands = written.getOrDefault(effect.id(), List.of());
                if (hands.isEmpty()) changes.add(new Change(effect, null));
                for (var hand : hands) changes.add(new Change(effect, hand));
            }
            targets = next(shown, done);
        }
        return Optional.of(new Input(
                document,
                base.get().sha256(),
                List.copyOf(changes),
                withheld,
                fingerprint(base.get().sha256(), changes, done)));
    }

    Set<Long> changed(Collection<Long> documentIds, Instant knownAt) {
        return effects.on(documentIds).stream()
                .filter(e -> textual(e) && e.knownAt(knownAt))
                .map(Effect::targetId)
                .collect(Collectors.toSet());
    }

    /** A change bound to an event that has come stands twice: as it was accepted, and with the date that follows. */
    private static List<Effect> dated(List<Effect> known) {
        var followed = new HashSet<Long>();
        for (var e : known) if (e.derivedFrom() != null) followed.add(e.derivedFrom());
        return known.stream()
                .filter(e -> e.from() != null || !followed.contains(e.id()))
                .toList();
    }

    private Optional<DocumentFiles.DocumentFile> baseFile(long documentId) {
        return files.of(documentId).stream()
                .filter(f -> f.role().equals("ORIGINAL") && f.problem() == null && f.mediaType() != null)
                .findFirst();
    }

    private static Set<Long> next(List<Effect> shown, Set<Long> done) {
        var next = new LinkedHashSet<Long>();
        for (var effect : shown) {
            var cause = effect.causeId();
            if (cause != null && !done.contains(cause) && next.size() < MOST_DOCUMENTS) next.add(cause);
        }
        return next;
    }

    private List<Effect> shownTo(Readers readers, List<Effect> known) {
        return switch (readers) {
            case STAFF -> known;
            case PUBLIC -> {
                var causes = documents(known);
                yield known.stream()
                        .filter(e -> {
                            var cause = e.causeId() == null ? null : causes.get(e.causeId());
                            return cause == null || cause.stub() || cause.open();
                        })
                        .toList();
            }
        };
    }

    private Map<Long, LegalDocument> documents(Collection<Effect> of) {
        var ids = new TreeSet<Long>();
        for (var effect : of) if (effect.causeId() != null) ids.add(effect.causeId());
        return register.byId(ids);
    }

    private static String fingerprint(String sha256, List<Change> changes, Set<Long> read) {
        var parts = new TreeSet<String>();
        for (var change : changes)
            parts.add(change.effect().id()
                    + (change.hand() == null ? "" : "/" + change.hand().id()));
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(
                    (ENGINE + " " + sha256 + " " + parts + " " + new TreeSet<>(read)).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the effect changes words. What ends a whole document, or lets a provision expire, leaves its words as they are. */
    static boolean textual(Effect effect) {
        return switch (effect.kind()) {
            case AMEND, SUPPLEMENT, SUBSTITUTE, RENUMBER, CORRECT -> true;
            case REPLACE, REPEAL ->
                effect.targetProvision() != null || effect.targetLabel() != null || effect.oldWords() != null;
            case EXPIRE, COMMENCE, SUSPEND, RESUME, EXTEND -> false;
        };
    }

    /** Puts the text together: pure, given the documents' texts. */
    Timeline compose(Input input) {
        var document = input.document();
        var text = readings.structureOf(input.sha256()).orElseThrow();
        var facts = document.facts();
        var number = document.numberWritten().isEmpty() ? null : document.numberWritten();
        // the dates are on record and were confirmed; a wrong one is not to make a change vanish
        var base = new BaseText(number, titleOf(document), null, null, text);
        var changed = changedDocuments(input);
        var amending = new ArrayList<AmendingText>();
        var byCause = new TreeMap<Long, List<Change>>();
        for (var change : input.changes()) {
            var cause = change.effect().causeId();
            byCause.computeIfAbsent(cause == null ? 0L : cause, k -> new ArrayList<>())
                    .add(change);
        }
        var causes = documents(input.changes().stream().map(Change::effect).toList());
        byCause.forEach((id, list) -> {
            var cause = causes.get(id);
            var amendments =
                    list.stream().map(c -> amendment(c, document, causes)).toList();
            amending.add(
                    AmendingText.accepted(own(cause), name(cause, list), textOf(cause, list, changed), amendments));
        });
        var issued = facts.issuedOn();
        var titles = issued == null || number == null
                ? TitleCatalogue.national()
                : TitleCatalogue.national().with(List.of(new TitleCatalogue.Entry(number, issued, titleOf(document))));
        return Timeline.of(base, amending, titles);
    }

    private static Set<Long> changedDocuments(Input input) {
        var targets = new HashSet<Long>();
        for (var change : input.changes()) targets.add(change.effect().targetId());
        return targets;
    }

    /** The text of a document that changes others is only needed where it is changed itself, or brings annexes. */
    private LegalText textOf(@Nullable LegalDocument cause, List<Change> changes, Set<Long> changed) {
        boolean needed = cause != null
                && (changed.contains(cause.id())
                        || changes.stream()
                                .map(Change::effect)
                                .anyMatch(e -> e.newText() == null
                                        && e.oldWords() == null
                                        && e.newWords() == null
                                        && e.kind() != EffectKind.REPEAL));
        if (cause == null || !needed) return StructureReader.read("");
        return baseFile(cause.id())
                .flatMap(f -> readings.structureOf(f.sha256()))
                .orElseGet(() -> StructureReader.read(""));
    }

    private static EffectReader.Own own(@Nullable LegalDocument cause) {
        if (cause == null) return EffectReader.Own.UNKNOWN;
        var number = cause.numberWritten();
        return new EffectReader.Own(
                number.isEmpty() ? null : number, cause.type().label(), cause.title(), cause.issuedOn(), null);
    }

    private static String name(@Nullable LegalDocument cause, List<Change> changes) {
        if (cause != null) return cause.citedAs();
        var label = changes.getFirst().effect().causeLabel();
        return label == null ? "Ghi nhận của cơ quan quản lý" : label;
    }

    private static Amendment amendment(Change change, LegalDocument document, Map<Long, LegalDocument> documents) {
        var e = change.effect();
        var target = e.targetId() == document.id() ? document : documents.get(e.targetId());
        var number = target == null || target.numberWritten().isEmpty() ? null : target.numberWritten();
        var title = target == null ? null : titleOf(target);
        var hand = change.hand();
        if (hand != null) {
            boolean gone = hand.text().isBlank();
            return new Amendment(
                    gone ? EffectKind.REPEAL : EffectKind.SUPPLEMENT,
                    number,
                    title,
                    hand.targetLabel(),
                    e.causeLabel(),
                    e.from(),
                    gone ? null : hand.text(),
                    null,
                    null,
                    null,
                    1,
                    null,
                    e.until(),
                    e.id());
        }
        boolean place = e.territory() != null;
        boolean dated = e.from() != null;
        return new Amendment(
                e.kind(),
                number,
                title,
                label(e),
                e.causeLabel(),
                e.from(),
                e.newText(),
                e.oldWords(),
                e.newWords(),
                e.position(),
                place ? 0 : 1,
                place
                        ? "Chỉ áp dụng trong một phần địa bàn: không hợp nhất vào văn bản chung"
                        : dated ? null : "Chưa rõ ngày có hiệu lực: " + e.boundary(),
                e.until(),
                e.id());
    }

    /** Null for the whole document. An address entered by hand may name its component by eId only. */
    private static @Nullable String label(Effect e) {
        var label = e.targetLabel();
        var eId = e.targetProvision();
        if (label == null && eId != null)
            label = ProvisionAddress.parse(eId).map(ProvisionAddress::print).orElse(eId);
        if (label == null || eId == null) return label;
        return eId.startsWith("att_") && eId.contains("__") && !label.contains("kèm theo")
                ? label + " Quy định ban hành kèm theo"
                : label;
    }

    private static String titleOf(LegalDocument document) {
        return document.type().label() + " " + document.title();
    }
}
