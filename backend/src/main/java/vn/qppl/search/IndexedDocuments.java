package vn.qppl.search;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.qppl.attachment.DocumentFiles;
import vn.qppl.attachment.Readings;
import vn.qppl.document.LegalDocument;
import vn.qppl.effect.Effects;
import vn.qppl.index.IndexedDocument;
import vn.qppl.index.Passage;
import vn.qppl.index.ValiditySpan;
import vn.qppl.structure.Unit;
import vn.qppl.structure.UnitLevel;
import vn.qppl.text.Span;

/** A document of the register as the index holds it: its facts, its statuses in time, its articles. */
@Component
class IndexedDocuments {
    /** A page of a text without articles. */
    private static final int PAGE = 4000;

    private final Effects effects;
    private final DocumentFiles files;

    IndexedDocuments(Effects effects, DocumentFiles files) {
        this.effects = effects;
        this.files = files;
    }

    IndexedDocument of(LegalDocument document) {
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
                passages(document.id()));
    }

    private List<ValiditySpan> spans(long documentId) {
        return effects.runs(documentId).stream()
                .map(run -> new ValiditySpan(run.code().code(), run.from(), run.until()))
                .toList();
    }

    private List<Passage> passages(long documentId) {
        var passages = new ArrayList<Passage>();
        for (var file : files.of(documentId)) {
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

    private static void add(List<Passage> passages, Readings.Read read, String source) {
        var structure = read.reading().structure();
        var text = structure.text();
        for (var component : structure.components()) {
            var articles = new ArrayList<Unit>();
            component.units().forEach(unit -> collectArticles(unit, articles));
            if (articles.isEmpty()) {
                pages(passages, text, component.span(), component.eId(), label(component), source);
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

    private static String label(vn.qppl.structure.LegalText.Component component) {
        return switch (component.kind()) {
            case MAIN -> "Toàn văn";
            case REGULATION -> component.title() == null ? "Quy định kèm theo" : component.title();
            case ANNEX -> component.number() == null ? "Phụ lục" : "Phụ lục " + component.number();
            case FORM -> component.number() == null ? "Mẫu" : "Mẫu " + component.number();
        };
    }

    private static void collectArticles(Unit unit, List<Unit> articles) {
        if (unit.level() == UnitLevel.ARTICLE) articles.add(unit);
        else unit.children().forEach(child -> collectArticles(child, articles));
    }

    /** A text without articles is cut at the ends of lines. */
    private static void pages(List<Passage> passages, String text, Span span, String eId, String label, String source) {
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
                        null,
                        null));
            }
            page++;
            start = end;
        }
    }
}
