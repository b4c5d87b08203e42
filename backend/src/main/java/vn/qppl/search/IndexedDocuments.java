package vn.qppl.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.qppl.attachment.DocumentFiles;
import vn.qppl.attachment.Readings;
import vn.qppl.consolidation.Timeline;
import vn.qppl.document.LegalDocument;
import vn.qppl.effect.Effects;
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

/** A document of the register as the index holds it: its facts, its statuses in time, its articles. */
@Component
class IndexedDocuments {
    /** A page of a text without articles. */
    private static final int PAGE = 4000;

    private final Effects effects;
    private final DocumentFiles files;

    private final Wordings wordings;

    IndexedDocuments(Effects effects, DocumentFiles files, Wordings wordings) {
        this.effects = effects;
        this.files = files;
        this.wordings = wordings;
    }

    IndexedDocument of(LegalDocument document, Readers readers) {
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
                spans(document.id()),
                passages(document, readers));
    }

    private List<ValiditySpan> spans(long documentId) {
        return effects.runs(documentId).stream()
                .map(run -> new ValiditySpan(run.code().code(), run.from(), run.until()))
                .toList();
    }

    private List<Passage> passages(LegalDocument document, Readers readers) {
        var wording = wordings.of(document, null, readers).filter(Wording::changed);
        if (wording.isPresent()) return wordings(wording.get().timeline());
        var passages = new ArrayList<Passage>();
        for (var file : files.of(document.id())) {
            if (file.problem() != null) continue;
            var read = files.textOf(file);
            if (read.isEmpty()) continue;
            if (file.role().equals("ORIGINAL")) {
                add(passages, read.get(), file.fileName());
                // further originals are other copies of the same text
                break;
            }
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

    private static void add(List<Passage> passages, Readings.Read read, String source) {
        var structure = read.reading().structure();
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
