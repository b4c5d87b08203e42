package vn.qppl.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;
import vn.qppl.text.VietnameseText;

class AkomaNtosoTest {
    private static final AkomaNtoso.Meta META = new AkomaNtoso.Meta(
            "vn-62",
            "quyet-dinh",
            "ubnd",
            "Ủy ban nhân dân tỉnh \"Kon Tum\" & <nhân dân>",
            "12/2023/QĐ-UBND",
            "12",
            LocalDate.of(2023, 5, 15),
            LocalDate.of(2025, 3, 1),
            LocalDate.of(2026, 11, 24));
    private static final String DECISION = """
            ỦY BAN NHÂN DÂN
            Số: 12/2023/QĐ-UBND
            Căn cứ Luật Ngân sách nhà nước;
            QUYẾT ĐỊNH:
            Chương I
            QUY ĐỊNH CHUNG
            Điều 1. Phạm vi điều chỉnh
            1. Quyết định này quy định:
            a) Mức thu < 5 & > 3;
            b) Đối tượng;
            đ) Quản lý.
            2. Không áp dụng với hộ nghèo.
            Điều 2. Hiệu lực thi hành
            Quyết định có hiệu lực từ ngày ký.
            TM. ỦY BAN NHÂN DÂN
            CHỦ TỊCH
            PHỤ LỤC I
            MỨC THU
            (Kèm theo Quyết định số 12/2023/QĐ-UBND)
            STT	Nội dung
            """;
    private static Schema schema;

    @BeforeAll
    static void readSchema() throws SAXException {
        var file = AkomaNtosoTest.class.getResource("/akoma-ntoso/akomantoso30.xsd");
        schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(file);
    }

    @Test
    void writesUnitsAsElementsWithTheirIdentifiers() {
        var xml = AkomaNtoso.write(StructureReader.read(DECISION), META);
        assertThat(xml)
                .contains("<chapter eId=\"chp_I\">")
                .contains("<point eId=\"art_1__para_1__list_1__point_dd\"><num>đ) </num>")
                .contains("<article eId=\"art_2\"><num>Điều 2. </num><heading>Hiệu lực thi hành<eol/></heading>")
                .contains("<attachment eId=\"att_1\"><doc name=\"phuLuc\">")
                .contains("/akn/vn-62/act/quyet-dinh/ubnd/2023-05-15/12/vie@2025-03-01/!main");
        holds(DECISION);
    }

    @Test
    void losesNoCharacterEvenOfThoseXmlCannotHold() {
        holds("");
        holds("\n\n  \r\n\t");
        holds("Điều 1. Một\u0000\u0001\uFFFF hai \uD800 ba \uDC00\uD83D\uDE00]]>\u0085\u2028 &amp;");
        holds("Điều 1\nĐiều 1. A\n1. b\n1. c\na) d\na) e\nPHỤ LỤC\nĐiều 1. X");
    }

    @Test
    void anyShuffleOfLinesIsValidAndComesBack() {
        var random = new Random(20231);
        var lines = (DECISION
                        + "“Điều 5. Mới\nMục 1\nPhần thứ nhất\n1.\n2)\n”\nMẫu số 01\nQUY CHẾ\nban hành kèm theo\n")
                .split("\n", -1);
        for (int i = 0; i < 150; i++) {
            var text = new StringBuilder();
            int count = random.nextInt(60);
            for (int k = 0; k < count; k++)
                text.append(lines[random.nextInt(lines.length)]).append(random.nextInt(9) == 0 ? " " : "\n");
            holds(text.toString());
        }
    }

    @Test
    void writesTablesQuotedStructuresAndReferences() {
        var text = """
                Điều 1. Sửa đổi Quyết định số 12/2023/QĐ-UBND
                1. Sửa đổi Điều 5 như sau:
                “Điều 5. Mức thu
                1. Mức thu mới:
                a) Hộ gia đình;
                2. Miễn thu.”.
                2. Biểu mức thu:
                STT\tTên\tMức
                1\t\t20
                Điều 2. Hiệu lực
                Có hiệu lực từ ngày ký.
                """;
        var legal = StructureReader.read(text);
        int at = text.indexOf("Quyết định số 12/2023/QĐ-UBND");
        var reference = new AkomaNtoso.Reference(new vn.qppl.text.Span(at, at + 29), "/van-ban/7?a=1&b=2");
        var xml = AkomaNtoso.write(legal, META, java.util.List.of(reference));
        assertThat(xml)
                .contains("<ref href=\"/van-ban/7?a=1&amp;b=2\">Quyết định số 12/2023/QĐ-UBND</ref>")
                .contains(
                        "“<quotedStructure eId=\"mod_1__qstr_1\"><article eId=\"mod_1__qstr_1__art_5\"><num>Điều 5. </num>")
                .contains("Miễn thu.</p></content></paragraph></article></quotedStructure>”.<eol/></mod></p>")
                .contains(
                        "<table eId=\"art_1__para_2__table_1\"><tr><td><p>STT\t</p></td><td><p>Tên\t</p></td><td><p>Mức<eol/></p></td></tr>");
        valid(xml, text);
        assertThat(AkomaNtoso.read(xml)).isEqualTo(legal);
    }

