package vn.qppl.attachment;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;
import vn.qppl.text.PooledExtractor;

@Configuration(proxyBeanMethods = false)
class AttachmentConfiguration {
    @Bean
    FileStore fileStore(@Value("${qppl.data}") Path data, @Value("${qppl.files.reserve:100MB}") DataSize reserve)
            throws IOException {
        var store = new FileStore(data.resolve("files"), reserve.toBytes());
        store.sweep();
        return store;
    }

    @Bean
    PooledExtractor textExtractor() {
        return PooledExtractor.standard(Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4));
    }
}
