package vn.qppl.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.qppl.attachment.DocumentFiles;
import vn.qppl.attachment.Readings;
import vn.qppl.consolidation.Timeline;
import vn.qppl.document.LegalDocument;
import vn.qppl.effect.Effects;
import vn.qppl.effect.Validity;
import vn.qppl.index.IndexedDocument;
import vn.qppl.index.Passage;
import vn.qppl.index.ValiditySpan;
import vn.qppl.structure.LegalText;
import vn.qppl.structure.Unit;
import vn.qppl.structure.UnitLevel;
import vn.qppl.text.Span;
import vn.qppl.wording.Readers;
import vn.qppl.wording.Wording;
import vn.qppl.wording.Wordings;

/** Documents of the register as the index holds them: their facts, their statuses in time, their articles. */
@Component
class IndexedDocuments {
    /** A page of a text without articles. */
    private static final int PAGE = 4000;

    private final Effects effects;
    private final DocumentFiles files;
    private final Readings readings;
    private final Wordings wordings;

    IndexedDocuments(Effects effects, DocumentFiles files, Readings readings, Wordings wordings) {
        this.effects = effects;
        this.files = files;
        this.readings = readings;
        this.wordings = wordings;
    }

    /**
     * What the database holds of some documents, asked for all at once.
     *
     * @param changed those whose words others change
     */
    record Batch(
            Map<Long, List<Validity.Run>> runs, Map<Long, List<DocumentFiles.DocumentFile>> files, Set<Long> changed) {}

    Batch batch(Collection<LegalDocument> documents) {
        var ids = documents.stream().map(LegalDocument::id).toList();
        return new Batch(effects.runs(ids), files.of(ids), wordings.changed(ids));
    }

    /** @param batch that the document is of */
    IndexedDocument of(LegalDocument document, Batch batch, Readers readers) {
        var number = document.numberWritten();
        var issuerKey = document.issuerName().isBlank() ? "?" : document.issuerName();
        return new IndexedDocument(
                document.id(),
                document.version(),
                number.isEmpty() ? null : number,
                document.type().name(),
                document.type().label(),
                issuerKey,
                document.issuerName(),
                document.level().name(),
                null,
                document.field() == null ? List.of() : List.of(document.field()),
                document.issuedOn(),
                document.title(),
                batch.runs().getOrDefault(document.id(), List.of()).stream()
                        .map(run -> new ValiditySpan(run.code().code(), run.from(), run.until()))
                        .toList(),
                passages(document, batch, readers));
    }

    private List<Passage> passages(LegalDocument document, Batch batch, Readers readers) {
        var held = batch.files().getOrDefault(document.id(), List.of());
        if (held.isEmpty()) return List.of();
        if (batch.changed().contains(document.id())) {
            var wording = wordings.of(document, null, readers).filter(Wording::changed);
            if (wording.isPresent()) return wordings(wording.get().timeline());
        }
        var passages = new ArrayList<Passage>();
        for (var file : held) {
            if (file.problem() != null || !file.role().equals("ORIGINAL")) continue;
            var structure = readings.structureOf(file.sha256());
            if (structure.isEmpty()) continue;
            add(passages, structure.get(), file.fileName());
            // further originals are other copies of the same text
            break;
        }
        return passages;
    }

    /** Every wording of each article, with the days on which it reads so; a repealed one has no words to find. */
    private static List<Passage> wordings(Timeline timeline) {
        var withArticles = new HashSet<String>();
        for (var piece : timeline.pieces())
            if (piece.kind() == Timeline.Kind.PROVISION) withArticles.add(piece.component());
        var passages = new ArrayList<Passage>();
        for (var piece : timeline.pieces()) {
            var prefix = piece.component().isEmpty() ? "" : piece.component() + "__";
            var component = label(piece.componentKind(), piece.componentNumber(), piece.componentTitle());
            var provision = piece.provision();
            if (piece.kind() == Timeline.Kind.PROVISION && provision != null && !provision.repealed()) {
                var number = provision.level() == UnitLevel.ARTICLE
                        ? "Điều " + provision.number()
                        : provision.label().strip();
                passages.add(new Passage(
                        prefix + piece.eId(),
                        number + (prefix.isEmpty() ? "" : " " + component),
                        provision.heading().isEmpty() ? null : provision.heading(),
                        piece.text(),
                        null,
                        piece.from(),
                        piece.to()));
            }
            boolean whole = piece.kind() == Timeline.Kind.OPENING && !withArticles.contains(piece.component());
            if (whole && !piece.repealed()) {
                var words = piece.words();
                pages(
                        passages,
                        words,
                        new Span(0, words.length()),
                        piece.component(),
                        component,
                        null,
                        piece.from(),
                        piece.to());
            }
        }
        return passages;
    }

    private static void add(List<Passage> passages, LegalText structure, String source) {
        var text = structure.text();
        for (var component : structure.components()) {
            var articles = new ArrayList<Unit>();
            component.units().forEach(unit -> collectArticles(unit, articles));
            if (articles.isEmpty()) {
                pages(passages, text, component.span(), component.eId(), label(component), source, null, null);
                continue;
            }
            for (var article : articles) {
                passages.add(new Passage(
                        (component.eId().isEmpty() ? "" : component.eId() + "__") + article.eId(),
                        "Điều " + article.number() + (component.eId().isEmpty() ? "" : " " + label(component)),
                        article.heading(),
                        article.span().in(text),
                        source,
                        null,
                        null));
            }
        }
    }

    private static String label(LegalText.Component component) {
        return label(component.kind(), component.number(), component.title());
    }

    private static String label(LegalText.ComponentKind kind, @Nullable String number, @Nullable String title) {
        return switch (kind) {
            case MAIN -> "Toàn văn";
            case REGULATION -> title == null ? "Quy định kèm theo" : title;
            case ANNEX -> number == null ? "Phụ lục" : "Phụ lục " + number;
            case FORM -> number == null ? "Mẫu" : "Mẫu " + number;
        };
    }

    private static void collectArticles(Unit unit, List<Unit> articles) {
        if (unit.level() == UnitLevel.ARTICLE) articles.add(unit);
        else unit.children().forEach(child -> collectArticles(child, articles));
    }

    /** A text without articles is cut at the ends of lines. */
    private static void pages(
            List<Passage> passages,
            String text,
            Span span,
            String eId,
            String label,
            @Nullable String source,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        int start = span.start();
        int page = 1;
        while (start < span.end()) {
            int end = Math.min(span.end(), start + PAGE);
            int line = end < span.end() ? text.lastIndexOf('\n', end) : end;
            if (line > start) end = line;
            if (!text.substring(start, end).isBlank()) {
                var address = (eId.isEmpty() ? "" : eId + "__") + "page_" + page;
                passages.add(new Passage(
                        address,
                        span.end() - span.start() <= PAGE ? label : label + ", phần " + page,
                        null,
                        text.substring(start, end),
                        source,
                        from,
                        to));
            }
            page++;
            start = end;
        }
    }
}
