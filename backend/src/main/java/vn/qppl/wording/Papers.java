package vn.qppl.wording;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.qppl.document.LegalDocument;
import vn.qppl.effect.Effect;

/** The text of a day as a file, laid out as văn bản hợp nhất are. */
@Service
public class Papers {
    private final WordingViews views;

    Papers(WordingViews views) {
        this.views = views;
    }

    /** Forms in which a text can be taken away. */
    public enum Format {
        DOCX("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        HTML("html", "text/html;charset=UTF-8"),
        TXT("txt", "text/plain;charset=UTF-8");

        private final String ending;
        private final String mediaType;

        Format(String ending, String mediaType) {
            this.ending = ending;
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }

        /** @throws IllegalArgumentException for another ending */
        public static Format ofEnding(String ending) {
            for (var format : values()) if (format.ending.equals(ending)) return format;
            throw new IllegalArgumentException(ending);
        }
    }

    public record Paper(String fileName, Format format, byte[] bytes) {}

    /** @throws vn.qppl.web.ProblemException {@link WordingProblem#BEFORE_ISSUE}, {@link WordingProblem#NO_TEXT} */
    public Paper of(LegalDocument document, LocalDate on, @Nullable Instant knownAt, Readers readers, Format format)
            throws IOException {
        if (document.issuedOn() != null && on.isBefore(document.issuedOn()))
            throw WordingProblem.BEFORE_ISSUE.with("issuedOn", document.issuedOn());
        var wording = views.wording(document, knownAt, readers);
        var causes = views.documents(wording.effects().values().stream()
                .map(Effect::causeId)
                .filter(java.util.Objects::nonNull)
                .toList());
        var paper = ConsolidatedPaper.of(wording, on, views.notice(wording, on), causes);
        var bytes = switch (format) {
            case DOCX -> PaperDocx.of(paper);
            case HTML -> PaperText.html(paper).getBytes(StandardCharsets.UTF_8);
            case TXT -> PaperText.plain(paper).getBytes(StandardCharsets.UTF_8);
        };
        return new Paper(ConsolidatedPaper.fileName(document, on) + "." + format.ending, format, bytes);
    }
}
