package vn.qppl.attachment;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.qppl.text.PooledExtractor;
import vn.qppl.text.TextExtractor;

@Configuration(proxyBeanMethods = false)
class AttachmentConfiguration {
    @Bean
    FileStore fileStore(@Value("${qppl.data}") Path data) throws IOException {
        var store = new FileStore(data.resolve("files"));
        store.sweep();
        return store;
    }

    @Bean
    TextExtractor textExtractor() {
        return PooledExtractor.standard(Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4));
    }
}
