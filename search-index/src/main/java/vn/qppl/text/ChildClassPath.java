package vn.qppl.text;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/**
 * The class path of child processes. Three ways of running are known: a plain class path; an extracted Spring Boot jar, whose
 * manifest names its libraries (the child's machine expands it by itself); and the packed Boot jar, whose libraries are
 * unpacked once to a folder that goes with this process.
 */
final class ChildClassPath {
    private ChildClassPath() {}

    static String find() {
        var entries = System.getProperty("java.class.path", "");
        var only = Path.of(entries.contains(File.pathSeparator) ? "" : entries);
        if (!entries.isEmpty() && Files.isRegularFile(only)) {
            try (var jar = new JarFile(only.toFile())) {
                if (jar.getEntry("BOOT-INF/lib/") != null || jar.getEntry("BOOT-INF/classes/") != null)
                    return unpacked(jar);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        // relative entries hold only in this process's folder, which is the child's too
        return entries;
    }

    private static String unpacked(JarFile jar) throws IOException {
        var folder = Files.createTempDirectory("qppl-extraction");
        // deleted in reverse order: the files first
        folder.toFile().deleteOnExit();
        var paths = new ArrayList<Path>();
        for (var entry : jar.stream().toList()) {
            var name = entry.getName();
            if (!name.startsWith("BOOT-INF/lib/") || !name.endsWith(".jar")) continue;
            var file = folder.resolve(name.substring("BOOT-INF/lib/".length()).replace('/', '_'));
            try (var bytes = jar.getInputStream(entry)) {
                Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
            }
            file.toFile().deleteOnExit();
            paths.add(file);
        }
        return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
