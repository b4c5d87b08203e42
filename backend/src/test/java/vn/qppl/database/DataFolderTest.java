package vn.qppl.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path folder;

    @Test
    void belongsToOneAtATime() {
        try (var first = DataFolder.take(folder)) {
            assertThat(first.path()).isEqualTo(folder);
            assertThatThrownBy(() -> DataFolder.take(folder)).isInstanceOf(DataFolder.InUse.class);
        }
        DataFolder.take(folder).close();
    }

    @Test
    void keepsSecretsForTheOwnerAlone() throws Exception {
        try (var data = DataFolder.take(folder)) {
            var secret = data.secret("test");
            assertThat(secret).hasSize(48).isEqualTo(data.secret("test"));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secrets/test"))))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secrets"))))
                    .isEqualTo("rwx------");
        }
    }
}
