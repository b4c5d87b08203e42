package vn.qppl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {
    private static final ApplicationModules MODULES = ApplicationModules.of(Application.class);
    private static final Path DIAGRAM = Path.of("..", "docs", "modules.md");

    @Test
    void modulesUseOnlyWhatTheyName() {
        MODULES.verify();
    }

    /** Written anew with {@code -Dqppl.write-diagram}. */
    @Test
    void theDiagramShowsTheModulesAsTheyAre() throws IOException {
        if (System.getProperty("qppl.write-diagram") != null) Files.writeString(DIAGRAM, diagram());
        assertThat(Files.readString(DIAGRAM)).isEqualTo(diagram());
    }

    private static String diagram() {
        var lines = new TreeSet<String>();
        for (var module : MODULES) {
            var from = module.getIdentifier().toString();
            for (var to : module.getDirectDependencies(MODULES).uniqueModules().toList()) {
                var name = to.getIdentifier().toString();
                // everyone may use these; their arrows would hide the others
                if (name.equals("web") || name.equals("people") || name.equals("audit") || name.equals("text"))
                    continue;
                lines.add("  " + from + " --> " + name);
            }
        }
        return "# Modules\n\nGenerated from the code; `web`, `people`, `audit` and `text` are used by all and left out.\n\n"
                + "```mermaid\nflowchart TD\n"
                + String.join("\n", lines) + "\n```\n";
    }
}
