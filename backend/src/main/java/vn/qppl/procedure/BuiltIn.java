package vn.qppl.procedure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The procedures that come with the software. */
final class BuiltIn {
    private static final String PLACE = "classpath*:vn/qppl/procedure/*.yaml";

    private BuiltIn() {}

    /** Its text beside what was read from it. */
    record Text(String yaml, Procedure procedure) {}

    /**
     * @throws IllegalStateException naming every mistake of every file: an installation with a broken procedure must not start and count
     *     deadlines by it
     */
    static List<Text> procedures() {
        var texts = new ArrayList<Text>();
        var mistakes = new ArrayList<String>();
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources(PLACE)) {
                var yaml = file.getContentAsString(StandardCharsets.UTF_8);
                try {
                    var procedure = ProcedureReader.read(yaml);
                    if (!(procedure.code() + ".yaml").equals(file.getFilename()))
                        mistakes.add(file.getFilename() + ": code: phải trùng tên tệp");
                    texts.add(new Text(yaml, procedure));
                } catch (ProcedureReader.Mistaken e) {
                    for (var mistake : e.mistakes()) mistakes.add(file.getFilename() + ": " + mistake);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!mistakes.isEmpty())
            throw new IllegalStateException("procedures with mistakes:\n" + String.join("\n", mistakes));
        texts.sort(java.util.Comparator.comparing(text -> text.procedure().code()));
        return List.copyOf(texts);
    }
}
