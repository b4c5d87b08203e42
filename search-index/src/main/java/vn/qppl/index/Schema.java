package vn.qppl.index;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.LongRange;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Fields of the index. A document is one block of Lucene documents: its passages in order, then its head. All carry what
 * questions are narrowed by; the head alone carries what is counted, sorted by and shown of the document.
 *
 * <p>The searched words of a passage are its heading and the document's title, each {@link #HEADING_WEIGHT} times, and its
 * text: one field in four forms instead of three fields, so that a question stays cheap and word statistics stay those of
 * whole passages.
 */
final class Schema {
    /** Raised with every change of fields or analysis. */
    private static final int VERSION = 1;

    static final int HEADING_WEIGHT = 3;

    /** Syllables with marks; positions for phrases. */
    static final String EXACT = "exact";
    /** Syllables without marks; positions for phrases. */
    static final String FOLDED = "folded";
    /** Two neighbouring syllables with marks. */
    static final String EXACT_PAIRS = "exactPairs";
    /** Two neighbouring syllables without marks. */
    static final String FOLDED_PAIRS = "foldedPairs";

    static final String ID = "id";
    static final String KIND = "kind";
    static final String HEAD = "head";
    static final String PASSAGE = "passage";
    /** How many Lucene documents further the head of the block stands; 0 on the head. */
    static final String TO_HEAD = "toHead";

    /** Day of issue, on heads: sorted by. */
    static final String ISSUED = "issued";
    /** Day of issue, on heads and passages: narrowed by. */
    static final String ISSUED_ON = "issuedOn";

    static final String NUMBER_ORDER = "numberOrder";
    /** Days on which a passage has this wording. */
    static final String WORDING = "wording";
    /** Days on which the document has a status: one field a status code. */
    private static final String STATUS = "status.";

    static final String SPANS = "spans";
    static final String DOCUMENT_ID = "documentId";
    static final String DOCUMENT_VERSION = "documentVersion";
    static final String NUMBER = "number";
    static final String TYPE = "type";
    static final String ISSUER = "issuer";
    static final String TITLE = "title";
    static final String ADDRESS = "address";
    static final String LABEL = "label";
    static final String HEADING = "heading";
    static final String TEXT = "text";
    static final String SOURCE = "source";

