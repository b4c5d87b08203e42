package vn.qppl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.qppl.structure.LegalText;

/**
 * No pattern of the reader backtracks without bound. The letters a pattern looks at are counted, so that the answer is the same on
 * every machine: four times the text may cost little more than four times the letters.
 */
class PatternsAreLinearTest {
    private static final String[] PIECES = {
        " ",
        "\n",
        "\t",
        "\u00a0",
        "0",
        "1",
        "9",
        ".",
        ",",
        ";",
        ":",
        "-",
        "/",
        "(",
        ")",
        "“",
        "”",
        "\"",
        "*",
        "_",
        "…",
        "a",
        "A",
        "Ư",
        "ệ",
        "Điều ",
        "khoản 1 ",
        "điểm a, ",
        "và ",
        "1, ",
        "a) ",
        "1. ",
        "12/2023/",
        "QĐ-",
        "QĐ-UBND ",
        "1/QĐ-UBND, ",
        "số ",
        "Luật ",
        "luật số ",
        "ngày ",
        "ngày 1 tháng 1 ",
        "tháng ",
        "năm ",
        "kể từ ",
        "đến hết ",
        "trong năm ",
        "giai đoạn 2021 ",
        "được ",
        "bởi ",
        "theo ",
        "của ",
        "sửa đổi, bổ sung ",
        "bãi bỏ ",
        "hết hiệu lực ",
        "có hiệu lực ",
        "này có hiệu lực ",
        "tiếp tục thực hiện ",
        "ban hành kèm theo ",
        "(sau đây gọi tắt là ",
        "Căn cứ ",
        "Nơi nhận: ",
        "KT. CHỦ TỊCH ",
        "TM. ",
        "CỘNG HÒA ",
        "ỦY BAN NHÂN DÂN ",
        "Phụ lục ",
        "Mẫu số ",
        "trên địa bàn ",
        "tỉnh ",
        "Nguyễn Văn ",
        "- ",
        "| ",
        "QUY ĐỊNH ",
        "thông qua ",
        "trước ngày ",
        "từ năm 2021 đến ",
        "ở "
    };
    private static final List<String> SCANNED = List.of("vn.qppl.structure.", "vn.qppl.reading.", "vn.qppl.scrutiny.");
    private static final int SHORT = 400;
    private static final int TIMES = 4;

    @Test
    void fourTimesTheTextCostsAboutFourTimesTheLetters() throws Exception {
        var bad = new TreeMap<String, String>();
        var patterns = patterns();
        assertThat(patterns.size()).isGreaterThan(100);
        for (var named : patterns) {
            for (var piece : PIECES) {
                var small = looks(named.pattern(), text(piece, SHORT));
                var large = looks(named.pattern(), text(piece, SHORT * TIMES));
                boolean squares = large > 20L * SHORT * TIMES && large > small * (TIMES + 2);
                if (squares) bad.put(named.name(), "%s: %d, then %d".formatted(piece.strip(), small, large));
            }
        }
        assertThat(bad).isEmpty();
    }

    @Test
    void aPatternThatSquaresIsSeen() {
        var squares = Pattern.compile("\\s+x");

        assertThat(looks(squares, text(" ", SHORT * TIMES))).isGreaterThan(20L * SHORT * TIMES);
    }

    private static String text(String piece, int length) {
        return piece.repeat(length / piece.length());
    }

    /** How many letters are looked at when a text is searched to its end. */
    private static long looks(Pattern pattern, String text) {
        var counted = new Counted(text);
        var m = pattern.matcher(counted);
        while (m.find()) counted.looks++;
        return counted.looks;
    }

    private record Named(String name, Pattern pattern) {}

    private static List<Named> patterns() throws IOException, URISyntaxException, IllegalAccessException {
        var root = Path.of(LegalText.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        var found = new ArrayList<Named>();
        try (var files = Files.walk(root)) {
            for (var file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                var name = root.relativize(file).toString().replace('/', '.').replace('\\', '.');
                if (SCANNED.stream().noneMatch(name::startsWith)) continue;
                collect(name.substring(0, name.length() - ".class".length()), found);
            }
        }
        return found;
    }

    private static void collect(String name, List<Named> into) throws IllegalAccessException {
        Class<?> type;
        try {
            type = Class.forName(name);
        } catch (ClassNotFoundException gone) {
            throw new AssertionError(name, gone);
        }
        for (var field : type.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers()) || field.getType() != Pattern.class) continue;
            field.setAccessible(true);
            into.add(new Named(type.getSimpleName() + "." + field.getName(), (Pattern) field.get(null)));
        }
    }

    private static final class Counted implements CharSequence {
        private final String text;
        private long looks;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            looks++;
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
