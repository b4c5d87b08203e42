package vn.qppl.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Migrations use only what MySQL 8.4 and MariaDB 10.11 both take, and mean the same by. */
class MigrationsTest {
    private static final Path FOLDER = Path.of("../migrations");

    /** What one of the two refuses or reads differently. */
    private static final Map<Pattern, String> REFUSED = refused(
            "(?i)\\b(add|drop|create|modify|alter|change)\\s+(column\\s+|index\\s+|constraint\\s+|foreign key\\s+)?if\\s+(not\\s+)?exists",
            "IF [NOT] EXISTS on columns and indexes is MariaDB's alone",
            "(?i)\\bcreate\\s+or\\s+replace\\b",
            "CREATE OR REPLACE TABLE is MariaDB's alone",
            "(?i)\\breturning\\b",
            "RETURNING is MariaDB's alone",
            "(?i)\\b(create\\s+sequence|nextval|next\\s+value\\s+for)\\b",
            "sequences are MariaDB's alone",
            "(?i)\\bsystem\\s+versioning\\b|\\bperiod\\s+for\\b",
            "temporal tables are MariaDB's alone",
            "(?i)\\buuid\\s*(,|not|null|primary)|\\binet[46]\\b",
            "UUID and INET types are MariaDB's alone",
            "(?i)\\bpersistent\\b",
            "PERSISTENT columns are MariaDB's alone: use STORED",
            "(?i)\\b(page_checksum|transactional\\s*=|engine\\s*=\\s*(aria|columnstore|spider))",
            "engines of MariaDB alone",
            "(?i)\\bjson\\s*(,|not|null|\\))",
            "JSON is a type in MySQL and text in MariaDB: use text",
            "->>?",
            "the JSON arrows are MySQL's alone",
            "(?i)utf8mb4_0900|uca1400|utf8mb4_vi_0900",
            "collations that only one of them has",
            "(?i)\\binvisible\\b|\\bvisible\\b",
            "spelled differently",
            "(?i)\\bsrid\\b|\\block_nowait|\\bskip\\s+locked\\b\\s+in\\b",
            "differs",
            "(?i)\\blateral\\b|\\bmember\\s+of\\b",
            "MySQL's alone",
            "(?i)\\bas\\s+new\\b\\s+on\\s+duplicate",
            "row aliases are MySQL's alone",
            "(?i)\\(\\s*\\(.*\\)\\s*(asc|desc)?\\s*\\)\\s*;",
            "functional indexes are MySQL's alone",
            "(?i)\\butf8\\b(?!mb4)|\\butf8mb3\\b",
            "three-byte characters",
            "(?i)\\bfloat\\s*\\(|\\bdouble\\s*\\(|\\bint\\s*\\(\\d+\\)|\\bzerofill\\b",
            "display widths are deprecated",
            "(?i)\\bdefault\\s+\\(",
            "expression defaults differ");

    private static final Pattern TEXT_COLUMN = Pattern.compile(
            "(?i)^\\s+\\w+ (var)?char\\(\\d+\\)|^\\s+\\w+ (tiny|medium|long)?text\\b|^\\s+\\w+ enum\\b");

    private static Map<Pattern, String> refused(String... pairs) {
        var map = new LinkedHashMap<Pattern, String>();
        for (int i = 0; i < pairs.length; i += 2) map.put(Pattern.compile(pairs[i]), pairs[i + 1]);
        return map;
    }

    private static List<Path> migrations() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        }
    }

    private static String withoutComments(Path file) throws IOException {
        return Files.readString(file).replaceAll("(?m)--.*$", "");
    }

    @Test
    void useOnlyWhatBothServersAccept() throws IOException {
        var found = new ArrayList<String>();
        for (var file : migrations()) {
            var sql = withoutComments(file);
            REFUSED.forEach((pattern, why) -> {
                var matcher = pattern.matcher(sql);
                if (matcher.find()) found.add(file.getFileName() + ": " + matcher.group() + ": " + why);
            });
        }
        assertThat(found).isEmpty();
    }

    @Test
    void findWhatOneOfThemRefuses() {
        assertThat(List.of(
                        "alter table a add column if not exists b int",
                        "select next value for s",
                        "a json not null",
                        "x varchar(3) collate utf8mb4_0900_ai_ci"))
                .allMatch(sql -> REFUSED.keySet().stream()
                        .anyMatch(pattern -> pattern.matcher(sql).find()));
    }

    @Test
    void nameTheCollationOfEveryTextColumn() throws IOException {
        var found = new ArrayList<String>();
        for (var file : migrations())
            for (var line : withoutComments(file).lines().toList())
                if (TEXT_COLUMN.matcher(line).find() && !line.contains(" collate "))
                    found.add(file.getFileName() + line);
        assertThat(found).isEmpty();
    }

    @Test
    void haveNumbersOfTheirOwn() throws IOException {
        var numbers = migrations().stream()
                .map(file -> file.getFileName().toString())
                .peek(name -> assertThat(name).matches("V\\d{3}__[a-z0-9_]+\\.sql"))
                .map(name -> name.substring(0, 4))
                .toList();
        assertThat(numbers).doesNotHaveDuplicates();
    }
}