    private static final FieldType WITH_POSITIONS = indexed(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    private static final FieldType WITH_COUNTS = indexed(IndexOptions.DOCS_AND_FREQS);

    private Schema() {}

    /** Kept in the commit; an index with another one is built anew. */
    static String version() {
        return VERSION + "-" + Abbreviations.fingerprint();
    }

    static String statusField(String code) {
        return STATUS + code;
    }

    static long day(@Nullable LocalDate date, long otherwise) {
        return date == null ? otherwise : date.toEpochDay();
    }

    private static FieldType indexed(IndexOptions options) {
        var type = new FieldType(TextField.TYPE_NOT_STORED);
        type.setIndexOptions(options);
        type.freeze();
        return type;
    }

    /** The block of Lucene documents for one document, its head last. */
    static List<Document> block(IndexedDocument document) {
        var name = join(document.typeName(), document.number(), document.title());
        var context = Abbreviations.written(name);
        var block = new ArrayList<Document>(document.passages().size() + 1);
        for (var passage : document.passages()) {
            var fields = narrowedBy(document);
            fields.add(new StringField(KIND, PASSAGE, Field.Store.NO));
            fields.add(new NumericDocValuesField(TO_HEAD, document.passages().size() - block.size()));
            fields.add(days(WORDING, passage.from(), passage.to()));
            fields.add(new StoredField(ADDRESS, passage.address()));
            fields.add(new StoredField(LABEL, passage.label()));
            if (passage.heading() != null) fields.add(new StoredField(HEADING, passage.heading()));
            if (passage.source() != null) fields.add(new StoredField(SOURCE, passage.source()));
            fields.add(new StoredField(TEXT, passage.text()));
            var heading = Abbreviations.written(join(passage.label(), passage.heading()));
            searched(fields, heading, context, Abbreviations.written(passage.text()));
            block.add(fields);
        }
        block.add(head(document, name));
        return block;
    }

    private static Document head(IndexedDocument document, String name) {
        var head = narrowedBy(document);
        head.add(new StringField(KIND, HEAD, Field.Store.NO));
        head.add(new NumericDocValuesField(TO_HEAD, 0));
        head.add(days(WORDING, null, null));
        head.add(new NumericDocValuesField(DOCUMENT_ID, document.id()));
        head.add(new NumericDocValuesField(DOCUMENT_VERSION, document.version()));
        head.add(new NumericDocValuesField(ISSUED, day(document.issuedOn(), Long.MIN_VALUE)));
        head.add(new SortedDocValuesField(NUMBER_ORDER, new BytesRef(NumberForms.order(document.number()))));
        head.add(Spans.field(document.validity()));
        for (var facet : Facet.values()) {
            for (var value : values(document, facet)) {
                head.add(new SortedSetDocValuesField(facet.counted(), new BytesRef(value)));
            }
        }
        if (document.number() != null) head.add(new StoredField(NUMBER, document.number()));
        head.add(new StoredField(TYPE, document.type()));
        head.add(new StoredField(ISSUER, document.issuer()));
        head.add(new StoredField(TITLE, document.title()));
        NumberForms.index(head, document);
        searched(head, Abbreviations.written(name), List.of(), Abbreviations.written(document.issuerName()));
        return head;
    }

    static List<String> values(IndexedDocument document, Facet facet) {
        return switch (facet) {
            case TYPE -> List.of(document.type());
            case ISSUER -> List.of(document.issuer());
            case LEVEL -> List.of(document.level());
            case PLACE -> document.place() == null ? List.of() : List.of(document.place());
            case YEAR ->
                document.issuedOn() == null
                        ? List.of()
                        : List.of(String.format(
                                Locale.ROOT, "%04d", document.issuedOn().getYear()));
            case FIELD -> document.fields();
            case STATUS -> List.of();
        };
    }

    private static Document narrowedBy(IndexedDocument document) {
        var fields = new Document();
        fields.add(new StringField(ID, Long.toString(document.id()), Field.Store.NO));
        for (var facet : Facet.values()) {
            for (var value : values(document, facet)) {
                fields.add(new StringField(facet.narrowing(), value, Field.Store.NO));
            }
        }
        if (document.issuedOn() != null) {
            fields.add(new LongPoint(ISSUED_ON, document.issuedOn().toEpochDay()));
        }
        for (var span : document.validity()) {
            fields.add(days(statusField(span.status()), span.from(), span.to()));
        }
        return fields;
    }

    private static LongRange days(String field, @Nullable LocalDate from, @Nullable LocalDate to) {
        return new LongRange(field, new long[] {day(from, Long.MIN_VALUE)}, new long[] {
            to == null ? Long.MAX_VALUE : to.toEpochDay() - 1
        });
    }

    /** Passages whose wording is that of the day. */
    static Query wordingOn(LocalDate day) {
        return within(WORDING, day);
    }

    /** Passages and heads of documents with one of these values. */
    static Query oneOf(Facet facet, Set<String> values, @Nullable LocalDate on) {
        if (facet == Facet.STATUS) {
            if (on == null) return new MatchNoDocsQuery("a status without a day");
            var statuses = new BooleanQuery.Builder();
            values.forEach(code -> statuses.add(within(statusField(code), on), BooleanClause.Occur.SHOULD));
            return statuses.build();
        }
        return new TermInSetQuery(
                facet.narrowing(), values.stream().map(BytesRef::new).toList());
    }

    private static Query within(String field, LocalDate day) {
        long[] on = {day.toEpochDay()};
        return LongRange.newIntersectsQuery(field, on, on);
    }

    private static void searched(Document fields, List<Syllable> heading, List<Syllable> context, List<Syllable> text) {
        var parts = new ArrayList<List<Syllable>>(2 * HEADING_WEIGHT + 1);
        for (int i = 0; i < HEADING_WEIGHT; i++) {
            if (!heading.isEmpty()) parts.add(heading);
            if (!context.isEmpty()) parts.add(context);
        }
        parts.add(text);
        fields.add(new Field(EXACT, SyllableStream.single(parts, Syllable::exact), WITH_POSITIONS));
        fields.add(new Field(FOLDED, SyllableStream.single(parts, Syllable::folded), WITH_POSITIONS));
        fields.add(new Field(EXACT_PAIRS, SyllableStream.pairs(parts, Syllable::exact), WITH_COUNTS));
        fields.add(new Field(FOLDED_PAIRS, SyllableStream.pairs(parts, Syllable::folded), WITH_COUNTS));
    }

    static String join(@Nullable String... words) {
        var joined = new StringBuilder();
        for (var word : words) {
            if (word == null || word.isBlank()) continue;
            if (!joined.isEmpty()) joined.append(' ');
            joined.append(word.strip());
        }
        return joined.toString();
    }
}