    /** A file as one text; a file of records as one text a record, all its words joined. */
    private static java.util.List<String> texts(Path file) throws IOException {
        if (!file.toString().contains(".jsonl"))
            return java.util.List.of(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.UTF_8));
        var json = new tools.jackson.databind.json.JsonMapper();
        var texts = new java.util.ArrayList<String>();
        try (var raw = Files.newInputStream(file);
                var in = file.toString().endsWith(".gz") ? new java.util.zip.GZIPInputStream(raw) : raw;
                var lines = new java.io.BufferedReader(
                        new java.io.InputStreamReader(in, java.nio.charset.StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var words = new StringBuilder();
                strings(json.readTree(line), words);
                texts.add(words.toString());
            }
        }
        return texts;
    }

    private static void strings(tools.jackson.databind.JsonNode node, StringBuilder words) {
        if (node.isString()) words.append(node.stringValue()).append('\n');
        for (var child : node) strings(child, words);
    }

    private static int extracted(Path data) throws IOException {
        int seen = 0;
        try (var extractor = vn.qppl.text.PooledExtractor.standard(2);
                var files = Files.walk(data)) {
            for (var file : files.filter(f -> f.toString().matches(".*\\.(doc|docx|pdf|rtf|xls|html)"))
                    .sorted()
                    .toList()) {
                try {
                    holds(extractor.extract(file, file.getFileName().toString()).text());
                    seen++;
                } catch (vn.qppl.text.ExtractionException e) {
                    System.out.println(file.getFileName() + ": " + e.problem());
                }
            }
        }
        return seen;
    }

    /** All texts with {@code -Dqppl.all=true}; a sample of them otherwise. */
    @Test
    void everyTextOfTheSharedDataIsValidAndComesBack() throws IOException {
        var data = Path.of("../../shared/data");
        assumeTrue(Files.isDirectory(data), "no shared data here");
        int every = Boolean.getBoolean("qppl.all") ? 1 : 20;
        int seen = 0;
        for (var folder : new String[] {
            "laws-text",
            "provincial-2025/docs",
            "consolidation",
            "split-documents",
            "structure",
            "relations",
            "retrieval"
        }) {
            if (!Files.isDirectory(data.resolve(folder))) continue;
            try (var files = Files.walk(data.resolve(folder))) {
                for (var file : files.filter(f -> f.toString().matches(".*\\.(txt|md|jsonl|jsonl.gz)"))
                        .sorted()
                        .toList()) {
                    for (var words : texts(file)) {
                        boolean record = file.toString().contains(".jsonl");
                        if (seen++ % (record ? every * every : every) == 0) holds(VietnameseText.nfc(words));
                    }
                }
            }
        }
        if (every == 1) seen += extracted(data);
        assertThat(seen).isGreaterThan(100);
        System.out.println("texts met: " + seen + ", one in " + every + " written and read");
    }

    @Test
    void refusesOtherXmlAndDocumentTypes() {
        assertThatThrownBy(() -> AkomaNtoso.read("<html/>")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AkomaNtoso.read("<akomaNtoso")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AkomaNtoso.read("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                        + "<akomaNtoso xmlns=\"" + AkomaNtoso.NAMESPACE + "\"><act><p>&x;</p></act></akomaNtoso>"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void holds(String text) {
        var legal = StructureReader.read(text);
        var xml = AkomaNtoso.write(legal, META);
        valid(xml, text);
        assertThat(AkomaNtoso.read(xml)).isEqualTo(legal);
    }

    private static void valid(String xml, String text) {
        try {
            schema.newValidator().validate(new StreamSource(new StringReader(xml)));
        } catch (SAXException | IOException e) {
            throw new AssertionError(e.getMessage() + " in " + text.substring(0, Math.min(200, text.length())), e);
        }
    }
}
