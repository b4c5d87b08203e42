package vn.qppl.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class WarmUpTest {
    @Test
    void everyFileIsReadAndGoneAfterwards() throws Exception {
        var texts = new ArrayList<String>();
        var files = new ArrayList<Path>();
        WarmUp.run(new WarmUp.Step() {
            @Override
            public boolean goOn() {
                return true;
            }

            @Override
            public void read(Path file) throws java.io.IOException, ExtractionException {
                files.add(file);
                texts.add(new DocumentFile()
                        .read(file, file.getFileName().toString(), 1_000_000, page -> {})
                        .text());
            }
        });
        assertThat(texts).hasSizeGreaterThan(4).allMatch(text -> text.contains("Điều 1"));
        assertThat(files).noneMatch(java.nio.file.Files::exists);
    }

    @Test
    void realFilesComeFirst() throws Exception {
        WarmUp.run(new WarmUp.Step() {
            @Override
            public boolean goOn() {
                return false;
            }

            @Override
            public void read(Path file) {
                throw new AssertionError("somebody else's file waits");
            }
        });
    }

    @Test
    void childrenThatWereStartedBeforehandReadAsOthersDo() throws Exception {
        try (var extractor = PooledExtractor.standard(2)) {
            extractor.startChildren();
            extractor.startChildren();
            WarmUp.run(new WarmUp.Step() {
                @Override
                public boolean goOn() {
                    return extractor.state().read() == 0;
                }

                @Override
                public void read(Path file) throws ExtractionException {
                    assertThat(extractor
                                    .extract(file, file.getFileName().toString())
                                    .text())
                            .contains("Điều 1");
                }
            });
            assertThat(extractor.state().working()).isZero();
            assertThat(extractor.state().restarts()).isZero();
        }
    }
}
